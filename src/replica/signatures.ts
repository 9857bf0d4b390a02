import { type Problem, problem } from "#base";
import { fromBase64, type SignedBytes, verifyMany } from "#ledger";
import type { Room } from "#record";
import type { ReadEntry } from "./entry.ts";

type Signed = SignedBytes & { readonly room: Room; readonly seq: number; readonly key: string };

const largestBatch = 1_024;

/** Verifies signatures in the thread pool while the next entries are read: at most two batches are held. */
export class Signatures {
  readonly #problems: Problem[];
  readonly #signal: AbortSignal | undefined;
  // few keys sign many acts
  readonly #keys = new Map<string, Uint8Array>();
  #waiting: Signed[] = [];
  #underWay: Promise<void> = Promise.resolve();
  #count = 0;

  constructor(problems: Problem[], signal: AbortSignal | undefined) {
    this.#problems = problems;
    this.#signal = signal;
  }

  /** Signatures taken so far. */
  get count(): number {
    return this.#count;
  }

  async add({ entry, head, actBytes }: ReadEntry, room: Room): Promise<void> {
    for (const { key, signature } of head.signatures) {
      const bytes = fromBase64(signature);
      if (!bytes) throw new Error("An entry's head was read with a signature that is not base64.");
      const publicKey = this.#keyOf(key);
      this.#waiting.push({ publicKey, message: actBytes, signature: bytes, room, seq: entry.seq, key });
      this.#count += 1;
    }
    if (this.#waiting.length >= largestBatch) await this.#start();
  }

  /** Waits for all that were taken. */
  async settle(): Promise<void> {
    await this.#start();
    await this.#underWay;
  }

  async #start(): Promise<void> {
    await this.#underWay;
    this.#signal?.throwIfAborted();
    const batch = this.#waiting;
    this.#waiting = [];
    const holding = verifyMany(batch, this.#signal ? { signal: this.#signal } : {});
    this.#underWay = holding.then((holds) => {
      batch.forEach(({ room, seq, key }, i) => {
        if (!holds[i]) this.#problems.push(problem("verify.signature", { room, seq, key }));
      });
    });
    this.#underWay.catch(() => {}); // awaited with the next batch or at the end; until then nobody listens
  }

  #keyOf(text: string): Uint8Array {
    const held = this.#keys.get(text);
    if (held) return held;
    const bytes = fromBase64(text);
    if (!bytes) throw new Error("An entry's head was read with a key that is not base64.");
    this.#keys.set(text, bytes);
    return bytes;
  }
}
