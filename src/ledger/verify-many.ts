import { ed25519VerifyInPool, nextTurn } from "#ledger/native";
import { mayBeAccepted } from "./signature.ts";

export type SignedBytes = {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
};

export type LongWork = {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
};

// so many that the pool has work while this thread does something else
const lanes = 1_024;
const turnEvery = 256;

/** `verifySignature` for each item, in order, on all cores. Rejects with the signal's reason when it is aborted. */
export async function verifyMany(items: readonly SignedBytes[], work: LongWork = {}): Promise<boolean[]> {
  const answers = new Array<boolean>(items.length).fill(false);
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) {
      work.signal?.throwIfAborted();
      const item = items[i];
      if (item !== undefined && mayBeAccepted(item.publicKey, item.signature)) {
        answers[i] = await ed25519VerifyInPool(item.publicKey, item.message, item.signature);
      }
      if (++done % turnEvery !== 0) continue;
      work.onProgress?.(done, items.length);
      await nextTurn();
    }
  };
  work.signal?.throwIfAborted();
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
  work.onProgress?.(items.length, items.length);
  return answers;
}
