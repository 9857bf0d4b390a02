import type { Facility, Point, Site, Stop, Team, TruceCase } from "../case/case.ts";
import { slowMinutes, usualMinutes } from "../case/travel.ts";
import type { TeamPlan } from "../plan.ts";
import type { Judged, TruceViolation } from "./check.ts";

/** What a team's times overstep, one stop after the other, for every number of slow legs up to gamma. */
export function timesOverstepped(given: TruceCase, team: Team, { stops, end }: TeamPlan) {
  const violations: TruceViolation[] = [];
  const judged: Judged[] = [];
  const found = (constraint: TruceViolation["constraint"], place: string, value: number, limit: number) =>
    violations.push({ constraint, where: `${team.code}/${place}`, value, limit });
  const progress = given.progress?.teams.find((one) => one.team === team.code);
  const frozen = progress?.stops ?? [];
  if (JSON.stringify(stops.slice(0, frozen.length)) !== JSON.stringify(frozen))
    found("frozen", "", stops.length, frozen.length);
  if (progress?.lost && stops.length > frozen.length) found("frozen", "lost", stops.length, frozen.length);

  const gamma = given.travel.gamma;
  let at: Point & { readonly code?: string } = team.start;
  let left = Array.from({ length: gamma + 1 }, () => team.duty[0]);
  stops.forEach((stop, index) => {
    const place = placeOf(given, stop);
    const isFrozen = index < frozen.length;
    if (isFrozen) {
      const free = Math.max(stop.leave, index === frozen.length - 1 ? (progress?.free ?? 0) : 0);
      left = left.map(() => free);
      judged.push({
        team,
        stop,
        frozen: true,
        late: { start: stop.start, leave: stop.leave, slack: undefined },
      });
      at = place;
      return;
    }
    if (index === frozen.length && progress) left = left.map((minute) => Math.max(minute, progress.free));
    const arrivals = arrivalsOf(given, team, left, at, place);
    const earliest = arrivals[0] ?? 0;
    if (stop.arrive < earliest) found("travel", stop.place, stop.arrive, earliest);
    if (stop.start < stop.arrive) found("travel", stop.place, stop.start, stop.arrive);
    const least = durationOf(team, stop, place);
    const stays = stop.leave - stop.start;
    if (team.kind === "liaison" ? stays < least : stays !== least)
      found("duration", stop.place, stays, least);
    const starts = arrivals.map((minute) => Math.max(minute, stop.start));
    left = starts.map((minute) =>
      team.kind === "liaison" ? Math.max(minute + least, stop.leave) : minute + stays,
    );
    const late = { start: Math.max(...starts), leave: Math.max(...left) };
    const slack = "windows" in place ? slackAt(given, team, place, left) : undefined;
    judged.push({ team, stop, frozen: false, late: { ...late, slack } });
    if ("windows" in place) {
      if (!place.windows.some(([from, until]) => from <= stop.start && late.leave <= until))
        found("window", stop.place, stop.start, late.leave);
      if (slack !== undefined && slack < 0) found("clear_by", stop.place, -slack, 0);
    }
    const ground = "windows" in place ? place.ground : place.side;
    if (ground !== "neutral" && !team.ground.includes(ground)) found("ground", stop.place, 1, 0);
    at = place;
  });
  if (progress && frozen.length === 0) left = left.map((minute) => Math.max(minute, progress.free));
  if (stops.length > frozen.length) {
    const home = arrivalsOf(given, team, left, at, team.end);
    const latest = Math.max(...home);
    if (latest > team.duty[1]) found("duty", "end", latest, team.duty[1]);
    if (end < (home[0] ?? 0)) found("travel", "end", end, home[0] ?? 0);
  }
  return { violations, judged };
}

// Minutes from being out of a site's zone, by the nearest exit, to clear-by.
function slackAt(given: TruceCase, team: Team, site: Site, left: readonly number[]): number {
  const zone = given.zones.find(({ code }) => code === site.zone);
  const out = (zone?.exits ?? []).map((exit) => Math.max(...arrivalsOf(given, team, left, site, exit)));
  return given.window.minutes - (zone?.clearBy ?? given.window.minutes) - Math.min(...out);
}

function placeOf({ sites, facilities }: TruceCase, { kind, place }: Stop): Site | Facility {
  const found =
    kind === "site"
      ? sites.find(({ code }) => code === place)
      : facilities.find(({ code }) => code === place);
  if (!found) throw new Error(`The case has no ${kind} ${place}.`);
  return found;
}

// By how many legs have been slow so far: the next is usual, or it is one of them.
function arrivalsOf(
  { travel }: TruceCase,
  { speed }: Team,
  left: readonly number[],
  from: Point & { readonly code?: string },
  to: Point & { readonly code?: string },
): number[] {
  const usual = usualMinutes(travel, speed, from, to);
  const slow = slowMinutes(travel, usual);
  return left.map((minute, used) => Math.max(minute + usual, used > 0 ? (left[used - 1] ?? 0) + slow : 0));
}

function durationOf({ kind }: Team, stop: Stop, place: Site | Facility): number {
  if (!("windows" in place)) return place.unload;
  if (kind === "liaison") return 0;
  if (kind === "clearance") return place.clearance ?? 0;
  const loading = stop.persons.reduce(
    (sum, { group, count }) => sum + count * (place.persons.find(({ code }) => code === group)?.loading ?? 0),
    0,
  );
  const handling = stop.bodies.reduce((sum, { count }) => sum + count * (place.remains?.handling ?? 0), 0);
  return place.setup + loading + handling;
}
