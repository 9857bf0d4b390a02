import { refuse } from "#base";
import { boundOfKind } from "./bound/lagrangian.ts";
import type { TruceCase } from "./case/case.ts";
import { faultsOf } from "./case/faults.ts";
import { million } from "./case/reward.ts";
import { checkTruce } from "./check/check.ts";
import { abortsOf } from "./explain/aborts.ts";
import { type CurvePoint, savedBy } from "./explain/curve.ts";
import { type Unserved, unservedOf } from "./explain/unserved.ts";
import type { Abort, TeamPlan, TruceLevel, TruceWorth } from "./plan.ts";
import { truceLevels } from "./plan.ts";
import { loadPlans, startRoutes } from "./search/load.ts";
import { bodyWorth, type Model, medical, modelOf, recovery } from "./search/model.ts";
import { plansOf } from "./search/plans.ts";
import { Routes } from "./search/routes.ts";
import { search } from "./search/search.ts";

export type TruceOptions = {
  readonly seed?: number;
  /** Rounds of the search: the plan is the same wherever it is computed. */
  readonly iterations?: number;
  /** How much of the time is spent, 0 to 1; with it the number of iterations is open. */
  readonly spent?: () => number;
  /** The last agreed plan: the search begins with what of it still fits. */
  readonly previous?: readonly TeamPlan[];
  /** Rounds of the bound; with 0 it is what everybody would be worth at once. */
  readonly boundRounds?: number;
  /** Where the bounds are computed beside the search: waits for them. Undefined where that failed. */
  readonly bounds?: () => TruceBounds | undefined;
  /** Without it, why sites are unserved is left out. */
  readonly explain?: boolean;
  /** Once it says so, the work ends with the best plan and bound so far. */
  readonly stopped?: () => boolean;
  /** Told how many thousandths of the work are done, the bound among it. */
  readonly onProgress?: (done: number, of: number) => void;
};

/** What no plan of a case betters: millionths of lives, and remains. */
export type TruceBounds = { readonly lives: number; readonly remains: number };

export type PlannedTeam = TeamPlan & { readonly abort: readonly Abort[] };

export type TrucePlan = {
  readonly format: "parley-plan/1";
  readonly seed: number;
  readonly iterations: number;
  /** Whether the work was stopped before its end: the plan is the best so far, and nobody can be sure to find the same. */
  readonly stopped: boolean;
  readonly teams: readonly PlannedTeam[];
  readonly levels: readonly TruceLevel[];
  /** What is saved if the truce ends early. */
  readonly curve: readonly CurvePoint[];
  readonly unserved: readonly Unserved[];
};

/** About which part of the work the bound is. */
const shareOfBound = 0.4;

/** How many rounds are the usual: about as many as a desk waits for, so fewer where there are many sites. */
const usualIterations = ({ sites }: TruceCase): number =>
  Math.max(6000, Math.min(20_000, Math.floor(400_000 / Math.max(1, sites.length))));

/**
 * Plans which team visits which site when inside a truce: within every limit, the best found in lexicographic order of the
 * levels, with a bound for each. Refuses a case that contradicts itself. The same case, seed and iterations
 * give the same plan, byte for byte.
 */
export function planTruce(given: TruceCase, options: TruceOptions = {}): TrucePlan {
  const fault = faultsOf(given)[0];
  if (fault) refuse("plan.contradictory", fault);
  const { seed = 1, iterations = usualIterations(given), previous, boundRounds, explain = true } = options;
  let isStopped = false;
  const stopped = () => {
    isStopped ||= options.stopped?.() ?? false;
    return isStopped;
  };
  const tell = (share: number) => options.onProgress?.(Math.floor(share * 1000), 1000);
  const model = modelOf(given);
  const routes = new Routes(model);
  if (previous) loadPlans(routes, previous);
  else startRoutes(routes);
  const found = search(model, {
    seed,
    iterations,
    from: routes,
    ...(previous ? { previous } : {}),
    ...(options.spent ? { spent: options.spent } : {}),
    stopped,
    onProgress: (share) => tell(share * (1 - shareOfBound)),
  });
  tell(1 - shareOfBound);
  const bounds =
    options.bounds?.() ??
    boundsOfModel(model, { stopped, ...(boundRounds === undefined ? {} : { boundRounds }) }, (share) =>
      tell(1 - shareOfBound * (1 - share)),
    );
  return planOf(given, found.routes, {
    seed,
    iterations: found.iterations,
    previous,
    bounds,
    explain,
    stopped,
    tell,
  });
}

/**
 * What no plan of a case without faults betters; the same as `planTruce` says. With `spent` prices are looked for on a finer clock for as
 * long as there is time, and the bounds are ready about when all is spent.
 */
export function boundsOf(
  given: TruceCase,
  options: Pick<TruceOptions, "boundRounds" | "stopped" | "spent"> = {},
): TruceBounds {
  return boundsOfModel(modelOf(given), options);
}

/** By when the prices are looked for no longer; at them the bound takes some more. */
const pricesUntil = { lives: 0.55, remains: 0.9 } as const;

/** Minutes of a step while prices are looked for. The finer clock is for the command, whose thread has the machine's own loops; a browser has plain ones. */
const clocks = { usual: [20, 10], timed: [20, 5] } as const;

function boundsOfModel(
  model: Model,
  { boundRounds = 200, stopped, spent }: Pick<TruceOptions, "boundRounds" | "stopped" | "spent">,
  tell?: (share: number) => void,
): TruceBounds {
  const bound = (kind: number, until: number) =>
    boundOfKind(model, kind, {
      rounds: boundRounds,
      coarse: spent ? clocks.timed : clocks.usual,
      fine: 1,
      ...(spent ? { enough: () => spent() >= until } : {}),
      ...(stopped ? { stopped } : {}),
    }).bound;
  const lives = bound(medical, pricesUntil.lives);
  tell?.(0.5);
  return { lives, remains: Math.floor(bound(recovery, pricesUntil.remains) / bodyWorth) };
}

type Made = {
  readonly seed: number;
  readonly iterations: number;
  readonly previous: readonly TeamPlan[] | undefined;
  readonly bounds: TruceBounds;
  readonly explain: boolean;
  readonly stopped: () => boolean;
  readonly tell: (share: number) => void;
};

/** Routes as a plan, judged before it is handed out. */
function planOf(given: TruceCase, routes: Routes, made: Made): TrucePlan {
  const plans = plansOf(routes);
  const { violations, worth } = checkTruce(given, plans, made.previous);
  const wrong = violations[0];
  if (wrong)
    throw new Error(
      `The plan oversteps ${wrong.constraint} at ${wrong.where}: ${wrong.value} of ${wrong.limit}.`,
    );
  const { lives, remains } = made.bounds;
  if (lives < worth.lives || remains < worth.remains)
    throw new Error(`A bound is below the plan: ${lives} of ${worth.lives}, ${remains} of ${worth.remains}.`);
  const unserved = made.explain ? unservedOf(given, plans) : [];
  made.tell(1);
  return {
    format: "parley-plan/1",
    seed: made.seed,
    iterations: made.iterations,
    stopped: made.stopped(),
    teams: plans.map((plan) => ({ ...plan, abort: abortsOf(given, plan) })),
    levels: levelsOf(given, worth, { lives, remains }),
    curve: savedBy(given, plans),
    unserved,
  };
}

function levelsOf(
  { window }: TruceCase,
  worth: TruceWorth,
  proven: { readonly lives: number; readonly remains: number },
): readonly TruceLevel[] {
  const bounds: TruceWorth = {
    ...proven,
    shareLives: million,
    shareRemains: million,
    slack: window.minutes,
    change: 0,
  };
  return truceLevels.map((name) => {
    const [value, bound] = [worth[name], Math.max(bounds[name], name === "change" ? 0 : worth[name])];
    const apart = Math.abs(bound - value);
    return {
      name,
      value,
      bound,
      gap: apart === 0 ? 0 : Math.floor((apart * million) / Math.max(bound, value)),
    };
  });
}
