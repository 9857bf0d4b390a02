import {
  engine,
  planTruce,
  replanTruce,
  type Stop,
  type TruceCase,
  type TruceEvent,
  type TrucePlan,
} from "#plan";
import { inputsDigest, planDigest } from "#replica";
import { inventSectors, type Sector, seed } from "./ground.ts";

/** Rounds of each search: few, because every plan is computed when the example is built. */
const iterations = 600;

/** A plan with what it was computed from, and the two digests by which it is proposed. */
export type Planned = {
  readonly given: TruceCase;
  readonly previous: TrucePlan["teams"] | undefined;
  readonly plan: TrucePlan;
  readonly said: {
    readonly engine: string;
    readonly version: string;
    readonly seed: number;
    readonly iterations: number;
    readonly inputs: string;
    readonly digest: string;
  };
};

export type SectorPlan = Sector & { readonly first: Planned };

/** What befalls a sector in these hours, and the plan that goes on from it. */
type Replanned = {
  readonly sector: SectorPlan;
  readonly event: TruceEvent;
  readonly next: Planned;
};

export type Window = {
  readonly sectors: readonly SectorPlan[];
  /** A team is delayed at an obstacle. */
  readonly delayed: Replanned & { readonly team: string };
  /** One side suspends a zone, and one of its sites is out of reach. */
  readonly closed: Replanned & { readonly site: string };
  /** A team's vehicle fails with nobody on board: its mission is broken off, others go on where they can. */
  readonly lost: Replanned & { readonly team: string };
};

/** Plans each sector, and plans on after what happens in each of them. */
export function planWindow(): Window {
  const sectors = inventSectors().map((sector): SectorPlan => {
    const { given } = sector;
    return { ...sector, first: planned(given, planTruce(given, { seed, iterations })) };
  });
  const [delayedIn, lostIn, closedIn] = sectors;
  if (!delayedIn || !lostIn || !closedIn) throw new Error("The example has three sectors.");
  return { sectors, delayed: delay(delayedIn), closed: close(closedIn), lost: lose(lostIn) };
}

function planned(given: TruceCase, plan: TrucePlan, previous?: TrucePlan["teams"]): Planned {
  const inputs = inputsDigest({ given, ...(previous ? { previous } : {}) });
  const { name, version } = engine;
  return {
    given,
    previous,
    plan,
    said: { engine: name, version, seed, iterations: plan.iterations, inputs, digest: planDigest(plan) },
  };
}

function goOn(sector: SectorPlan, event: TruceEvent): Replanned {
  const { teams } = sector.first.plan;
  const next = replanTruce(sector.given, teams, event, { seed, iterations });
  return { sector, event, next: planned(next.case, next.plan, teams) };
}

// The medical team with most still before it after four hours loses an hour and a half.
function delay(sector: SectorPlan): Window["delayed"] {
  const at = 240;
  const still = (stops: readonly { readonly start: number }[]) =>
    stops.filter(({ start }) => start > at).length;
  const [busiest] = medics(sector).toSorted((one, other) => still(other.stops) - still(one.stops));
  const team = busiest?.team ?? "";
  const event = {
    format: "parley-plan-event/1",
    at,
    changes: [{ kind: "team_delayed", team, minutes: 90 }],
  } as const;
  return { ...goOn(sector, event), team };
}

// Two hours before the last visit to a site, that site can no longer be reached.
function close(sector: SectorPlan): Window["closed"] {
  const visits = sector.first.plan.teams
    .filter(({ team }) => /^[MR]/.test(team))
    .flatMap(({ stops }) => stops.filter(({ kind }) => kind === "site"))
    .toSorted((one, other) => other.start - one.start);
  const [last] = visits;
  if (!last) throw new Error(`Nobody visits a site in ${sector.name}.`);
  const at = Math.max(60, last.start - 120);
  const event = {
    format: "parley-plan-event/1",
    at,
    changes: [{ kind: "site_closed", site: last.place }],
  } as const;
  return { ...goOn(sector, event), site: last.place };
}

// After six hours, when it has handed over and would still have most to do.
function lose(sector: SectorPlan): Window["lost"] {
  const chances = medics(sector).flatMap(({ team, stops }) =>
    stops.flatMap(({ kind, leave }, n) =>
      kind === "facility" && n < stops.length - 1 && isEmpty(stops.slice(0, n + 1))
        ? [{ team, at: leave, after: stops.length - n }]
        : [],
    ),
  );
  const late = chances.filter(({ at }) => at >= 360);
  const [most] = (late.length > 0 ? late : chances).toSorted((one, other) => other.after - one.after);
  if (!most) throw new Error(`No team of ${sector.name} goes twice.`);
  const { team, at } = most;
  const event = { format: "parley-plan-event/1", at, changes: [{ kind: "team_lost", team }] } as const;
  return { ...goOn(sector, event), team };
}

// Whether all who were loaded have been unloaded.
function isEmpty(stops: readonly Stop[]): boolean {
  const many = (kind: Stop["kind"]) =>
    stops
      .filter((stop) => stop.kind === kind)
      .flatMap(({ persons }) => persons)
      .reduce((sum, { count }) => sum + count, 0);
  return many("site") === many("facility");
}

function medics({ given, first }: SectorPlan) {
  const own = given.teams.filter(({ kind }) => kind === "medical").map(({ code }) => code);
  return first.plan.teams.filter(({ team }) => own.includes(team));
}
