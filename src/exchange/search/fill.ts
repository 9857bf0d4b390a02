import type { ClassOfPersons } from "./classes.ts";
import { type Model, unlimited } from "./model.ts";
import type { Placement } from "./placement.ts";

// Those who must be covered, the medical, and all others.
const ranks = 3;

/**
 * Fills tranches person by person, so that after each step no limit is overstepped: whoever would put one side too far
 * ahead is joined by persons of the other side. First those who must be covered, then the medical, then the group with
 * the smallest share so far, and in it the longest held.
 */
export class Fill {
  private readonly placement: Placement;
  private readonly model: Model;
  private readonly classes: readonly ClassOfPersons[];
  private readonly next: Int32Array;
  private readonly refused: Uint8Array;
  private readonly pools: number;
  private readonly poolSide: number[] = [];
  // classes with room in this tranche, by rank, pool and group
  private live: Int32Array[] = [];

  constructor(placement: Placement, classes: readonly ClassOfPersons[]) {
    this.placement = placement;
    this.model = placement.model;
    this.classes = classes;
    this.next = new Int32Array(classes.length);
    this.refused = new Uint8Array(classes.length);
    for (const { pool, side } of classes) this.poolSide[pool] = side;
    this.pools = this.poolSide.length;
  }

  /** Looks again at who is left, and lists the classes that have room in this tranche; `skips` leaves some out. */
  enter(t: number, skips: () => boolean = () => false): void {
    const { model, classes } = this;
    const groups = model.groupSize.length + 1;
    const lists: number[][] = Array.from({ length: ranks * this.pools * groups }, () => []);
    this.next.fill(0);
    this.refused.fill(0);
    const sites = this.sitesToOpen(t);
    classes.forEach((one, c) => {
      const i = this.candidate(c);
      if (i < 0 || !this.placement.hasRoom(i, t) || skips()) return;
      const f = model.site[i] ?? -1;
      if (f >= 0 && !sites[f]) return;
      const rank = model.cover[i] ? 0 : (model.medical[i] ?? -1) >= 0 ? 1 : 2;
      lists[(rank * this.pools + one.pool) * groups + one.group + 1]?.push(c);
    });
    this.live = lists.map((list) => Int32Array.from(list));
  }

  // The open sites, and as many more as there are pick-ups left: those that need most visits for all who are there.
  private sitesToOpen(t: number): Uint8Array {
    const { model, placement } = this;
    const { T, bus, site, siteSide, ready } = model;
    const chosen = new Uint8Array(bus.length);
    const staying = new Int32Array(bus.length);
    for (const { members } of this.classes)
      for (const i of members) {
        const f = site[i] ?? -1;
        if (f >= 0 && placement.at[i] === T && (ready[i] ?? T) <= t) staying[f] = (staying[f] ?? 0) + 1;
      }
    const closed: number[] = [];
    for (let f = 0; f < bus.length; f++)
      if ((placement.siteDay[f * T + t] ?? 0) > 0) chosen[f] = 1;
      else if ((staying[f] ?? 0) > 0) closed.push(f);
    const visits = (f: number) => (staying[f] ?? 0) / Math.max(1, Math.min(bus[f] ?? 1, model.N));
    closed.sort((f, g) => visits(g) - visits(f));
    const left = [0, 1].map((s) => (model.pickups[s * T + t] ?? 0) - (placement.openSites[s * T + t] ?? 0));
    for (const f of closed) {
      const s = siteSide[f] ?? 0;
      if ((left[s] ?? 0) <= 0) continue;
      left[s] = (left[s] ?? 0) - 1;
      chosen[f] = 1;
    }
    return chosen;
  }

  /**
   * Brings `excess` to 0 by persons added in this tranche, at most `most` of them; answers whether it could. What it has
   * added stays where it could not.
   */
  balance(t: number, most: number): boolean {
    const { placement } = this;
    for (let n = 0; placement.excess > 0; n++) {
      if (n >= most) return false;
      const one = this.bestStep(t, placement.excess);
      if (one >= 0) placement.move(one, t);
      else if (!this.addTwo(t)) return false;
    }
    return true;
  }

  // The person of any pool whose going brings the excess lowest, and below `than`; -1 where none does.
  private bestStep(t: number, than: number): number {
    const { placement } = this;
    let [best, lowest] = [-1, than];
    for (let pool = 0; pool < this.pools; pool++) {
      const i = this.bestOfPool(pool, t);
      if (i < 0) continue;
      const down = placement.moved;
      placement.move(i, t);
      if (placement.excess < lowest) [best, lowest] = [i, placement.excess];
      placement.undo(down);
    }
    return best;
  }

  // Two who together bring the excess down where nobody alone does: one evens out a category, the other the total.
  private addTwo(t: number): boolean {
    const { placement } = this;
    const before = placement.excess;
    for (let pool = 0; pool < this.pools; pool++) {
      const i = this.bestOfPool(pool, t);
      if (i < 0) continue;
      const down = placement.moved;
      placement.move(i, t);
      const j = this.bestStep(t, before);
      if (j >= 0) {
        placement.move(j, t);
        return true;
      }
      placement.undo(down);
      this.next.fill(0); // he is free again whom a pointer has passed
    }
    return false;
  }

  /** Adds persons to a tranche until none fits any more. `enter` comes before. */
  fillUp(t: number): void {
    const { countedOf } = this.placement;
    for (let rank = 0; rank < ranks; rank++)
      for (;;) {
        const first = (countedOf[0] ?? 0) <= (countedOf[1] ?? 0) ? 0 : 1;
        if (!this.addOne(t, rank, first) && !this.addOne(t, rank, 1 - first)) break;
      }
  }

  // Adds the first of a rank and side that fits, with those of the other side whom that takes.
  private addOne(t: number, rank: number, s: number): boolean {
    const { placement } = this;
    for (const { key } of this.openKeys(rank, (pool) => this.poolSide[pool] === s))
      for (;;) {
        const c = this.bestClass(key, t, true);
        if (c < 0) break;
        placement.begin();
        placement.move(this.candidate(c), t);
        if (placement.excess === 0 || this.balance(t, 6)) return true;
        placement.undo();
        this.next.fill(0); // somebody is free again whom a pointer has passed
        this.refused[c] = 1;
      }
    return false;
  }

  private bestOfPool(wanted: number, t: number): number {
    for (let rank = 0; rank < ranks; rank++)
      for (const { key } of this.openKeys(rank, (pool) => pool === wanted)) {
        const c = this.bestClass(key, t, false);
        if (c >= 0) return this.candidate(c);
      }
    return -1;
  }

  // The lists of a rank that are not empty, the group with the smallest share first.
  private openKeys(rank: number, takes: (pool: number) => boolean): { key: number; share: number }[] {
    const { groupSize } = this.model;
    const found: { key: number; share: number }[] = [];
    for (let pool = 0; pool < this.pools; pool++) {
      if (!takes(pool)) continue;
      const base = (rank * this.pools + pool) * (groupSize.length + 1);
      for (let g = -1; g < groupSize.length; g++) {
        if ((this.live[base + g + 1]?.length ?? 0) === 0) continue;
        const size = groupSize[g] ?? 0;
        found.push({
          key: base + g + 1,
          share: size === 0 ? 1 : (this.placement.groupReturned[g] ?? 0) / size,
        });
      }
    }
    return found.length > 1 ? found.sort((x, y) => x.share - y.share) : found;
  }

  // The class of a list whose next person is spared most, or was held longest; what has no more room leaves the list.
  private bestClass(key: number, t: number, asFirst: boolean): number {
    const { captivity, medical, harm, T } = this.model;
    const list = this.live[key] ?? new Int32Array();
    let [best, worth, kept] = [-1, -1, 0];
    for (let n = 0; n < list.length; n++) {
      const c = list[n] ?? 0;
      const i = this.candidate(c);
      if (i < 0 || !this.placement.hasRoom(i, t)) continue;
      list[kept++] = c;
      if (asFirst && this.refused[c]) continue;
      const h = medical[i] ?? -1;
      const spared = h < 0 ? 0 : (harm[h * (T + 1) + T] ?? 0) - (harm[h * (T + 1) + t] ?? 0);
      const one = spared * unlimited + (captivity[i] ?? 0);
      if (one > worth) [best, worth] = [c, one];
    }
    if (kept < list.length) this.live[key] = list.subarray(0, kept);
    return best;
  }

  // The longest held of a class who is not placed.
  private candidate(c: number): number {
    const members = this.classes[c]?.members ?? [];
    const { at } = this.placement;
    let n = this.next[c] ?? 0;
    while (n < members.length && at[members[n] ?? 0] !== this.model.T) n++;
    this.next[c] = n;
    return members[n] ?? -1;
  }
}
