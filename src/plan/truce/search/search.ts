import { type Random, seededRandom } from "#base";
import type { TeamPlan } from "../plan.ts";
import { bothKinds, Finder } from "./finder.ts";
import { bodyWorth, type Model, medical, recovery } from "./model.ts";
import { Recreate } from "./recreate.ts";
import { Routes } from "./routes.ts";
import { Ruin } from "./ruin.ts";
import { Shuffle } from "./shuffle.ts";
import { Snapshot } from "./snapshot.ts";
import { compareStanding, Scale, type Standing } from "./standing.ts";

export type SearchOptions = {
  readonly seed: number;
  readonly iterations: number;
  /** How much of the work is done, 0 to 1, by a clock; without it by iterations. */
  readonly spent?: () => number;
  readonly stopped?: () => boolean;
  /** Begins with these routes. */
  readonly from?: Routes;
  /** The last agreed plan, of which these routes are what still fits. */
  readonly previous?: readonly TeamPlan[];
  /** Told of the share of the work that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
};

export type Searched = { readonly routes: Routes; readonly iterations: number };

/** Searches routes by ruin and recreate under annealing. The same for the same model, seed and iterations. */
export function search(model: Model, options: SearchOptions): Searched {
  const routes = options.from ?? new Routes(model);
  const one = new Annealing(routes, options);
  one.run();
  return { routes, iterations: one.iteration };
}

/** What is searched for, one after the other: lives; then remains beside them; then what decides between equals. */
const phases = ["lives", "remains", "equals"] as const;

/** Small changes tried before each ruin: they take about a fifth of the time. */
const shuffles = 10;

class Annealing {
  iteration = 0;
  private readonly options: SearchOptions;
  private readonly model: Model;
  private readonly routes: Routes;
  private readonly random: Random;
  private readonly ruin: Ruin;
  private readonly recreate: Recreate;
  private readonly shuffle: Shuffle;
  private readonly scale: Scale;
  private readonly best: Snapshot;
  private readonly kept: Snapshot;
  private standing: Standing;
  private share = 0;

  constructor(routes: Routes, options: SearchOptions) {
    this.options = options;
    this.routes = routes;
    this.model = routes.model;
    this.random = seededRandom(options.seed);
    const finder = new Finder(routes);
    this.ruin = new Ruin(finder, this.random);
    this.recreate = new Recreate(finder, this.random);
    this.shuffle = new Shuffle(routes, this.random);
    this.scale = new Scale(routes.model, options.previous);
    this.best = new Snapshot(routes);
    this.kept = new Snapshot(routes);
    this.standing = this.scale.read(routes);
  }

  run(): void {
    const { model, options } = this;
    const isWarm = options.previous !== undefined;
    const has = (of: number) => model.kind.some((kind, k) => kind === of && model.usable[k]!);
    // a plan that goes on can be had at once
    if (isWarm && !options.spent && options.iterations === 0) return;
    const all = Array.from({ length: model.N }, (_, i) => i);
    this.recreate.run(all, isWarm ? bothKinds : [medical]);
    this.stand();
    const ends = { lives: has(recovery) ? 0.75 : 0.92, remains: 0.92, equals: 1 };
    let from = 0;
    for (const phase of phases) {
      const until = ends[phase];
      if (until <= from) continue;
      if (phase === "remains") {
        this.recreate.run(all, [recovery]);
        this.stand();
      }
      this.phase(phase, from, until);
      this.best.restore();
      from = until;
    }
  }

  private shareAt(): number {
    const { options, iteration } = this;
    if (!options.spent) return iteration < options.iterations ? iteration / options.iterations : 1;
    if (iteration % 8 === 0) this.share = options.spent(); // to ask for the time takes some
    return this.share;
  }

  private phase(phase: (typeof phases)[number], from: number, until: number): void {
    const { routes, options, random } = this;
    const heat = phase === "lives" ? this.heat() : phase === "remains" ? 1.5 * bodyWorth : 0;
    const kinds = phase === "remains" ? [recovery] : phase === "equals" ? bothKinds : [medical];
    let cost = costOf(routes);
    for (; ; this.iteration++) {
      const share = this.shareAt();
      if (share >= until || options.stopped?.()) return;
      if (this.iteration % 64 === 0) options.onProgress?.(share);
      const temperature = heat * cooling((share - from) / (until - from));
      for (let n = 0; n <= shuffles; n++) {
        this.kept.take();
        const least =
          phase === "equals" ? Number.NEGATIVE_INFINITY : cost - temperature * exponential(random);
        if (n < shuffles && !this.shuffle.run(kinds)) continue;
        if (n === shuffles) this.recreate.run(this.ruin.run(kinds), kinds, { least, since: this.ruin.since });
        const next = costOf(routes);
        const isBest = this.stand();
        if (isBest || (phase !== "equals" && next >= least)) cost = next;
        else this.kept.restore();
      }
    }
  }

  // A part of what a stop of the wounded is worth: much of it, but little where a plan goes on.
  private heat(): number {
    const { model, routes, options } = this;
    let visits = 1;
    for (let k = 0; k < model.K; k++) if (model.kind[k] === medical) visits += routes.len[k]!;
    const part = options.previous ? 0.1 : 0.8;
    return (part * routes.worthOfKind(medical)) / visits + bodyWorth;
  }

  // Keeps what stands before all that stood so far, or level with it.
  private stand(): boolean {
    const { routes } = this;
    if (routes.worthOfKind(medical) < this.standing[0]!) return false;
    const standing = this.scale.read(routes);
    const compared = compareStanding(standing, this.standing);
    if (compared < 0) return false;
    if (compared > 0) this.best.take();
    this.standing = standing;
    return true;
  }
}

// An exponential draw by summing uniform ones: no logarithm, which differs between machines. Mean 1, roughly.
function exponential(random: Random): number {
  const [u, v] = [random.next(), random.next()];
  return 2.25 * u * u * (0.5 + v) * 1.333;
}

// From 1 down to 0.015, by products alone.
function cooling(share: number): number {
  const left = 1 - share;
  return 0.015 + 0.985 * left * left;
}

const endCost = 1;

function costOf(routes: Routes): number {
  let ends = 0;
  for (let k = 0; k < routes.len.length; k++) if (routes.len[k]! > 0) ends += routes.end[k]!;
  return routes.worth - endCost * ends;
}
