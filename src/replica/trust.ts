import {
  type NoteSigner,
  type NoteVerifier,
  noteSigner,
  noteVerifier,
  parseVerifierKey,
  type SigningKey,
} from "#ledger";
import type { PayloadOf, Room } from "#record";

/** The name of a process's log key, before the room is added: `<host>/<process>`. */
export function logName(hostName: string, process: string): string {
  return `${hostName}/${process}`;
}

/** The origin of one room's log: `<host>/<process>/<room>`. Origin is identity: it is never used again. */
export function originOf(hostName: string, process: string, room: Room): string {
  return `${logName(hostName, process)}/${room}`;
}

/** Who must have signed a room's checkpoints, as the founding act says. */
export function roomVerifier(
  founding: PayloadOf<"process.opened">,
  process: string,
  room: Room,
): NoteVerifier {
  const { publicKey } = parseVerifierKey(founding.log);
  return noteVerifier(originOf(founding.hostName, process, room), publicKey);
}

export function roomSigner(hostName: string, process: string, room: Room, key: SigningKey): NoteSigner {
  return noteSigner(originOf(hostName, process, room), key);
}
