import { refuse, seededRandom } from "#base";
import { type Bounds, boundsOf, neverHarm } from "./bound/bounds.ts";
import { provenBound } from "./bound/prove.ts";
import type { Case } from "./case/case.ts";
import { faultsOf } from "./case/faults.ts";
import type { Certificate } from "./check/certificate.ts";
import { check } from "./check/check.ts";
import { type LevelPrice, levelPrices } from "./explain/level-prices.ts";
import { type ParityPrice, parityPrice } from "./explain/parity-price.ts";
import { blocksOf } from "./line/blocks.ts";
import { type Reserve, reservesOf } from "./line/reserves.ts";
import type { Block, Level, Tranche, Worth } from "./plan.ts";
import { levels, sense } from "./plan.ts";
import { build, fillAll } from "./search/build.ts";
import { type ClassOfPersons, classesOf } from "./search/classes.ts";
import { exhaust } from "./search/exact.ts";
import { Fill } from "./search/fill.ts";
import { improve } from "./search/improve.ts";
import { type Model, modelOf } from "./search/model.ts";
import { oscillate } from "./search/oscillate.ts";
import type { Placement } from "./search/placement.ts";
import { recreate } from "./search/recreate.ts";
import { adapted } from "./search/replan.ts";
import { settle } from "./search/settle.ts";
import { isBetter } from "./search/standing.ts";

export type PlanOptions = {
  readonly seed?: number;
  /** How much work is put in; 1 is the usual, and the answer is the same wherever it is computed. */
  readonly effort?: number;
  /** The last published plan: the new one keeps to it where all else is equal. */
  readonly previous?: readonly Tranche[];
  /** Also says what each level costs the next; takes about as long again. */
  readonly prices?: boolean;
  /** Ends the search with the best plan so far. */
  readonly signal?: { readonly aborted: boolean };
  readonly onProgress?: (done: number, of: number) => void;
};

export type PlannedTranche = Tranche & { readonly blocks: readonly Block[] };

export type Plan = {
  readonly format: "parley-exchange-plan/1";
  readonly seed: number;
  readonly tranches: readonly PlannedTranche[];
  readonly levels: readonly Level[];
  readonly service: readonly number[];
  readonly harmAverted: { readonly value: number; readonly bound: number };
  readonly parityPrice: ParityPrice;
  /** Asked for with `prices`. */
  readonly levelPrices?: readonly LevelPrice[];
  readonly reserves: readonly Reserve[];
  readonly proof: readonly Certificate[];
  /** Whether the search was ended before it had done its work. */
  readonly stopped: boolean;
};

// Up to so many nodes a small case is gone through to the end.
const nodes = 600_000;
const smallest = 26;
// Up to so many persons annealing through plans that overstep limits is tried.
const few = 150;
// Up to so many persons parts of the plan are made again and again.
const middling = 1500;

/**
 * Plans the tranches of a case: within all limits, the best found in lexicographic order of the levels, with a proven
 * bound for each. Refuses a case that contradicts itself or whose locks leave no plan. Answers the same for the same
 * case, seed and effort; with a signal, the best so far.
 */
export function planExchange(given: Case, options: PlanOptions = {}): Plan {
  const fault = faultsOf(given)[0];
  if (fault) refuse("exchange.contradictory", fault);
  const { seed = 1, effort = 1, previous, signal, onProgress } = options;
  const model = modelOf(given, { seed, previous: previous && assignmentOf(given, previous) });
  const stopped = () => signal?.aborted ?? false;
  const random = seededRandom(seed);
  const classes = classesOf(model);
  const tell = (share: number) => onProgress?.(Math.round(share * 1000), 1000);

  tell(0);
  const small = model.N <= smallest;
  const { placement, unbound } = started(model, classes, small);
  if (placement.excess > 0 && !(small && exhaust(placement, nodes) && placement.excess === 0))
    refuse("exchange.infeasible", { overstepped: placement.excess });
  tell(0.4);
  settle(placement, classes);
  const steps = stepsFor(model, effort);
  improve(placement, classes, {
    random,
    steps,
    stopped,
    onProgress: (done, of) => tell(0.4 + (0.35 * done) / of),
  });
  fillAll(model, placement, new Fill(placement, classes)); // whom the exchanges have made room for
  // a plan that is published is changed by exchanges alone
  if (!small && !previous && model.N <= few) {
    const { bound } = provenBound(model, placement, "harm", { steps: 600, stopped });
    const rounds = Math.round(effort * 24);
    oscillate(placement, classes, { random, rounds, leastHarm: neverHarm(model) - bound, stopped });
  }
  if (!small && !previous && model.N > few && model.N <= middling) {
    const rounds = Math.round(effort * Math.min(600, 150_000 / model.N));
    recreate(placement, classes, { random, rounds, steps: 2000, stopped });
  }
  settle(placement, classes);
  const exhausted = small && exhaust(placement, nodes);
  tell(0.75);
  const bounds = boundsOf(model, placement, { steps: small ? 200 : 1200, stopped });
  tell(0.9);
  const price = parityPrice(placement, classes, { random, steps: steps >> 2, stopped, unbound });
  const prices = options.prices
    ? levelPrices(placement, classes, { random, steps: steps >> 3, stopped })
    : undefined;
  tell(1);
  return planOf(model, placement, bounds, { seed, exhausted, price, prices, previous, stopped: stopped() });

  function started(of: Model, all: readonly ClassOfPersons[], isSmall: boolean) {
    const kept = previous ? adapted(of, all) : undefined;
    if (kept) return { placement: kept, unbound: undefined };
    const make = (coverWeight: number) =>
      build(of, all, { random, effort: isSmall ? 0.05 : effort, coverWeight, stopped });
    if (isSmall || !of.cover.includes(1)) return make(0);
    // coverage and harm pull at the same pick-ups: the better of several balances, after some exchanges, is gone on with
    return [0, 0.3, 2].map(make).reduce((best, next) => {
      for (const one of [best, next])
        if (one.placement.excess === 0)
          improve(one.placement, all, { random, steps: stepsFor(of, effort) >> 3, stopped });
      return isBetter(next.placement, best.placement) ? next : best;
    });
  }
}

function stepsFor({ N }: Model, effort: number): number {
  return Math.round(effort * Math.min(1_000_000, N <= smallest ? 20_000 : 160_000 + 12 * N));
}

/** Tranche of every person of the case, from 1; 0 for none. Refuses a plan that names persons whom the case has not. */
function assignmentOf(given: Case, tranches: readonly Tranche[]): Int16Array {
  const place = new Map(given.persons.map(({ code }, i) => [code, i]));
  const assignment = new Int16Array(given.persons.length);
  for (const one of tranches)
    for (const code of [...one.a, ...one.b]) {
      const i = place.get(code);
      if (i === undefined) continue; // whoever is no more in the case goes in no tranche
      if (assignment[i] !== 0) refuse("exchange.plan_differs", { person: code });
      assignment[i] = one.tranche;
    }
  return assignment;
}

type Found = {
  readonly seed: number;
  readonly exhausted: boolean;
  readonly price: ParityPrice;
  readonly prices: readonly LevelPrice[] | undefined;
  readonly previous: readonly Tranche[] | undefined;
  readonly stopped: boolean;
};

function planOf(model: Model, placement: Placement, bounds: Bounds, found: Found): Plan {
  const tranches = tranchesOf(model, placement);
  const { violations, worth } = check(model.given, tranches, found.previous);
  const wrong = violations[0];
  if (wrong)
    throw new Error(
      `The plan oversteps ${wrong.constraint} at ${wrong.where}: ${wrong.value} of ${wrong.limit}.`,
    );
  const never = neverHarm(model);
  return {
    format: "parley-exchange-plan/1",
    seed: found.seed,
    tranches,
    levels: levelsOf(worth, bounds, never, found.exhausted),
    service: worth.service,
    harmAverted: { value: never - worth.harm, bound: never - (found.exhausted ? worth.harm : bounds.harm) },
    parityPrice: found.price,
    ...(found.prices ? { levelPrices: found.prices } : {}),
    reserves: reservesOf(model, placement),
    proof: bounds.certificates,
    stopped: found.stopped,
  };
}

/** A placement as tranches with their blocks. */
function tranchesOf(model: Model, placement: Placement): readonly PlannedTranche[] {
  const { given, T, N, persons, sideOrder } = model;
  return given.tranches.map(({ date }, t) => {
    const here: number[] = [];
    for (let i = 0; i < N; i++) if (placement.at[i] === t) here.push(i);
    const lead = t === 0 ? 0 : (placement.ahead[t - 1] ?? 0);
    const codes = (s: number) => here.filter((i) => model.side[i] === s).map((i) => persons[i]?.code ?? "");
    const [a, b] = sideOrder[0] === "a" ? [codes(0), codes(1)] : [codes(1), codes(0)];
    return { tranche: t + 1, date, a, b, blocks: t < T ? blocksOf(model, here, lead) : [] };
  });
}

function levelsOf(worth: Worth, bounds: Bounds, never: number, exhausted: boolean): readonly Level[] {
  const least = worth.service[0] ?? 1;
  const values: Readonly<Record<Level["name"], readonly [value: number, bound: number]>> = {
    coverage: [worth.coverage, bounds.coverage],
    harm: [worth.harm, bounds.harm],
    returned: [worth.returned, bounds.returned],
    service: [least, bounds.leastShare],
    captivity: [worth.captivity, bounds.captivity],
    envy: [worth.envy, 0],
    peak: [worth.peak, bounds.peak],
    pickups: [worth.pickups, bounds.pickups],
    days: [worth.days, bounds.days],
    change: [worth.change, 0],
  };
  return levels.map((name) => {
    const [value, bound] = values[name];
    if (exhausted) return { name, value, bound: value, gap: 0, proven: "exhausted" };
    return { name, value, bound, gap: gapOf(name, value, bound, never), proven: "bound" };
  });
}

// A share of the bound; of harm it is a share of the harm that can be averted.
function gapOf(name: Level["name"], value: number, bound: number, never: number): number {
  if (name === "harm") return never === bound ? 0 : (value - bound) / (never - bound);
  const apart = sense[name] === "most" ? bound - value : value - bound;
  return apart === 0 ? 0 : apart / Math.max(sense[name] === "most" ? bound : value, 1e-9);
}
