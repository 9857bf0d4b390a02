import { refuse } from "#base";
import type { Group, Site, Stop, TeamProgress, TruceCase } from "../case/case.ts";
import type { TeamPlan } from "../plan.ts";
import { faultsOfEvent } from "./event-faults.ts";

/** What has happened at a minute of the window. */
export type TruceEvent = {
  readonly format: "parley-plan-event/1";
  readonly at: number;
  /** Stops that begin within so many minutes have been announced and stay. */
  readonly announced?: number;
  readonly changes: readonly TruceChange[];
};

export type TruceChange =
  | { readonly kind: "team_delayed"; readonly team: string; readonly minutes: number }
  | { readonly kind: "team_lost"; readonly team: string }
  | { readonly kind: "site_closed"; readonly site: string }
  | { readonly kind: "site_added"; readonly site: Site }
  | { readonly kind: "patients"; readonly site: string; readonly persons: readonly Group[] }
  | { readonly kind: "retriaged"; readonly group: string; readonly class: string }
  | { readonly kind: "facility_full"; readonly facility: string }
  | { readonly kind: "window"; readonly minutes: number };

/**
 * The case as it is after an event: what was begun or announced by then stays as `progress`, and all else is open. A team
 * on its way to a site that is closed turns back; a lost one has done what it had begun, and takes nobody further. Refuses an
 * event that tells of what is not in the case (`plan.contradictory`).
 */
export function afterEvent(given: TruceCase, plans: readonly TeamPlan[], event: TruceEvent): TruceCase {
  const fault = faultsOfEvent(given, event)[0];
  if (fault) refuse("plan.contradictory", fault);
  const { at, changes } = event;
  const closed = new Set(changes.flatMap((one) => (one.kind === "site_closed" ? [one.site] : [])));
  const lost = new Set([
    ...(given.progress?.teams.flatMap(({ team, lost: gone }) => (gone ? [team] : [])) ?? []),
    ...changes.flatMap((one) => (one.kind === "team_lost" ? [one.team] : [])),
  ]);
  const delays = new Map(
    changes.flatMap((one) => (one.kind === "team_delayed" ? [[one.team, one.minutes] as const] : [])),
  );
  const begun = begunSites(given, plans, event, closed, lost);
  const teams = given.teams.map(({ code, kind }): TeamProgress => {
    const plan = plans.find(({ team }) => team === code);
    const stops = plan?.stops ?? [];
    const before = given.progress?.teams.find(({ team }) => team === code);
    if (lost.has(code)) {
      const done = stops.filter(({ start }) => start <= at);
      return { team: code, stops: before?.lost ? before.stops : done, free: at, lost: true };
    }
    let many = begunStops(given, code, stops, event);
    if (kind === "liaison" || kind === "clearance")
      stops.forEach(({ place }, n) => {
        if (begun.has(place)) many = Math.max(many, n + 1);
      });
    const last = stops[many - 1];
    const turnsBack = last !== undefined && closed.has(last.place) && last.start > at;
    const frozen = stops.slice(0, turnsBack ? many - 1 : many);
    const left =
      frozen.at(-1)?.leave ?? before?.free ?? given.teams.find((one) => one.code === code)?.duty[0] ?? 0;
    const delay = delays.get(code) ?? 0;
    const isMoving = !turnsBack && last !== undefined && last.start > at && delay > 0;
    const shifted = isMoving ? [...frozen.slice(0, -1), later(last, delay)] : frozen;
    // it is on its way back for as long as it was under way; it may not even have left
    const free = turnsBack ? Math.max(left, 2 * at - left) : Math.max(at, left);
    return { team: code, stops: shifted, free: free + delay };
  });
  return changed({ ...given, progress: { now: at, teams } }, plans, changes, closed);
}

// How many stops of a team have been begun, or announced: it is on its way there.
function begunStops(
  given: TruceCase,
  team: string,
  stops: readonly Stop[],
  { at, announced = 0 }: TruceEvent,
): number {
  const before = given.progress?.teams.find((one) => one.team === team);
  const first = given.teams.find(({ code }) => code === team)?.duty[0] ?? 0;
  let many = before?.stops.length ?? 0;
  for (let n = many; n < stops.length; n++) {
    const left = stops[n - 1]?.leave ?? Math.max(first, before?.free ?? 0);
    const { start } = stops[n] ?? { start: Number.POSITIVE_INFINITY };
    // whoever leaves at this minute has not left yet
    if (left >= at && start > at + announced) break;
    many = n + 1;
  }
  return many;
}

// Sites to which somebody who loads is on the way, or is there: who has to be with him goes too.
function begunSites(
  given: TruceCase,
  plans: readonly TeamPlan[],
  event: TruceEvent,
  closed: ReadonlySet<string>,
  lost: ReadonlySet<string>,
): ReadonlySet<string> {
  const sites = new Set<string>();
  for (const { code, kind } of given.teams) {
    if (kind === "liaison" || kind === "clearance" || lost.has(code)) continue;
    const stops = plans.find(({ team }) => team === code)?.stops ?? [];
    for (const { place, leave } of stops.slice(0, begunStops(given, code, stops, event)))
      if (leave > event.at && !closed.has(place)) sites.add(place);
  }
  return sites;
}

function later(stop: Stop, minutes: number): Stop {
  return {
    ...stop,
    arrive: stop.arrive + minutes,
    start: stop.start + minutes,
    leave: stop.leave + minutes,
  };
}

function changed(
  given: TruceCase,
  plans: readonly TeamPlan[],
  changes: readonly TruceChange[],
  closed: ReadonlySet<string>,
): TruceCase {
  let next: TruceCase = {
    ...given,
    sites: given.sites.map((site) => (closed.has(site.code) ? { ...site, windows: [] } : site)),
  };
  for (const change of changes) {
    switch (change.kind) {
      case "site_added":
        next = { ...next, sites: [...next.sites, change.site] };
        break;
      case "patients":
        next = {
          ...next,
          sites: next.sites.map((site) =>
            site.code === change.site ? { ...site, persons: [...site.persons, ...change.persons] } : site,
          ),
        };
        break;
      case "retriaged":
        next = {
          ...next,
          sites: next.sites.map((site) => ({
            ...site,
            persons: site.persons.map((one) =>
              one.code === change.group ? { ...one, class: change.class } : one,
            ),
          })),
        };
        break;
      case "facility_full":
        next = {
          ...next,
          facilities: next.facilities.map((one) =>
            one.code === change.facility ? { ...one, ...onTheWay(next, plans, change.facility) } : one,
          ),
        };
        break;
      case "window":
        next = withWindow(next, change.minutes);
        break;
      default: // teams and closed sites are done
    }
  }
  return next;
}

// A full facility has place for those it has, and for those on their way to it.
function onTheWay(given: TruceCase, plans: readonly TeamPlan[], facility: string) {
  const classOf = new Map(
    given.sites.flatMap(({ persons }) => persons.map((one) => [one.code, one.class] as const)),
  );
  const beds: Record<string, number> = {};
  let remains = 0;
  for (const { team, stops, lost } of given.progress?.teams ?? []) {
    const loaded = new Map<string, number>();
    for (const { kind, persons, bodies } of stops)
      if (kind === "site") {
        for (const { group, count } of persons) loaded.set(group, (loaded.get(group) ?? 0) + count);
        for (const { site, count } of bodies) loaded.set(site, (loaded.get(site) ?? 0) + count);
      }
    const all = lost ? stops : (plans.find((one) => one.team === team)?.stops ?? []);
    for (const { kind, place, persons, bodies } of all) {
      if (kind !== "facility") continue;
      const took = (code: string, count: number) => {
        const here = Math.min(count, loaded.get(code) ?? 0);
        loaded.set(code, (loaded.get(code) ?? 0) - here);
        return place === facility ? here : 0;
      };
      for (const { group, count } of persons) {
        const code = classOf.get(group) ?? "";
        beds[code] = (beds[code] ?? 0) + took(group, count);
      }
      for (const { site, count } of bodies) remains += took(site, count);
    }
  }
  return { beds: Object.fromEntries(Object.entries(beds).filter(([, count]) => count > 0)), remains };
}

/** The window of another length: times of access at its end go with it. Duties grow with it; who is out of the zone drives on. */
export function withWindow(given: TruceCase, minutes: number): TruceCase {
  const end = given.window.minutes;
  const move = (until: number) => (until >= end ? until + minutes - end : Math.min(until, minutes));
  return {
    ...given,
    window: { ...given.window, minutes },
    sites: given.sites.map((site) => ({
      ...site,
      windows: site.windows.flatMap(([from, until]) => {
        const moved = move(until);
        return moved > from ? [[from, moved] as const] : [];
      }),
    })),
    teams: given.teams.map((team) => ({
      ...team,
      duty: [team.duty[0], Math.max(team.duty[1], move(team.duty[1]))] as const,
    })),
  };
}
