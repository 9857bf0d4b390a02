import type { Keep, KeptMeta } from "./keep.ts";

/** What a keep holds beside the rooms, in memory as well. */
export class Beside {
  readonly #keep: Keep;
  #meta: KeptMeta;

  constructor(keep: Keep, meta: KeptMeta) {
    this.#keep = keep;
    this.#meta = meta;
  }

  get meta(): KeptMeta {
    return this.#meta;
  }

  async set(change: KeptMeta): Promise<void> {
    this.#meta = { ...this.#meta, ...change };
    await this.#keep.setMeta(change);
  }
}
