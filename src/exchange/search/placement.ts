import { type Model, unlimited } from "./model.ts";

/**
 * Who goes when, with every count that a limit or a level is made of, kept up to date as persons are moved. `excess` is
 * how far the limits are overstepped altogether: 0 means that the plan can be carried out.
 * All is mutated by `move`; a transaction (`begin`, then `keep` or `undo`) puts moves back.
 */
export class Placement {
  readonly model: Model;
  readonly at: Int16Array;
  excess = 0;
  /** The part of `excess` that further persons could still make good: parity, category, ladder, alternation. */
  unbalanced = 0;
  uncovered = 0;
  harm = 0;
  returned = 0;
  captivity = 0;
  pickups = 0;
  days = 0;
  change = 0;
  readonly groupReturned: Int32Array;
  readonly used: Int32Array;
  readonly siteDay: Int32Array;
  readonly openSites: Int32Array;
  readonly inBeds: Int32Array;
  readonly countedOf: Int32Array;
  /** Counted persons of side 0 less those of side 1, up to and with each tranche. */
  readonly ahead: Int32Array;
  readonly onDay: Int32Array;
  readonly rowSum: Float64Array;
  private readonly journal: number[] = [];
  readonly groupBefore: Int32Array;

  constructor(model: Model) {
    const { N, T } = model;
    this.model = model;
    this.at = new Int16Array(N).fill(T);
    this.groupReturned = new Int32Array(model.groupSize.length);
    this.groupBefore = new Int32Array(model.groupSize.length);
    this.used = new Int32Array(2 * T * 3);
    this.siteDay = new Int32Array(model.bus.length * T);
    this.openSites = new Int32Array(2 * T);
    this.inBeds = new Int32Array(model.beds.length * T);
    this.countedOf = new Int32Array(2);
    this.ahead = new Int32Array(T);
    this.onDay = new Int32Array(T);
    this.rowSum = new Float64Array(model.rowLimit.length);
    for (let i = 0; i < N; i++) {
      this.uncovered += (model.cover[i] ?? 0) && (model.ready[i] ?? T) < T ? 1 : 0;
      const h = model.medical[i] ?? -1;
      if (h >= 0) this.harm += model.harm[h * (T + 1) + T] ?? 0;
      if ((model.prior[i] ?? -1) >= 0 && model.prior[i] !== T) this.change++;
    }
  }

  /** Moves one person; T is "not returned". */
  move(i: number, t: number): void {
    const from = this.at[i] ?? this.model.T;
    if (from === t) return;
    this.journal.push(i, from);
    this.shift(i, from, t);
  }

  begin(): void {
    this.journal.length = 0;
    this.groupBefore.set(this.groupReturned);
  }

  /** How many moves have been made since `begin`. */
  get moved(): number {
    return this.journal.length >> 1;
  }

  /** Who was moved since `begin`, and from where, in order. */
  movedAt(step: number): { person: number; from: number } {
    return { person: this.journal[2 * step] ?? 0, from: this.journal[2 * step + 1] ?? 0 };
  }

  /** Takes back moves until only `down` of those since `begin` remain. */
  undo(down = 0): void {
    while (this.journal.length > 2 * down) {
      const from = this.journal.pop() ?? 0;
      const i = this.journal.pop() ?? 0;
      this.shift(i, this.at[i] ?? 0, from);
    }
  }

  /** The largest lead of either side after any tranche. */
  get peak(): number {
    let most = 0;
    for (let t = 0; t < this.model.T; t++) most = Math.max(most, Math.abs(this.ahead[t] ?? 0));
    return most;
  }

  private shift(i: number, from: number, to: number): void {
    const { T, medical, harm, prior } = this.model;
    if (from < T) this.count(i, from, -1);
    this.at[i] = to;
    if (to < T) this.count(i, to, 1);
    const h = medical[i] ?? -1;
    if (h >= 0) this.harm += (harm[h * (T + 1) + to] ?? 0) - (harm[h * (T + 1) + from] ?? 0);
    const before = prior[i] ?? -1;
    if (before >= 0) this.change += (before === from ? 1 : 0) - (before === to ? 1 : 0);
    if (from === T) this.account(i, 1);
    else if (to === T) this.account(i, -1);
  }

  // What depends on whether somebody returns, and not on when.
  private account(i: number, sign: number): void {
    const { cover, captivity, group, counted, side, limit, rowStart, rowOf, rowWeight, rowLimit, ready, T } =
      this.model;
    this.returned += sign;
    this.captivity += sign * (captivity[i] ?? 0);
    if (cover[i] && (ready[i] ?? T) < T) this.uncovered -= sign;
    const g = group[i] ?? -1;
    if (g >= 0) this.groupReturned[g] = (this.groupReturned[g] ?? 0) + sign;
    if (counted[i]) {
      const s = side[i] ?? 0;
      const n = this.countedOf[s] ?? 0;
      this.excess += over(n + sign, limit) - over(n, limit);
      this.countedOf[s] = n + sign;
    }
    for (let at = rowStart[i] ?? 0; at < (rowStart[i + 1] ?? 0); at++) {
      const r = rowOf[at] ?? 0;
      const sum = this.rowSum[r] ?? 0;
      const next = sum + sign * (rowWeight[at] ?? 0);
      const most = rowLimit[r] ?? 0;
      const by = over(Math.abs(next), most) - over(Math.abs(sum), most);
      this.excess += by;
      this.unbalanced += by;
      this.rowSum[r] = next;
    }
  }

  // What depends on the tranche.
  private count(i: number, t: number, by: number): void {
    const model = this.model;
    const { T } = model;
    const s = model.side[i] ?? 0;
    if (t < (model.ready[i] ?? T)) this.excess += by;
    const cell = (s * T + t) * 3 + (model.mode[i] ?? 0);
    this.step(this.used, cell, by, model.places[cell] ?? 0);
    const f = model.site[i] ?? -1;
    if (f >= 0) {
      const was = this.siteDay[f * T + t] ?? 0;
      this.step(this.siteDay, f * T + t, by, model.bus[f] ?? unlimited);
      if (was === 0 || was + by === 0) {
        const opened = was === 0 ? 1 : -1;
        this.pickups += opened;
        this.step(this.openSites, s * T + t, opened, model.pickups[s * T + t] ?? unlimited);
      }
    }
    for (let at = model.wardStart[i] ?? 0; at < (model.wardStart[i + 1] ?? 0); at++) {
      const w = model.wardOf[at] ?? 0;
      const end = model.wardEnd[w * T + t] ?? T;
      for (let day = t; day < end; day++) this.step(this.inBeds, w * T + day, by, model.beds[w] ?? 0);
    }
    if (model.counted[i]) {
      const sign = s === 0 ? by : -by;
      const most = model.alternation;
      for (let day = t; day < T; day++) {
        const lead = this.ahead[day] ?? 0;
        const change = over(Math.abs(lead + sign), most) - over(Math.abs(lead), most);
        this.excess += change;
        this.unbalanced += change;
        this.ahead[day] = lead + sign;
      }
    }
    const n = this.onDay[t] ?? 0;
    if (n === 0) this.days++;
    else if (n + by === 0) this.days--;
    this.onDay[t] = n + by;
    const apart = model.apartOf.size > 0 ? model.apartOf.get(i) : undefined;
    if (apart) for (const j of apart) if (this.at[j] === t) this.excess += by;
  }

  private step(counts: Int32Array, cell: number, by: number, most: number): void {
    const n = counts[cell] ?? 0;
    this.excess += over(n + by, most) - over(n, most);
    counts[cell] = n + by;
  }

  /** Whether a place, a seat on his site's bus, a pick-up and a bed are left for somebody in a tranche. */
  hasRoom(i: number, t: number): boolean {
    const model = this.model;
    const { T } = model;
    if (t < (model.ready[i] ?? T)) return false;
    const s = model.side[i] ?? 0;
    const cell = (s * T + t) * 3 + (model.mode[i] ?? 0);
    if ((this.used[cell] ?? 0) >= (model.places[cell] ?? 0)) return false;
    const f = model.site[i] ?? -1;
    if (f >= 0) {
      const sent = this.siteDay[f * T + t] ?? 0;
      if (sent >= (model.bus[f] ?? unlimited)) return false;
      if (sent === 0 && (this.openSites[s * T + t] ?? 0) >= (model.pickups[s * T + t] ?? unlimited))
        return false;
    }
    for (let at = model.wardStart[i] ?? 0; at < (model.wardStart[i + 1] ?? 0); at++) {
      const w = model.wardOf[at] ?? 0;
      const end = model.wardEnd[w * T + t] ?? T;
      for (let day = t; day < end; day++)
        if ((this.inBeds[w * T + day] ?? 0) >= (model.beds[w] ?? 0)) return false;
    }
    return !(model.counted[i] && (this.countedOf[s] ?? 0) >= model.limit && this.at[i] === T);
  }
}

function over(n: number, most: number): number {
  return n > most ? n - most : 0;
}
