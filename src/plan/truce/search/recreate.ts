import type { Random } from "#base";
import { type Candidate, candidateOf, copyCandidate } from "./candidate.ts";
import type { Finder } from "./finder.ts";
import { putCandidate } from "./insert.ts";
import { type Model, medical, never } from "./model.ts";
import { dropSupport } from "./remove.ts";
import type { Routes } from "./routes.ts";
import { openSite } from "./support.ts";

/** What is worth going on: what all are worth at `least`, where nobody comes much sooner than `since`. */
export type Hope = { readonly least: number; readonly since: number };

/** Puts visits in again, in another order than they stood (G. Schrimpf et al. 2000). */
export class Recreate {
  private readonly model: Model;
  private readonly routes: Routes;
  private readonly finder: Finder;
  private readonly random: Random;
  private readonly one: Candidate;
  // by site and team: the best visit, and the version of the route that it was worked out for
  private readonly known: Candidate[];
  private readonly knownAt: Int32Array;
  private readonly key: Float64Array;
  private hope: Hope | undefined;

  constructor(finder: Finder, random: Random) {
    const { model } = finder.routes;
    this.model = model;
    this.routes = finder.routes;
    this.finder = finder;
    this.random = random;
    this.one = candidateOf(model.S);
    this.known = Array.from({ length: model.N * model.K }, () => candidateOf(model.S));
    this.knownAt = new Int32Array(model.N * model.K).fill(-1);
    this.key = new Float64Array(model.N);
    finder.mayShift = true;
  }

  /** Visits these sites as often as something is gained. */
  run(sites: readonly number[], kinds: readonly number[], hope?: Hope): void {
    this.hope = hope;
    const isFirst = hope === undefined;
    const { random, finder } = this;
    // sometimes not all at once: two teams, or two trips, can be sooner
    finder.most = !isFirst && random.next() < 0.05 ? 1 + random.below(2) : never;
    if (!isFirst && kinds[0] === medical && random.next() < 0.2) {
      // one class before all others, so that the room is theirs
      finder.only = random.below(this.model.C);
      this.hope = undefined;
      this.visits(sites, kinds);
      this.hope = hope;
      finder.only = -1;
    }
    this.visits(sites, kinds);
  }

  private visits(sites: readonly number[], kinds: readonly number[]): void {
    const { random } = this;
    // the best of many again and again would take too long
    if (random.next() < 0.8 || sites.length > 40) this.inOrder(sites, kinds);
    else this.greedily(sites, kinds);
  }

  private inOrder(sites: readonly number[], kinds: readonly number[]): void {
    const { finder, random, key } = this;
    const rule = random.below(4);
    for (const i of sites) key[i] = this.keyOf(i, rule) * (0.8 + 0.4 * random.next());
    const order = sites.toSorted((i, j) => key[i]! - key[j]! || i - j);
    for (const kind of kinds)
      for (const [n, i] of order.entries()) {
        if (kind === kinds[0] && this.isHopeless(order, n, kinds)) return;
        if (finder.isWanted(i, kind) && (sites.length < 4 || random.next() >= 0.02)) this.visit(i, kind);
      }
  }

  // Visits a site until nothing is gained.
  private visit(i: number, kind: number): void {
    const { finder, routes, one, random } = this;
    if (openSite(finder, random, i, [kind], one))
      for (let round = 0; round < 4 && finder.isWanted(i, kind); round++)
        // where the best needs a shift that cannot be, the best without one
        if (!this.putBest(i, kind) && !(one.shifts && this.putBest(i, kind, false))) break;
    dropSupport(routes, i);
  }

  private putBest(i: number, kind: number, mayShift = true): boolean {
    const { finder, routes, one } = this;
    finder.mayShift = mayShift;
    const isPut = finder.bestOfAll(i, [kind], one) && putCandidate(routes, one);
    finder.mayShift = true;
    return isPut;
  }

  // Whether even the most that the sites from the nth on can add is too little.
  private isHopeless(sites: readonly number[], n: number, kinds: readonly number[]): boolean {
    const { hope, routes, finder } = this;
    if (!hope) return false;
    let lacking = hope.least - routes.worth;
    for (let at = n; at < sites.length && lacking > 0; at++)
      for (const kind of kinds) lacking -= finder.hopeOf(sites[at]!, kind, hope.since);
    return lacking > 0;
  }

  private keyOf(i: number, rule: number): number {
    const { model, random } = this;
    if (rule === 0) return random.next();
    if (rule === 1) {
      const times = model.windows[i]!;
      let length = 0;
      for (let w = 0; w < times.length; w += 2) length += times[w + 1]! - times[w]!;
      return length;
    }
    let worth = 1;
    for (let g = model.first[i]!; g < model.first[i + 1]!; g++)
      worth += this.routes.left[g]! * (model.place[g] === 2 ? 1 : 50);
    return rule === 2 ? 1 / worth : 1000 - worth + random.below(200);
  }

  private needsSupport(i: number): boolean {
    const { model, routes } = this;
    return (
      (model.clear[i]! >= 0 && routes.clearedBy[i]! < 0) ||
      (model.joint[i] === 1 && (routes.presentBy[2 * i]! < 0 || routes.presentBy[2 * i + 1]! < 0))
    );
  }

  private greedily(sites: readonly number[], kinds: readonly number[]): void {
    const { finder, random, key } = this;
    const isSupportedFirst = random.next() < 0.6;
    const plain = sites.filter((i) => !this.needsSupport(i));
    const needing = sites.filter((i) => this.needsSupport(i));
    for (const i of needing) key[i] = this.keyOf(i, 2);
    needing.sort((i, j) => key[i]! - key[j]! || i - j);
    const visitNeeding = () => {
      for (const i of needing) for (const kind of kinds) if (finder.isWanted(i, kind)) this.visit(i, kind);
    };
    if (isSupportedFirst) visitNeeding();
    for (const kind of kinds) this.bestFirst(plain, kind);
    if (!isSupportedFirst) visitNeeding();
  }

  // The best by gain a minute first, with noise.
  private bestFirst(sites: readonly number[], kind: number): void {
    const { model, routes, finder, random } = this;
    const { K } = model;
    const noise = 0.05 + 0.4 * random.next();
    const perMinute = random.next() < 0.75;
    const open = sites.slice();
    for (const i of sites) for (let k = 0; k < K; k++) this.knownAt[i * K + k] = -1;
    for (let round = 0; round < 200; round++) {
      let best = 0;
      let chosen = -1;
      let kept = 0;
      for (const i of open) {
        if (!finder.isWanted(i, kind)) continue;
        let some = false;
        for (let k = 0; k < K; k++) {
          if (model.kind[k] !== kind) continue;
          const at = i * K + k;
          const known = this.known[at]!;
          if (this.knownAt[at] !== routes.version[k]!) {
            finder.best(k, i, known);
            this.knownAt[at] = routes.version[k]!;
          }
          if (known.gain <= 0) continue;
          some = true;
          const rate = perMinute ? known.gain / (20 + Math.max(0, known.minutes)) : known.gain;
          const noisy = rate * (1 - noise * random.next());
          if (noisy > best) {
            best = noisy;
            chosen = at;
          }
        }
        if (some) open[kept++] = i;
      }
      open.length = kept;
      if (chosen < 0 || this.isHopeless(open, 0, [kind])) break;
      copyCandidate(this.known[chosen]!, this.one);
      const i = Math.floor(chosen / K);
      for (let k = 0; k < K; k++) this.knownAt[i * K + k] = -1;
      if (!putCandidate(routes, this.one)) open.splice(open.indexOf(i), 1);
    }
  }
}
