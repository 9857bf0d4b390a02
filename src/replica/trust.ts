import {
  type CosignatureVerifier,
  type NoteSigner,
  type NoteVerifier,
  noteSigner,
  noteVerifier,
  parseVerifierKey,
  type SigningKey,
} from "#ledger";
import { type Office, type PayloadOf, type Room, sideOf } from "#record";

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

/** The witnesses that a founding act names, each with the office that runs it. */
export function witnessesOf(
  founding: PayloadOf<"process.opened">,
): readonly { readonly office: Office; readonly verifier: CosignatureVerifier }[] {
  return founding.witnesses.flatMap(({ office, key }) => {
    const verifier = parseVerifierKey(key);
    return verifier.kind === "cosignature" ? [{ office, verifier }] : [];
  });
}

/** How far a head is beyond the host's power to change without trace. Nothing humanitarian waits for "joint". */
export type Standing = "recorded" | "witnessed" | "joint";

/** recorded: the log's signature; witnessed: one party and a third; joint: both parties. */
export function standingOf(offices: readonly Office[]): Standing {
  const sides = new Set(offices.flatMap((office) => sideOf(office) ?? []));
  if (sides.size === 2) return "joint";
  const third = offices.some((office) => sideOf(office) === undefined);
  return sides.size === 1 && third ? "witnessed" : "recorded";
}
