import type { Random } from "#base";
import { bothKinds, type Candidate, candidateOf, copyCandidate, type Inserter } from "./insert.ts";
import { clearance, type Model, medical, never, recovery } from "./model.ts";
import { type Routes, width } from "./routes.ts";

/** Takes parts of the routes out, and puts visits in again in another order (G. Schrimpf et al. 2000). */
export class Rebuilder {
  private readonly model: Model;
  private readonly routes: Routes;
  private readonly inserter: Inserter;
  private readonly random: Random;
  private readonly one: Candidate;
  private readonly known: Candidate[];
  private readonly knownAt: Int32Array;
  private readonly stamp: Int32Array;
  private now = 0;

  constructor(routes: Routes, inserter: Inserter, random: Random) {
    const { model } = routes;
    this.model = model;
    this.routes = routes;
    this.inserter = inserter;
    this.random = random;
    this.one = candidateOf(model.S);
    this.known = Array.from({ length: model.N * model.K }, () => candidateOf(model.S));
    this.knownAt = new Int32Array(model.N * model.K).fill(-1);
    this.stamp = new Int32Array(model.N);
  }

  /**
   * Takes out visits near one another, a stretch of a route, or some at random; answers their sites. With `isSecond` those
   * of recovery teams alone.
   */
  ruin(isSecond = false): number[] {
    const { model, routes, random, inserter } = this;
    const { N, K } = model;
    const gone: number[] = [];
    this.now++;
    const note = (i: number) => {
      if (this.stamp[i] === this.now) return;
      this.stamp[i] = this.now;
      gone.push(i);
    };
    const isWorking = (k: number) =>
      (isSecond ? model.kind[k] === recovery : model.kind[k]! < clearance) && routes.len[k]! > 0;
    const kind = random.below(10);
    const support = kind < 2 && !isSecond ? this.stretchOfSupport() : undefined;
    if (support) {
      // who waits for a stretch of what a clearance team or liaison does, so that it can be done in another order
      for (const i of support) note(i);
      for (let k = 0; k < K; k++) if (isWorking(k)) inserter.removeVisits(k, (i) => support.has(i));
    } else if (kind < 5) {
      // near one another
      const seed = random.below(N);
      const many = 1 + random.below(Math.min(10, Math.max(2, N >> 2)));
      const near = model.near[seed]!;
      const marked = new Set<number>();
      for (let r = 0; r < near.length && marked.size < many; r++) {
        const i = near[r]!;
        if (random.next() < 0.15) continue;
        marked.add(i);
        note(i);
      }
      const only = random.below(3);
      for (let k = 0; k < K; k++)
        if (isWorking(k) && (only > 0 || random.next() < 0.5)) inserter.removeVisits(k, (i) => marked.has(i));
    } else if (kind < 8) {
      // stretches of one or two routes
      const routesCut = 1 + random.below(2);
      for (let r = 0; r < routesCut; r++) {
        const k = random.below(K);
        if (!isWorking(k)) continue;
        const n = routes.len[k]!;
        const length = 1 + random.below(Math.min(12, n));
        const from = random.below(n - length + 1);
        const split = random.next() < 0.4 ? 0.3 : 0;
        inserter.removeVisits(k, (i, p) => {
          const goes = p >= from && p < from + length && random.next() >= split;
          if (goes) note(i);
          return goes;
        });
      }
    } else if (kind < 9) {
      // around one time, in all routes
      const minute = random.below(model.horizon);
      const span = 60 + random.below(240);
      for (let k = 0; k < K; k++)
        if (isWorking(k))
          inserter.removeVisits(k, (i, p) => {
            const start = routes.start[k * width + p]!;
            const goes = start >= minute && start < minute + span;
            if (goes) note(i);
            return goes;
          });
    } else
      for (let k = 0; k < K; k++)
        if (isWorking(k))
          inserter.removeVisits(k, (i) => {
            const goes = random.next() < 0.12;
            if (goes) note(i);
            return goes;
          });
    // some of those that nobody visits
    const more = 2 + random.below(8);
    for (let n = 0; n < more; n++) {
      const i = random.below(N);
      if ((!isSecond && inserter.isWanted(i, medical)) || inserter.isWanted(i, recovery)) note(i);
    }
    return gone;
  }

  private stretchOfSupport(): ReadonlySet<number> | undefined {
    const { model, routes, random } = this;
    const teams = Array.from({ length: model.K }, (_, k) => k).filter(
      (k) => model.kind[k]! >= clearance && routes.len[k]! > 0,
    );
    if (teams.length === 0) return undefined;
    const k = random.pick(teams);
    const n = routes.len[k]!;
    const length = 1 + random.below(Math.min(8, n));
    const from = random.below(n - length + 1);
    const until = random.next() < 0.3 ? n : from + length;
    return new Set(routes.place.subarray(k * width + from, k * width + until));
  }

  /** Puts visits to these sites in, as many as gain. */
  recreate(sites: readonly number[], isFirst = false, kinds: readonly number[] = bothKinds): void {
    // sometimes not all at once: two teams, or two trips, can be sooner
    this.inserter.most = !isFirst && this.random.next() < 0.15 ? 1 + this.random.below(2) : never;
    // the best of many again and again would take too long
    if (this.random.next() < 0.5 || sites.length > 40) this.inOrder(sites, kinds);
    else this.greedily(sites, kinds);
  }

  private inOrder(sites: readonly number[], kinds: readonly number[]): void {
    const { inserter, random } = this;
    const kind = random.below(4);
    const keys = new Map(sites.map((i) => [i, this.keyOf(i, kind) * (0.8 + 0.4 * random.next())]));
    const order = sites.toSorted((i, j) => (keys.get(i) ?? 0) - (keys.get(j) ?? 0) || i - j);
    for (const of of kinds)
      for (const i of order) {
        if (!inserter.isWanted(i, of)) continue;
        if (random.next() < 0.02) continue;
        this.visit(i, of);
      }
  }

  // Visits a site until nothing is gained.
  private visit(i: number, kind: number): void {
    const { inserter, one } = this;
    if (!inserter.openSite(i, [kind], one)) {
      inserter.dropSupport(i);
      return;
    }
    for (let round = 0; round < 4 && inserter.isWanted(i, kind); round++)
      if (!inserter.bestOfAll(i, [kind], one) || !inserter.put(one)) break;
    inserter.dropSupport(i);
  }

  private keyOf(i: number, kind: number): number {
    const { model, random } = this;
    if (kind === 0) return random.next();
    if (kind === 1) {
      const times = model.windows[i]!;
      let length = 0;
      for (let w = 0; w < times.length; w += 2) length += times[w + 1]! - times[w]!;
      return length;
    }
    let worth = 1;
    for (let g = model.first[i]!; g < model.first[i + 1]!; g++)
      worth += this.routes.left[g]! * (model.place[g] === 2 ? 1 : 50);
    return kind === 2 ? 1 / worth : 1000 - worth + random.below(200);
  }

  // The best by gain a minute first, with noise.
  private greedily(sites: readonly number[], kinds: readonly number[]): void {
    const { model, routes, inserter, random } = this;
    const { K } = model;
    const special = (i: number) =>
      (model.clear[i]! >= 0 && routes.clearedBy[i]! < 0) ||
      (model.joint[i] === 1 && (routes.presentBy[2 * i]! < 0 || routes.presentBy[2 * i + 1]! < 0));
    const isSpecialFirst = random.next() < 0.6;
    const [plain, needing] = [sites.filter((i) => !special(i)), sites.filter(special)];
    const visitNeeding = () => {
      for (const i of needing.toSorted((x, y) => this.keyOf(x, 2) - this.keyOf(y, 2) || x - y))
        for (const kind of kinds) if (inserter.isWanted(i, kind)) this.visit(i, kind);
    };
    if (isSpecialFirst) visitNeeding();
    const noise = 0.05 + 0.4 * random.next();
    const perMinute = random.next() < 0.75;
    for (const kind of kinds) {
      const open = new Set(plain);
      for (const i of plain) for (let k = 0; k < K; k++) this.knownAt[i * K + k] = -1;
      for (let round = 0; round < 200; round++) {
        let best = 0;
        let chosen = -1;
        for (const i of open) {
          if (!inserter.isWanted(i, kind)) {
            open.delete(i);
            continue;
          }
          let some = false;
          for (let k = 0; k < K; k++) {
            if (model.kind[k] !== kind) continue;
            const at = i * K + k;
            const known = this.known[at]!;
            if (this.knownAt[at] !== routes.version[k]!) {
              inserter.best(k, i, known);
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
          if (!some) open.delete(i);
        }
        if (chosen < 0) break;
        copyCandidate(this.known[chosen]!, this.one);
        const i = Math.floor(chosen / K);
        for (let k = 0; k < K; k++) this.knownAt[i * K + k] = -1;
        if (!inserter.put(this.one)) open.delete(i);
      }
    }
    if (!isSpecialFirst) visitNeeding();
  }
}
