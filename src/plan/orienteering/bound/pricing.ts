import type { Orienteering } from "../orienteering.ts";
import type { Nearness } from "./relaxation.ts";

/** The best that a route brings at given prices, and good routes; undefined where the labels ran out. */
export type Priced = { readonly most: number; readonly routes: readonly (readonly number[])[] };

/**
 * Finds routes that bring most at prices on sites, by labels in the order of time. A label is how a route may stand at a
 * site: when it leaves, what it has brought, and which near sites it may not come back to. One that leaves no later, has
 * brought no less and is barred from no more makes another needless.
 */
export class Pricing {
  private readonly given: Orienteering;
  private readonly sites: readonly number[];
  private readonly nearness: Nearness;
  private count = 0;
  private room = 1 << 14;
  private site = new Int16Array(this.room);
  private leave = new Int32Array(this.room);
  private brought = new Float64Array(this.room);
  private barred = new Int32Array(this.room);
  private parent = new Int32Array(this.room);
  private inBucket = new Int32Array(this.room);
  private atSite = new Int32Array(this.room);
  private dead = new Uint8Array(this.room);
  private readonly heads: Int32Array;
  private readonly buckets: Int32Array;
  private readonly grain: number;
  /** Labels made so far, over all calls. */
  labels = 0;

  constructor(given: Orienteering, sites: readonly number[], nearness: Nearness) {
    this.given = given;
    this.sites = sites;
    this.nearness = nearness;
    this.heads = new Int32Array(given.size);
    const span = (given.close[0] ?? 0) - (given.open[0] ?? 0) + 1;
    this.grain = Math.max(1, Math.ceil(span / 8192));
    this.buckets = new Int32Array(Math.ceil(span / this.grain) + 2);
  }

  /** `loose` lets labels be needless whatever they are barred from: quicker, and no bound. */
  run(
    prices: Float64Array,
    loose: boolean,
    mostRoutes: number,
    mostLabels: number,
    isOver: () => boolean,
  ): Priced | undefined {
    const { size, prize, travel, open } = this.given;
    // what costs more than it brings is never worth the way on the shortest ways
    const worth = new Float64Array(size);
    const wanted: number[] = [];
    for (const site of this.sites) {
      worth[site] = (prize[site] ?? 0) - (prices[site] ?? 0);
      if ((worth[site] ?? 0) > 1e-7) wanted.push(site);
    }
    this.count = 0;
    this.heads.fill(-1);
    this.buckets.fill(-1);
    const start = open[0] ?? 0;
    for (const site of wanted) this.reach(-1, 0, start, site, worth[site] ?? 0, 0, loose);
    let watch = 0;
    for (let b = 0; b < this.buckets.length; b++) {
      // what is put into the bucket while it is worked through comes to its head
      for (let label = this.take(b); label >= 0; label = this.take(b)) {
        if (this.dead[label]) continue;
        if (this.count > mostLabels || ((++watch & 1023) === 0 && isOver())) {
          this.labels += this.count;
          return undefined;
        }
        const i = this.site[label] ?? 0;
        const time = this.leave[label] ?? 0;
        const brought = this.brought[label] ?? 0;
        const barred = this.barred[label] ?? 0;
        const row = i * size;
        for (let q = 0; q < wanted.length; q++) {
          const j = wanted[q] ?? 0;
          const place = this.nearness.placeAt(i, j);
          if (place >= 0 && (barred & (1 << place)) !== 0) continue;
          this.reach(label, i, time + (travel[row + j] ?? 0), j, brought + (worth[j] ?? 0), barred, loose);
        }
      }
    }
    this.labels += this.count;
    return this.best(mostRoutes);
  }

  private take(b: number): number {
    const label = this.buckets[b] ?? -1;
    if (label >= 0) this.buckets[b] = this.inBucket[label] ?? -1;
    return label;
  }

  private reach(
    from: number,
    i: number,
    arrive: number,
    j: number,
    brought: number,
    barredBefore: number,
    loose: boolean,
  ): void {
    const { open, close, service, travel, size } = this.given;
    if (from < 0) arrive += travel[j] ?? 0;
    if (arrive > (close[j] ?? 0)) return;
    const leave = Math.max(arrive, open[j] ?? 0) + (service[j] ?? 0);
    if (leave + (travel[j * size] ?? 0) > (close[0] ?? 0)) return;
    const { nearness } = this;
    let barred = 1 << nearness.placeAt(j, j);
    if (from >= 0) {
      const near = nearness.lists[i] ?? [];
      for (let rest = barredBefore; rest !== 0; rest &= rest - 1) {
        const place = nearness.placeAt(j, near[31 - Math.clz32(rest & -rest)] ?? 0);
        if (place >= 0) barred |= 1 << place;
      }
    }
    let before = -1;
    for (let other = this.heads[j] ?? -1; other >= 0; other = this.atSite[other] ?? -1) {
      const otherLeave = this.leave[other] ?? 0;
      const otherBrought = this.brought[other] ?? 0;
      if (
        otherLeave <= leave &&
        otherBrought >= brought &&
        (loose || ((this.barred[other] ?? 0) & ~barred) === 0)
      )
        return;
      if (
        leave <= otherLeave &&
        brought >= otherBrought &&
        (loose || (barred & ~(this.barred[other] ?? 0)) === 0)
      ) {
        this.dead[other] = 1;
        const next = this.atSite[other] ?? -1;
        if (before < 0) this.heads[j] = next;
        else this.atSite[before] = next;
      } else before = other;
    }
    this.put(j, leave, brought, barred, from);
  }

  private put(j: number, leave: number, brought: number, barred: number, parent: number): void {
    if (this.count === this.room) this.grow();
    const label = this.count++;
    this.site[label] = j;
    this.leave[label] = leave;
    this.brought[label] = brought;
    this.barred[label] = barred;
    this.parent[label] = parent;
    this.dead[label] = 0;
    this.atSite[label] = this.heads[j] ?? -1;
    this.heads[j] = label;
    const b = Math.floor((leave - (this.given.open[0] ?? 0)) / this.grain);
    this.inBucket[label] = this.buckets[b] ?? -1;
    this.buckets[b] = label;
  }

  private grow(): void {
    this.room *= 2;
    const wider = <A extends Int16Array | Int32Array | Float64Array | Uint8Array>(old: A, made: A): A => {
      made.set(old);
      return made;
    };
    this.site = wider(this.site, new Int16Array(this.room));
    this.leave = wider(this.leave, new Int32Array(this.room));
    this.brought = wider(this.brought, new Float64Array(this.room));
    this.barred = wider(this.barred, new Int32Array(this.room));
    this.parent = wider(this.parent, new Int32Array(this.room));
    this.inBucket = wider(this.inBucket, new Int32Array(this.room));
    this.atSite = wider(this.atSite, new Int32Array(this.room));
    this.dead = wider(this.dead, new Uint8Array(this.room));
  }

  // The best label of each site; those that bring most first.
  private best(mostRoutes: number): Priced {
    const ends: number[] = [];
    let most = 0;
    for (const site of this.sites) {
      let top = -1;
      for (let label = this.heads[site] ?? -1; label >= 0; label = this.atSite[label] ?? -1)
        if (top < 0 || (this.brought[label] ?? 0) > (this.brought[top] ?? 0)) top = label;
      if (top < 0) continue;
      ends.push(top);
      most = Math.max(most, this.brought[top] ?? 0);
    }
    ends.sort((a, b) => (this.brought[b] ?? 0) - (this.brought[a] ?? 0) || a - b);
    const routes = ends.slice(0, mostRoutes).map((end) => {
      const route: number[] = [];
      for (let label = end; label >= 0; label = this.parent[label] ?? -1) route.push(this.site[label] ?? 0);
      return route.reverse();
    });
    return { most, routes };
  }
}
