import { type Problem, ProblemError, problem } from "#base";
import {
  admissibleKey,
  formatVerifierKey,
  fromBase64,
  noteVerifier,
  type SignedBytes,
  type SigningKey,
  sameBytes,
  seal,
  verifyMany,
} from "#ledger";
import {
  type Act,
  maxEntryBytes,
  parseAct,
  processOf,
  refuseAct,
  refuseAuthority,
  refusedBy,
  roomTable,
  type State,
} from "#record";
import { type Envelope, logName } from "#replica";
import type { RoomLog } from "./room-log.ts";

/** An envelope whose act has been read and whose signatures hold. What may be said is not judged yet. */
export type Checked = { readonly act: Act; readonly envelope: Envelope };

/** Reads the act and verifies every signature over its exact bytes, in the thread pool. */
export async function checkEnvelope(envelope: Envelope): Promise<Checked | { readonly problem: Problem }> {
  const parsed = parseAct(envelope.act);
  if ("problem" in parsed) return parsed;
  const { signatures } = envelope;
  if (signatures.length === 0 || signatures.length > 8)
    return {
      problem: problem("act.unsigned", {
        reason: `An act carries 1 to 8 signatures, not ${signatures.length}.`,
      }),
    };
  const signed: SignedBytes[] = [];
  for (const { key, signature } of signatures) {
    const publicKey = fromBase64(key);
    const bytes = fromBase64(signature);
    if (publicKey?.length !== 32 || bytes?.length !== 64)
      return { problem: problem("act.signature_refused", { key }) };
    signed.push({ publicKey, message: envelope.act, signature: bytes });
  }
  const holds = await verifyMany(signed);
  const bad = holds.indexOf(false);
  if (bad !== -1) return { problem: problem("act.signature_refused", { key: signatures[bad]?.key ?? "" }) };
  const refused = await refuseKeys(parsed.act);
  return refused ? { problem: refused } : { act: parsed.act, envelope };
}

// What can never serve is not registered: a seat with it would stop the work of all who trust the roster.
async function refuseKeys(act: Act): Promise<Problem | undefined> {
  for (const key of keysRegistered(act)) {
    const bytes = fromBase64(key);
    if (!bytes || !admissibleKey(bytes)) return problem("ledger.key_inadmissible", { name: key });
  }
  const recipient = act.kind === "seat.granted" ? act.payload.recipient : undefined;
  return recipient === undefined ? undefined : refuseRecipient(recipient);
}

/** Whether nothing can be sealed to a recipient. */
export async function refuseRecipient(recipient: string): Promise<Problem | undefined> {
  if (sealedTo.has(recipient)) return undefined;
  try {
    await seal(new Uint8Array(0), [recipient]);
    if (sealedTo.size >= 1_000) sealedTo.clear();
    sealedTo.add(recipient);
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error; // a bug, not a bad recipient
  }
}

/** Recipients that have served: each is judged when its seat is asked for and again when it is granted, and a seal is dear. */
const sealedTo = new Set<string>();

function keysRegistered(act: Act): readonly string[] {
  switch (act.kind) {
    case "process.opened":
      return act.payload.heads.map((one) => one.head); // the other three have signed
    case "seat.granted":
      return [act.payload.key];
    case "head.replaced":
      return [act.payload.head];
    default:
      return [];
  }
}

/** What the author's office reads, and the logs concerned, at the moment of admission. */
export type Desk = {
  readonly process: string;
  readonly log: RoomLog;
  /** Size of the process room's log. */
  readonly roster: number;
  readonly state: State;
  /** Whether an act of any room has this id. */
  readonly isTaken: (id: string) => boolean;
};

/**
 * Whether a checked act may be appended now; the same on every server that has the same logs. Who speaks is judged
 * before what he says: the rules answer from what his office reads, and nobody else may hear that.
 */
export function refuseAdmission({ act, envelope }: Checked, desk: Desk, now: number): Problem | undefined {
  const { process, log, roster, state, isTaken } = desk;
  if (act.process !== process)
    return problem("act.wrong_process", { process: act.process, expected: process });
  if (act.kind !== "process.opened" && !processOf(state)) return problem("process.not_open", {});
  const keys = envelope.signatures.map((one) => one.key);
  const refused = refuseAuthority(state.people, act, keys, roster);
  if (refused) return refused;
  // What the table refuses is refused alike whether or not anything of this id is anywhere.
  if (refusedBy(act.by.office, act.kind, act.room)) return refuseAct(state, act, now);
  const seq = log.ids.get(act.id);
  const reads = roomTable[act.room].readers.includes(act.by.office);
  if (seq !== undefined && reads) return problem("act.replayed", { id: act.id, seq });
  if (isTaken(act.id)) return problem("act.id_taken", { id: act.id });
  return refuseAct(state, act, now) ?? refuseSeen(act, log);
}

// The author names the head that he saw: if it is not this log's, he was shown another history.
function refuseSeen(act: Act, log: RoomLog): Problem | undefined {
  const { size, root } = act.seen;
  const named = fromBase64(root);
  const known = size <= log.size && named !== undefined && sameBytes(log.tree.root(size), named);
  return known ? undefined : problem("act.seen_differs", { room: act.room, size });
}

/** The founding act must name the key with which this host signs its logs. */
export function refuseLogKey(
  act: Act,
  host: { readonly process: string; readonly hostName: string; readonly logKey: SigningKey },
): Problem | undefined {
  if (act.kind !== "process.opened") return undefined;
  const { process, hostName, logKey } = host;
  const expected = formatVerifierKey(noteVerifier(logName(hostName, process), logKey.publicKey));
  const { log, hostName: named } = act.payload;
  return log === expected && named === hostName ? undefined : problem("process.log_key", { expected });
}

export function refuseSize(entry: Uint8Array): Problem | undefined {
  if (entry.length <= maxEntryBytes) return undefined;
  return problem("entry.too_large", { bytes: entry.length, most: maxEntryBytes });
}
