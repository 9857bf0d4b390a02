import type { Routes } from "../orienteering.ts";
import type { Network } from "./network.ts";

/** Dearer than any detour: the site fits nowhere in the tour. */
export const nowhere = 0x7fffffff;

/**
 * The tours of all teams while they are searched. A tour has two halves of memory: a change copies it into the other half
 * and works there, so that taking the change back is only turning to the first half again. What inserting a site into a
 * tour would cost is remembered for each half by its version, and so outlives changes to the other tours.
 */
export class Tours {
  readonly network: Network;
  /** The prizes of all visited sites. */
  gained = 0;
  /** The tour of each site, or -1. */
  readonly tourOf: Int16Array;
  readonly stops: Int32Array;
  /** Which half of its memory a tour now stands in: `2 * tour`, or one more. */
  private readonly half: Int32Array;
  private readonly width: number;
  private readonly nodes: Int16Array;
  /** Raw arrival, before any waiting. */
  private readonly arrive: Int32Array;
  private readonly leave: Int32Array;
  /** The latest raw arrival with which the rest of the tour still holds. */
  private readonly latest: Int32Array;
  private readonly stopsOf: Int32Array;
  private readonly version: Int32Array;
  private versions = 0;
  private readonly changed: Uint8Array;
  /** The tours changed since `begin`: the first `changeCount`. */
  readonly changes: Int32Array;
  changeCount = 0;
  private gainedBefore = 0;
  private readonly seen: Int32Array;
  private readonly cost: Int32Array;
  private readonly place: Int16Array;
  /** When a site can be left at the soonest. */
  private readonly ready: Int32Array;

  constructor(network: Network) {
    const { size, teams } = network;
    this.network = network;
    this.width = network.sites.length + 2;
    const room = 2 * teams * this.width;
    this.tourOf = new Int16Array(size).fill(-1);
    this.stops = new Int32Array(teams);
    this.half = Int32Array.from({ length: teams }, (_, r) => 2 * r);
    this.nodes = new Int16Array(room);
    this.arrive = new Int32Array(room);
    this.leave = new Int32Array(room);
    this.latest = new Int32Array(room);
    this.stopsOf = new Int32Array(2 * teams);
    this.version = new Int32Array(2 * teams);
    this.changed = new Uint8Array(teams);
    this.changes = new Int32Array(teams);
    this.seen = new Int32Array(size * 2 * teams);
    this.cost = new Int32Array(size * 2 * teams);
    this.place = new Int16Array(size * 2 * teams);
    this.ready = network.open.map((open, site) => open + (network.service[site] ?? 0));
    for (let r = 0; r < teams; r++) this.time(r, 0);
  }

  /** From here on changes can be taken back. */
  begin(): void {
    for (let q = 0; q < this.changeCount; q++) this.changed[this.changes[q] ?? 0] = 0;
    this.changeCount = 0;
    this.gainedBefore = this.gained;
  }

  isChanged(r: number): boolean {
    return this.changed[r] === 1;
  }

  /** Takes back every change since `begin`. */
  undo(): void {
    const { nodes, tourOf, changes, half, width } = this;
    for (let q = 0; q < this.changeCount; q++) {
      const r = changes[q] ?? 0;
      const base = (half[r] ?? 0) * width;
      for (let k = this.stops[r] ?? 0; k > 0; k--) tourOf[nodes[base + k] ?? 0] = -1;
    }
    for (let q = 0; q < this.changeCount; q++) {
      const r = changes[q] ?? 0;
      const h = (half[r] ?? 0) ^ 1;
      half[r] = h;
      const count = this.stopsOf[h] ?? 0;
      this.stops[r] = count;
      const base = h * width;
      for (let k = count; k > 0; k--) tourOf[nodes[base + k] ?? 0] = r;
    }
    this.gained = this.gainedBefore;
  }

  /** The sum of the times at which the tours end. */
  ends(): number {
    let sum = 0;
    for (let r = 0; r < this.half.length; r++)
      sum += this.arrive[(this.half[r] ?? 0) * this.width + (this.stops[r] ?? 0) + 1] ?? 0;
    return sum;
  }

  /** Where a site stands in its tour, from 1. */
  positionOf(site: number): number {
    const base = (this.half[this.tourOf[site] ?? 0] ?? 0) * this.width;
    let k = 1;
    while (this.nodes[base + k] !== site) k++;
    return k;
  }

  /** Takes out `count` stops from position `from` on, and leaves those in between that stand at `keepFrom`, `keep` of them. */
  remove(r: number, from: number, count: number, keepFrom: number, keep: number): void {
    this.change(r);
    const { nodes, tourOf } = this;
    const { prize } = this.network;
    const base = (this.half[r] ?? 0) * this.width;
    const length = this.stops[r] ?? 0;
    const past = from + count + keep;
    let to = from;
    for (let k = from; k <= length; k++) {
      const i = nodes[base + k] ?? 0;
      if (k < past && !(k >= keepFrom && k < keepFrom + keep)) {
        tourOf[i] = -1;
        this.gained -= prize[i] ?? 0;
      } else nodes[base + to++] = i;
    }
    this.setStops(r, to - 1);
    this.time(r, from - 1);
  }

  /** What it costs to insert a site into a tour at its best place: how much later the next stop is reached. */
  costOf(site: number, r: number): number {
    const h = this.half[r] ?? 0;
    const memory = site * 2 * this.half.length + h;
    if (this.seen[memory] !== this.version[h]) this.look(site, h);
    return this.cost[memory] ?? nowhere;
  }

  /**
   * Looks at all changed tours for all sites that no team visits. The sites come in the order in which their windows open,
   * so that what lies too early in a tour for one lies too early for the next as well.
   */
  lookAhead(): void {
    const { half, width, latest, ready, tourOf } = this;
    const { sites } = this.network;
    for (let q = 0; q < this.changeCount; q++) {
      const h = half[this.changes[q] ?? 0] ?? 0;
      let k = h * width;
      const end = k + (this.stopsOf[h] ?? 0);
      for (let p = 0; p < sites.length; p++) {
        const site = sites[p] ?? 0;
        if ((tourOf[site] ?? 0) >= 0) continue;
        const soonest = ready[site] ?? 0;
        while (k <= end && (latest[k + 1] ?? 0) < soonest) k++;
        this.lookFrom(site, h, k);
      }
    }
  }

  private look(site: number, h: number): void {
    const soonest = this.ready[site] ?? 0;
    let k = h * this.width;
    const end = k + (this.stopsOf[h] ?? 0);
    while (k <= end && (this.latest[k + 1] ?? 0) < soonest) k++;
    this.lookFrom(site, h, k);
  }

  private lookFrom(site: number, h: number, first: number): void {
    const { nodes, arrive, leave, latest } = this;
    const { travel, back, size, service, open, close } = this.network;
    const row = site * size;
    const from = open[site] ?? 0;
    const to = close[site] ?? 0;
    const work = service[site] ?? 0;
    let least = nowhere;
    let where = 0;
    const base = h * this.width;
    const end = base + (this.stopsOf[h] ?? 0);
    for (let k = first; k <= end; k++) {
      let time = (leave[k] ?? 0) + (back[row + (nodes[k] ?? 0)] ?? 0);
      if (time > to) break;
      if (time < from) time = from;
      time += work + (travel[row + (nodes[k + 1] ?? 0)] ?? 0);
      if (time > (latest[k + 1] ?? 0)) continue;
      time -= arrive[k + 1] ?? 0;
      if (time < least) {
        least = time;
        where = k - base;
      }
    }
    const memory = site * 2 * this.half.length + h;
    this.seen[memory] = this.version[h] ?? 0;
    this.cost[memory] = least;
    this.place[memory] = where;
  }

  /** Inserts a site into a tour where `costOf` has found it cheapest. */
  insert(site: number, r: number): void {
    const at = this.place[site * 2 * this.half.length + (this.half[r] ?? 0)] ?? 0;
    this.change(r);
    const { nodes, arrive, leave, latest } = this;
    const base = (this.half[r] ?? 0) * this.width;
    for (let k = base + (this.stops[r] ?? 0) + 1; k > base + at; k--) {
      nodes[k + 1] = nodes[k] ?? 0;
      arrive[k + 1] = arrive[k] ?? 0;
      leave[k + 1] = leave[k] ?? 0;
      latest[k + 1] = latest[k] ?? 0;
    }
    nodes[base + at + 1] = site;
    this.setStops(r, (this.stops[r] ?? 0) + 1);
    this.tourOf[site] = r;
    this.gained += this.network.prize[site] ?? 0;
    this.time(r, at);
  }

  /** Puts given routes in the place of all tours; a site in two of them stays in the first. */
  set(routes: Routes): void {
    for (let r = 0; r < this.stops.length; r++)
      if ((this.stops[r] ?? 0) > 0) this.remove(r, 1, this.stops[r] ?? 0, 0, 0);
    routes.forEach((route, r) => {
      this.change(r);
      const base = (this.half[r] ?? 0) * this.width;
      let length = 0;
      for (const site of route) {
        if ((this.tourOf[site] ?? 0) >= 0) continue;
        this.nodes[base + ++length] = site;
        this.tourOf[site] = r;
        this.gained += this.network.prize[site] ?? 0;
      }
      this.setStops(r, length);
      this.time(r, 0);
    });
  }

  /** The sum of a number of each site over a tour. */
  sumOf(r: number, of: Float64Array): number {
    const base = (this.half[r] ?? 0) * this.width;
    let sum = 0;
    for (let k = this.stops[r] ?? 0; k > 0; k--) sum += of[this.nodes[base + k] ?? 0] ?? 0;
    return sum;
  }

  route(r: number): number[] {
    const base = (this.half[r] ?? 0) * this.width + 1;
    return Array.from(this.nodes.subarray(base, base + (this.stops[r] ?? 0)));
  }

  routes(): number[][] {
    return Array.from(this.stops, (_, r) => this.route(r));
  }

  private setStops(r: number, count: number): void {
    this.stops[r] = count;
    this.stopsOf[this.half[r] ?? 0] = count;
  }

  // Turns to the other half of the tour's memory, with the same stops; once a transaction.
  private change(r: number): void {
    if (this.changed[r] === 1) return;
    this.changed[r] = 1;
    this.changes[this.changeCount++] = r;
    const { nodes, arrive, leave, latest, width } = this;
    const h = this.half[r] ?? 0;
    this.half[r] = h ^ 1;
    const from = h * width;
    const shift = ((h ^ 1) - h) * width;
    const count = this.stops[r] ?? 0;
    for (let k = from, end = from + count + 1; k <= end; k++) {
      nodes[k + shift] = nodes[k] ?? 0;
      arrive[k + shift] = arrive[k] ?? 0;
      leave[k + shift] = leave[k] ?? 0;
      latest[k + shift] = latest[k] ?? 0;
    }
    this.stopsOf[h ^ 1] = count;
  }

  // Counts the times anew after a change behind position `at`.
  private time(r: number, at: number): void {
    const { nodes, arrive, leave, latest } = this;
    const { travel, size, service, open, close } = this.network;
    const h = this.half[r] ?? 0;
    const base = h * this.width;
    const end = base + (this.stops[r] ?? 0) + 1;
    nodes[base] = 0;
    nodes[end] = 0;
    arrive[base] = open[0] ?? 0;
    leave[base] = open[0] ?? 0;
    let i = nodes[base + at] ?? 0;
    let time = leave[base + at] ?? 0;
    for (let k = base + at + 1; k <= end; k++) {
      const j = nodes[k] ?? 0;
      time += travel[i * size + j] ?? 0;
      arrive[k] = time;
      if (time < (open[j] ?? 0)) time = open[j] ?? 0;
      time += service[j] ?? 0;
      leave[k] = time;
      i = j;
    }
    let late = close[0] ?? 0;
    latest[end] = late;
    let next = 0;
    for (let k = end - 1; k > base; k--) {
      const j = nodes[k] ?? 0;
      late -= (service[j] ?? 0) + (travel[j * size + next] ?? 0);
      if (late > (close[j] ?? 0)) late = close[j] ?? 0;
      latest[k] = late;
      next = j;
    }
    this.version[h] = ++this.versions;
  }
}
