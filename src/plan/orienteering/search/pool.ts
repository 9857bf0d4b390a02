import { Dice } from "./dice.ts";
import type { Tours } from "./tours.ts";

/** Tours that stood in good plans, each set of sites once, with the value of the best plan that it stood in. */
export class Pool {
  readonly sites: number[][] = [];
  readonly prizes: number[] = [];
  private readonly worth: number[] = [];
  private readonly known = new Map<number, number>();
  private readonly keys: Float64Array;
  private readonly most: number;

  constructor(size: number, most: number) {
    const dice = new Dice(size);
    // sums of up to some thousand keys stay whole and exact
    this.keys = Float64Array.from(
      { length: size },
      () => Math.floor(dice.share() * 2 ** 32) * 256 + dice.below(256),
    );
    this.most = most;
  }

  /** Keeps the tours that have changed since the transaction began. */
  add(tours: Tours): void {
    const { changes, changeCount } = tours;
    for (let q = 0; q < changeCount; q++) {
      const r = changes[q] ?? 0;
      const key = tours.sumOf(r, this.keys);
      if (key === 0) continue;
      const at = this.known.get(key);
      if (at !== undefined) {
        if ((this.worth[at] ?? 0) < tours.gained) this.worth[at] = tours.gained;
        continue;
      }
      if (this.sites.length >= 2 * this.most) this.thin();
      const sites = tours.route(r);
      this.known.set(key, this.sites.length);
      this.sites.push(sites);
      this.prizes.push(sites.reduce((sum, site) => sum + (tours.network.prize[site] ?? 0), 0));
      this.worth.push(tours.gained);
    }
  }

  /** Leaves the half that stood in better plans. */
  thin(): void {
    if (this.sites.length <= this.most) return;
    const order = this.worth
      .map((_, at) => at)
      .sort((a, b) => (this.worth[b] ?? 0) - (this.worth[a] ?? 0) || b - a);
    const kept = order.slice(0, this.most);
    const sites = kept.map((at) => this.sites[at] ?? []);
    const prizes = kept.map((at) => this.prizes[at] ?? 0);
    const worth = kept.map((at) => this.worth[at] ?? 0);
    this.known.clear();
    sites.forEach((tour, at) => {
      this.known.set(
        tour.reduce((sum, site) => sum + (this.keys[site] ?? 0), 0),
        at,
      );
    });
    this.sites.splice(0, Number.POSITIVE_INFINITY, ...sites);
    this.prizes.splice(0, Number.POSITIVE_INFINITY, ...prizes);
    this.worth.splice(0, Number.POSITIVE_INFINITY, ...worth);
  }
}
