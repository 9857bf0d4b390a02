import type { Network } from "./network.ts";

/** As many neighbours as are kept of a site: in large instances a string never reaches further. */
const most = 400;

/** The sites by their nearness to a site, itself first; sorted when they are first asked for. */
export class Neighbours {
  private readonly network: Network;
  private readonly lists: (Int32Array | undefined)[];
  private readonly keys: Float64Array;

  constructor(network: Network) {
    this.network = network;
    this.lists = Array.from({ length: network.size });
    this.keys = new Float64Array(network.sites.length);
  }

  of(site: number): Int32Array {
    const kept = this.lists[site];
    if (kept) return kept;
    const { size, travel, sites } = this.network;
    const { keys } = this;
    // time and number in one key: sorted without a comparison in between
    for (let q = 0; q < sites.length; q++) {
      const j = sites[q] ?? 0;
      keys[q] = (j === site ? 0 : 1 + (travel[site * size + j] ?? 0)) * size + j;
    }
    keys.sort();
    const list = new Int32Array(Math.min(most, sites.length));
    for (let q = 0; q < list.length; q++) list[q] = (keys[q] ?? 0) % size;
    this.lists[site] = list;
    return list;
  }
}
