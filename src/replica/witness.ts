import { ProblemError, problem, refuse } from "#base";
import {
  type Cosigner,
  cosign,
  formatVerifierKey,
  openCheckpoint,
  parseNote,
  verifierOf,
  withSignatures,
} from "#ledger";
import type { PayloadOf, Room } from "#record";
import { readFounding } from "./founding.ts";
import type { Source } from "./source.ts";
import { roomVerifier, witnessesOf } from "./trust.ts";
import { verifySource } from "./verify.ts";

/** A room's checkpoint with one more cosignature on it. */
export type CosignedHead = { readonly room: Room; readonly size: number; readonly note: Uint8Array };

/**
 * Cosigns the head of every room of a copy, as a witness does: only after the whole copy has verified, and, where
 * an earlier copy is given, only if it is the beginning of this one (C2SP tlog-witness).
 */
export async function cosignSource(
  source: Source,
  witness: Cosigner,
  epochMs: number,
  since?: Source,
): Promise<readonly CosignedHead[]> {
  const { problems } = await verifySource(source, since ? { since } : {});
  if (problems[0]) throw new ProblemError(problems[0]);
  const founding = await readFounding(source);
  if ("problem" in founding) throw new ProblemError(founding.problem);
  const own = formatVerifierKey(verifierOf(witness));
  if (!founding.payload.witnesses.some(({ key }) => key === own))
    refuse("witness.unknown", { witness: witness.name });
  const heads: CosignedHead[] = [];
  for (const { room, size, checkpoint } of await source.rooms()) {
    if (!checkpoint) continue;
    const { text, signatures } = parseNote(checkpoint);
    if (signatures.some((one) => one.name === witness.name)) continue; // this head has its cosignature already
    heads.push({ room, size, note: withSignatures(checkpoint, [cosign(text, witness, epochMs)]) });
  }
  return heads;
}

/**
 * Adds what a witness sent to the note that the host keeps: it must be of the same head, and every cosignature on it
 * by a witness of the process. Answers the note with all of them.
 */
export function mergeCosigned(
  founding: PayloadOf<"process.opened">,
  process: string,
  room: Room,
  kept: Uint8Array,
  sent: Uint8Array,
): Uint8Array {
  const [old, fresh] = [parseNote(kept), parseNote(sent)];
  if (old.text !== fresh.text)
    throw new ProblemError(
      problem("witness.refused", { room, reason: "The log has another head by now. Cosign the new one." }),
    );
  const witnesses = witnessesOf(founding).map(({ verifier }) => verifier);
  const { cosignatures } = openCheckpoint(sent, { log: roomVerifier(founding, process, room), witnesses });
  const held = new Set(old.signatures.map((one) => one.name));
  const named = new Set(cosignatures.map((one) => one.witness));
  const more = fresh.signatures.filter((one) => named.has(one.name) && !held.has(one.name));
  return more.length === 0 ? kept : withSignatures(kept, more);
}
