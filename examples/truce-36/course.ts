import type { Abort, Site, Stop, Team, TeamPlan } from "#plan";
import { type Act, type Side, sides } from "#record";
import { minutes } from "./narrator.ts";
import type { SectorPlan, Window } from "./window.ts";

type Outcome = Act<"mission.ended">["payload"]["outcome"];
type TeamStep = Act<"mission.step_noted">["payload"]["step"];
type FieldEvent = Act<"mission.event_noted">["payload"]["event"];

/** What a team does at a minute of the window, with how many. */
export type Step = {
  readonly minute: number;
  readonly team: string;
  readonly step: TeamStep;
  readonly to?: Side;
  readonly wounded: number;
  readonly remains: number;
};

/** Bodies that were loaded at a site and came to a facility. */
export type Brought = {
  readonly site: Site;
  readonly of: Side;
  readonly count: number;
  readonly loadedAt: number;
  readonly handedOverAt: number;
  readonly team: string;
};

/** A team that loads, with whom it goes, and what became of it. */
export type Course = {
  readonly code: string;
  readonly sector: SectorPlan;
  readonly team: Team;
  readonly escorts: readonly Team[];
  /** Sites of the first plan, as they were notified. */
  readonly sites: readonly Site[];
  readonly abortAt: ReadonlyMap<string, number>;
  readonly steps: readonly Step[];
  readonly events: readonly { readonly minute: number; readonly event: FieldEvent; readonly words: string }[];
  readonly wounded: { readonly [S in Side]: number };
  readonly brought: readonly Brought[];
  readonly endedAt: number;
  readonly outcome: Outcome;
  readonly words?: string;
  readonly left?: { readonly wounded: number; readonly remains: number };
  /** What was fetched where: persons by group and bodies by site. */
  readonly fetched: ReadonlyMap<string, number>;
};

/** All missions as they went: by the plan that stood at the end, but for one that was broken off and one that was not completed. */
export function coursesOf(window: Window): readonly Course[] {
  const { sectors, delayed, closed, lost } = window;
  const last = sectors.map((sector) => {
    const found = [delayed, closed, lost].find((one) => one.sector === sector);
    return { sector, teams: (found?.next ?? sector.first).plan.teams };
  });
  const underFire = lastOfRecovery(last);
  let number = 0;
  return last.flatMap(({ sector, teams }) =>
    sector.given.teams
      .filter(({ kind }) => kind === "medical" || kind === "recovery")
      .flatMap((team): readonly Course[] => {
        const plan = teams.find((one) => one.team === team.code);
        const first = sector.first.plan.teams.find((one) => one.team === team.code);
        if (!plan || !first || plan.stops.length === 0) return [];
        const escorts = team.kind === "recovery" ? sector.given.teams.filter(isEscort) : [];
        const code = `T36-${String(++number).padStart(2, "0")}`;
        const halted = team.code === underFire?.team ? underFire.stop : undefined;
        const moved = walk(sector, team, plan, halted);
        const own: readonly Step[] = escorts.flatMap((one) => escortSteps(teams, one.code));
        return [
          {
            code,
            sector,
            team,
            escorts,
            sites: sitesOf(sector, first.stops),
            abortAt: new Map([team, ...escorts].map((one) => [one.code, turnsBackAt(sector, one.code)])),
            ...moved,
            steps: [...moved.steps, ...own],
            endedAt: Math.max(moved.endedAt, ...own.map(({ minute }) => minute)),
            ...eventsOf(window, team.code, halted),
            ...outcomeOf(window, team.code, halted),
          },
        ];
      }),
  );
}

const isEscort = ({ kind }: Team): boolean => kind === "liaison" || kind === "clearance";

type Planned = { readonly sector: SectorPlan; readonly teams: readonly TeamPlan[] };

// The last visit of all recovery teams: there fire is heard.
function lastOfRecovery(all: readonly Planned[]): { readonly team: string; readonly stop: Stop } | undefined {
  return all
    .flatMap(({ sector, teams }) => {
      const own = sector.given.teams.filter(({ kind }) => kind === "recovery").map(({ code }) => code);
      return teams
        .filter(({ team }) => own.includes(team))
        .flatMap(({ team, stops }) =>
          stops.filter(({ kind }) => kind === "site").map((stop) => ({ team, stop })),
        );
    })
    .toSorted((one, other) => other.stop.start - one.stop.start)[0];
}

// What one team loads and hands over, stop by stop; where it halts nothing is loaded.
function walk(sector: SectorPlan, team: Team, { stops, end }: TeamPlan, halted: Stop | undefined) {
  const { sites } = sector.given;
  const steps: Step[] = [];
  const brought: Brought[] = [];
  const fetched = new Map<string, number>();
  const wounded = { a: 0, b: 0 };
  const board: OnBoard[] = [];
  const note = (minute: number, step: TeamStep, more: Partial<Step> = {}) =>
    steps.push({ minute, team: team.code, step, wounded: 0, remains: 0, ...more });
  note(Math.max(1, (stops[0]?.arrive ?? 0) - 15), "en_route");
  for (const [n, stop] of stops.entries()) {
    if (stop.kind === "site") {
      const site = sites.find(({ code }) => code === stop.place);
      if (!site) continue;
      note(stop.start, "on_site");
      if (stop === halted) {
        note(stop.start + 51, "turned_back");
        continue;
      }
      for (const { group, count } of stop.persons) {
        const of = site.persons.find(({ code }) => code === group)?.of ?? site.ground;
        board.push({ of, site, key: group, count, at: stop.leave });
        fetched.set(group, (fetched.get(group) ?? 0) + count);
      }
      for (const { count } of stop.bodies) {
        board.push({ of: site.remains?.of ?? site.ground, site, key: site.code, count, at: stop.leave });
        fetched.set(site.code, (fetched.get(site.code) ?? 0) + count);
      }
      note(stop.leave, "loaded", { wounded: sum(stop.persons), remains: sum(stop.bodies) });
      continue;
    }
    const unloaded = [
      ...stop.persons.map(({ group, count }) => ({ key: group, count })),
      ...stop.bodies.map(({ site, count }) => ({ key: site, count })),
    ].flatMap(({ key, count }) => takenFrom(board, key, count));
    for (const side of sides) {
      const own = unloaded.filter(({ of }) => of === side);
      if (own.length === 0) continue;
      const alive = own.filter(({ key, site }) => key !== site.code);
      const dead = own.filter(({ key, site }) => key === site.code);
      wounded[side] += sum(alive);
      for (const { site, of, count, at } of dead)
        brought.push({ site, of, count, loadedAt: at, handedOverAt: stop.leave, team: team.code });
      note(stop.leave, "handed_over", { to: side, wounded: sum(alive), remains: sum(dead) });
    }
    if (n < stops.length - 1) note(stop.leave + 1, "en_route");
  }
  return {
    steps,
    brought,
    fetched,
    wounded,
    endedAt: Math.min(minutes, Math.max(end, steps.at(-1)?.minute ?? 0)),
  };
}

/** Persons of a group, or bodies of a site, on board since a minute; the key is the group's code or the site's. */
type OnBoard = {
  readonly of: Side;
  readonly site: Site;
  readonly key: string;
  count: number;
  readonly at: number;
};

// Takes so many off, those first who were loaded first; fewer where fewer are there.
function takenFrom(board: readonly OnBoard[], key: string, count: number): readonly OnBoard[] {
  let left = count;
  return board
    .filter((one) => one.key === key)
    .flatMap((one) => {
      const out = Math.min(left, one.count);
      one.count -= out;
      left -= out;
      return out > 0 ? [{ ...one, count: out }] : [];
    });
}

function escortSteps(teams: readonly TeamPlan[], team: string): readonly Step[] {
  const stops = teams.find((one) => one.team === team)?.stops ?? [];
  const none = { wounded: 0, remains: 0 };
  return stops.flatMap(({ arrive, start, leave }, n): readonly Step[] => [
    ...(n === 0 ? [{ minute: Math.max(1, arrive - 15), team, step: "en_route", ...none } as const] : []),
    { minute: start, team, step: "on_site", ...none },
    ...(n === stops.length - 1 ? [{ minute: leave, team, step: "turned_back", ...none } as const] : []),
  ]);
}

function eventsOf({ delayed, closed, lost }: Window, team: string, halted: Stop | undefined) {
  const events: { minute: number; event: FieldEvent; words: string }[] = [];
  if (team === delayed.team)
    events.push({
      minute: delayed.event.at,
      event: "obstacle",
      words: "The way ahead is broken up. The team goes round and is an hour and a half late.",
    });
  if (team === lost.team)
    events.push({
      minute: lost.event.at,
      event: "other_event",
      words: "An axle broke after the handover. Nobody was on board. The team goes no further.",
    });
  if (
    closed.sector.first.plan.teams.some(
      (one) =>
        one.team === team &&
        one.stops.some(({ place, start }) => place === closed.site && start > closed.event.at),
    )
  )
    events.push({
      minute: closed.event.at,
      event: "halted",
      words: "The zone is suspended. The team does not go there.",
    });
  if (halted)
    events.push(
      { minute: halted.start + 10, event: "fire", words: "Fire heard, some way off. The team takes cover." },
      { minute: halted.start + 26, event: "sides_told", words: "Both sides told by the hotline." },
      { minute: halted.start + 46, event: "fire_stopped", words: "No more fire heard." },
      { minute: halted.start + 51, event: "team_left", words: "The team left; its time there was up." },
    );
  return { events };
}

function outcomeOf({ lost }: Window, team: string, halted: Stop | undefined) {
  if (team === lost.team)
    return {
      outcome: "aborted",
      words:
        "The vehicle could not go on. Nobody was on board; what this team had before it was planned anew for the others.",
    } as const;
  if (halted)
    return {
      outcome: "not_completed",
      words:
        "Fire was heard while the team was there. When it had stopped, too little time was left before the hour by which the zone is left.",
      left: { wounded: 0, remains: sum(halted.bodies) },
    } as const;
  return { outcome: "closed" } as const;
}

function sitesOf({ given }: SectorPlan, stops: readonly Stop[]): readonly Site[] {
  const visited = new Set(stops.map(({ place }) => place));
  return given.sites.filter(({ code }) => visited.has(code));
}

// The last minute at which a team can still leave where it is last planned to be, and be out in time.
function turnsBackAt({ first, given }: SectorPlan, team: string): number {
  const aborts: readonly Abort[] = first.plan.teams.find((one) => one.team === team)?.abort ?? [];
  return aborts.at(-1)?.last ?? given.window.minutes - (given.zones[0]?.clearBy ?? 0);
}

function sum(list: readonly { readonly count: number }[]): number {
  return list.reduce((total, { count }) => total + count, 0);
}
