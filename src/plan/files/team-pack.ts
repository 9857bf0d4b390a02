import type { Point, Stop, TeamKind, TruceCase } from "../truce/case/case.ts";
import { usualMinutes } from "../truce/case/travel.ts";
import { abortsOf } from "../truce/explain/aborts.ts";
import type { TeamPlan } from "../truce/plan.ts";

type Persons = readonly {
  readonly group: string;
  readonly class: string;
  readonly place: "stretcher" | "seat";
  readonly count: number;
}[];
type Load = { readonly persons: Persons; readonly remains: number };

/** A stop as its team needs it; instants in ISO 8601. */
type PackStop = {
  readonly kind: "site" | "facility";
  readonly place: string;
  readonly at: Point;
  readonly arrive: string;
  readonly start: string;
  readonly leave: string;
  /** Taken on board at a site, handed over at a facility. */
  readonly load: Load;
  /** On board when it leaves. */
  readonly aboard: Load;
  /** Of a site: until when it can be left, and how. */
  readonly way?: {
    readonly last: string;
    readonly out: string;
    readonly exit: Point;
    readonly minutes: number;
  };
  readonly access?: readonly (readonly [from: string, until: string])[];
  readonly clearance?: true;
  readonly joint?: true;
};

/** What one team needs of a plan, and nothing of another's. */
export type TeamPack = {
  readonly team: string;
  readonly kind: TeamKind;
  readonly side: "a" | "b" | "neutral";
  readonly window: { readonly from: string; readonly until: string };
  readonly start: { readonly at: Point; readonly leave: string };
  readonly end: { readonly at: Point; readonly arrive: string; readonly last: string };
  readonly stops: readonly PackStop[];
};

/**
 * One team's part of a plan, to be taken along: its stops with their times, who is on board, and how each zone is left.
 * No other team, no other place, no chance to live, and not whose anybody is. Undefined for a team that goes nowhere.
 */
export function packOf(given: TruceCase, plan: TeamPlan): TeamPack | undefined {
  const team = given.teams.find(({ code }) => code === plan.team);
  const [first] = plan.stops;
  if (!team || !first) return undefined;
  const begin = Date.parse(given.window.from);
  const at = (minute: number) => new Date(begin + minute * 60_000).toISOString().replace(".000Z", "Z");
  const way = usualMinutes(given.travel, team.speed, team.start, spotOf(given, first));
  let aboard: Load = { persons: [], remains: 0 };
  const stops = plan.stops.map((stop): PackStop => {
    const { kind, place, arrive, start, leave } = stop;
    const load = loadOf(given, stop);
    aboard = kind === "site" ? added(aboard, load, 1) : added(aboard, load, -1);
    const spot = spotOf(given, stop);
    const common = { kind, place, at: pointOf(spot), arrive: at(arrive), start: at(start), leave: at(leave) };
    const site = kind === "site" ? given.sites.find(({ code }) => code === place) : undefined;
    const zone = site && given.zones.find(({ code }) => code === site.zone);
    const [abort] = abortsOf(given, { ...plan, stops: [stop] });
    return {
      ...common,
      load,
      aboard,
      ...(zone && abort
        ? {
            way: {
              last: at(abort.last),
              out: at(given.window.minutes - zone.clearBy),
              exit: abort.exit,
              minutes: abort.minutes,
            },
          }
        : {}),
      ...(site ? { access: site.windows.map(([from, until]) => [at(from), at(until)] as const) } : {}),
      ...(site?.clearance === undefined ? {} : { clearance: true as const }),
      ...(site?.joint ? { joint: true as const } : {}),
    };
  });
  return {
    team: team.code,
    kind: team.kind,
    side: team.side,
    window: { from: at(0), until: at(given.window.minutes) },
    start: { at: pointOf(team.start), leave: at(first.arrive - way) },
    end: { at: pointOf(team.end), arrive: at(plan.end), last: at(team.duty[1]) },
    stops,
  };
}

function pointOf({ x, y }: Point): Point {
  return { x, y };
}

function spotOf({ sites, facilities }: TruceCase, { kind, place }: Stop): Point & { readonly code: string } {
  const spot = (kind === "site" ? sites : facilities).find(({ code }) => code === place);
  if (!spot) throw new Error(`The case has no ${kind} ${place}.`);
  return spot;
}

function loadOf({ sites, classes }: TruceCase, { persons, bodies }: Stop): Load {
  const groups = sites.flatMap((site) => site.persons);
  return {
    persons: persons.map(({ group: code, count }) => {
      const group = groups.find((one) => one.code === code);
      const kind = classes.find((one) => one.code === group?.class);
      if (!kind) throw new Error(`The case has no group ${code} of a known class.`);
      return { group: code, class: kind.code, place: kind.place, count };
    }),
    remains: bodies.reduce((sum, { count }) => sum + count, 0),
  };
}

function added(aboard: Load, load: Load, sign: 1 | -1): Load {
  const groups = Map.groupBy(
    [...aboard.persons, ...load.persons.map((one) => ({ ...one, count: one.count * sign }))],
    ({ group }) => group,
  );
  const persons = [...groups.values()].flatMap((all) => {
    const count = all.reduce((sum, one) => sum + one.count, 0);
    return all[0] && count > 0 ? [{ ...all[0], count }] : [];
  });
  return { persons, remains: aboard.remains + sign * load.remains };
}
