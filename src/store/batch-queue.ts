/** What became of one item of a batch. */
export type Outcome<A> = { readonly value: A } | { readonly error: unknown };

type Waiting<Q, A> = {
  readonly item: Q;
  readonly resolve: (value: A) => void;
  readonly reject: (reason: unknown) => void;
};

/**
 * Group commit: what arrives while a commit runs is committed together next, with one sync.
 * `commit` answers for each item of its batch, in order; if it throws, every item of the batch gets that error.
 */
export class BatchQueue<Q, A> {
  readonly #commit: (batch: readonly Q[]) => Promise<readonly Outcome<A>[]>;
  readonly #weigh: (item: Q) => number;
  readonly #maxWeight: number;
  readonly #waiting: Waiting<Q, A>[] = [];
  #running: Promise<void> | undefined;

  constructor(options: {
    commit: (batch: readonly Q[]) => Promise<readonly Outcome<A>[]>;
    weigh: (item: Q) => number;
    maxWeight: number;
  }) {
    this.#commit = options.commit;
    this.#weigh = options.weigh;
    this.#maxWeight = options.maxWeight;
  }

  add(item: Q): Promise<A> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when everything added before is settled. */
  async drained(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      // one turn of the event loop, so that callers woken by the last commit can join this one
      await new Promise((resolve) => setImmediate(resolve));
      await this.#settle(this.#take());
    }
    this.#running = undefined;
  }

  /** Always at least one item, however heavy. */
  #take(): Waiting<Q, A>[] {
    let count = 0;
    let weight = 0;
    for (const { item } of this.#waiting) {
      weight += this.#weigh(item);
      if (count > 0 && weight > this.#maxWeight) break;
      count++;
    }
    return this.#waiting.splice(0, count);
  }

  async #settle(batch: readonly Waiting<Q, A>[]): Promise<void> {
    let outcomes: readonly Outcome<A>[];
    try {
      outcomes = await this.#commit(batch.map(({ item }) => item));
    } catch (error) {
      // the callers decide what the failure means to them
      outcomes = batch.map(() => ({ error }));
    }
    for (const [i, { resolve, reject }] of batch.entries()) {
      const outcome = outcomes[i];
      if (outcome === undefined) reject(new Error(`The commit gave no answer for item ${i} of its batch.`));
      else if ("error" in outcome) reject(outcome.error);
      else resolve(outcome.value);
    }
  }
}
