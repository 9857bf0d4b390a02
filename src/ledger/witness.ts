import { sameBytes } from "./bytes.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { emptyRoot } from "./leaf.ts";
import { verifyConsistency } from "./proof.ts";

/** What a witness keeps of a log: the last head that it has cosigned. */
export type WitnessedHead = { readonly size: number; readonly root: Uint8Array };

/** What is brought to a witness (C2SP tlog-witness add-checkpoint), the log's signature already verified. */
export type WitnessRequest = {
  /** The size from which the proof leads. */
  readonly oldSize: number;
  readonly checkpoint: Checkpoint;
  readonly proof: readonly Uint8Array[];
};

export type WitnessAnswer =
  /** Keep `head` on disk first, in the same step as the comparison; then cosign. */
  | { readonly kind: "accept"; readonly head: WitnessedHead }
  /** 400: the request contradicts itself. */
  | { readonly kind: "badRequest" }
  /** 409: the log must prove from the size that the witness knows; or it has shown two roots of one size. */
  | { readonly kind: "conflict"; readonly knownSize: number }
  /** 422: the new head does not continue the known one. */
  | { readonly kind: "badProof" };

/** May the witness cosign? Total. */
export function witnessStep(last: WitnessedHead | undefined, request: WitnessRequest): WitnessAnswer {
  const { oldSize, checkpoint, proof } = request;
  const known = last ?? { size: 0, root: emptyRoot() };
  if (!(oldSize <= checkpoint.size)) return { kind: "badRequest" };
  const forked = oldSize === checkpoint.size && !sameBytes(known.root, checkpoint.root);
  if (oldSize !== known.size || forked) return { kind: "conflict", knownSize: known.size };
  if (!verifyConsistency(oldSize, checkpoint.size, proof, known.root, checkpoint.root))
    return { kind: "badProof" };
  return { kind: "accept", head: { size: checkpoint.size, root: checkpoint.root } };
}
