import { type Problem, problem } from "#base";
import { fromBase64, type SignedBytes, sameBytes, verifyMany } from "#ledger";
import { type Act, maxEntryBytes, parseAct, refuseAct, refuseAuthority, type State } from "#record";
import type { Envelope } from "#replica";
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
  return { act: parsed.act, envelope };
}

/** What the author's office reads, and the logs concerned, at the moment of admission. */
export type Desk = {
  readonly process: string;
  readonly log: RoomLog;
  /** Size of the process room's log. */
  readonly roster: number;
  /** The state of the process room alone is enough to judge seats; every office reads it. */
  readonly state: State;
};

/** Whether a checked act may be appended now; the same on every server that has the same logs. */
export function refuseAdmission({ act, envelope }: Checked, desk: Desk, now: number): Problem | undefined {
  const { process, log, roster, state } = desk;
  if (act.process !== process)
    return problem("act.wrong_process", { process: act.process, expected: process });
  const seq = log.ids.get(act.id);
  if (seq !== undefined) return problem("act.replayed", { id: act.id, seq });
  const refused = refuseAct(state, act, now) ?? refuseSeen(act, log);
  if (refused) return refused;
  const keys = envelope.signatures.map((one) => one.key);
  return refuseAuthority(state.people, act, keys, roster);
}

// The author names the head that he saw: if it is not this log's, he was shown another history.
function refuseSeen(act: Act, log: RoomLog): Problem | undefined {
  const { size, root } = act.seen;
  const named = fromBase64(root);
  const known = size <= log.size && named !== undefined && sameBytes(log.tree.root(size), named);
  return known ? undefined : problem("act.seen_differs", { room: act.room, size });
}

export function refuseSize(entry: Uint8Array): Problem | undefined {
  if (entry.length <= maxEntryBytes) return undefined;
  return problem("entry.too_large", { bytes: entry.length, most: maxEntryBytes });
}
