import { deflateRawSync } from "node:zlib";
import type { Site } from "#plan";
import { type Cell, canonicalBytes, cellOf, cellText, otherSide, type Side } from "#record";
import { filedFor } from "../../src/web/views/window/filed.ts";
import { idOf } from "../ids.ts";
import { siteName } from "./act-2-sites.ts";
import type { Course } from "./course.ts";
import { positionOf } from "./ground.ts";
import { delegateOf, end, instant, minuteAt, type Narrator, room, sides, start, truce } from "./narrator.ts";
import type { Planned, SectorPlan } from "./window.ts";

const typeOf = {
  medical: "medical_team",
  recovery: "recovery_team",
  liaison: "liaison_team",
  clearance: "clearance_team",
} as const;

export const missionName = ({ code }: Course): `@${string}` => `@mission-${code.toLowerCase()}`;

/** The operator proposes each sector's plan by its digests. */
export function proposePlans(tell: Narrator, sectors: readonly SectorPlan[]): void {
  for (const sector of sectors)
    propose(tell, sector.code, { title: `Window plan of ${sector.name}`, plan: sector.first });
}

type Proposed = {
  readonly title: string;
  readonly plan: Planned;
  readonly replaces?: string;
  readonly words?: string;
};

export function propose(tell: Narrator, name: string, { title, plan, replaces, words }: Proposed): void {
  tell.say("operator-one", `plan-${name.toLowerCase()}`, {
    kind: "plan.proposed",
    room,
    payload: {
      title,
      truce,
      plan: plan.said,
      ...(replaces === undefined ? {} : { replaces: `@plan-${replaces.toLowerCase()}` as const }),
      ...(words === undefined ? {} : { words }),
    },
  });
  file(tell, name, plan);
  tell.later(2);
}

/** What the plan was computed from, sealed: the whole for the operator's own room, and for each side its own part. */
function file(tell: Narrator, name: string, { given, previous, plan }: Planned): void {
  const filed = { given, plan, ...(previous ? { previous } : {}) };
  const register = (side: Side) => given.sites.filter(({ ground }) => ground === side).map(registered);
  const contents = [
    ["internal-operator", { format: "parley-window-whole/1", ...filed }],
    ...sides.map(
      (side) => [`sites-${side}`, filedFor(side, filed, register(side), register(otherSide(side)))] as const,
    ),
  ] as const;
  for (const [where, content] of contents)
    if (content)
      tell.say("operator-one", `plan-${name.toLowerCase()}-${where}`, {
        kind: "plan.filed",
        room: where,
        payload: {
          plan: `@plan-${name.toLowerCase()}`,
          content: deflateRawSync(canonicalBytes(content)).toString("base64"),
        },
      });
}

function registered(site: Site) {
  const { code } = site;
  return {
    id: idOf("truce-36", siteName(site).slice(1)),
    code,
    status: "stands",
    report: { position: positionOf(site) },
  } as const;
}

/** Each mission planned and notified to both sides; what is exact in each side's own room, and there only what lies on its ground. */
export function notifyMissions(tell: Narrator, courses: readonly Course[]): void {
  for (const one of courses) planMission(tell, one);
  for (const one of courses) for (const side of sides) detail(tell, one, side);
  tell.later(10);
  for (const one of courses)
    for (const side of sides)
      tell.say("operator-one", `${missionName(one).slice(1)}-notified-${side}`, {
        kind: "mission.notified",
        room,
        payload: {
          mission: missionName(one),
          to: side,
          at: instant(tell.now),
          channel: "The sealed room, and by hand at the host",
        },
      });
}

function planMission(tell: Narrator, one: Course): void {
  const { code, team, escorts, sites, abortAt } = one;
  tell.say("operator-one", missionName(one).slice(1), {
    kind: "mission.planned",
    room,
    payload: {
      code,
      task: team.kind === "recovery" ? "remains_alone" : "wounded_alone",
      emergency: false,
      cells: cellsOf(one),
      startsAt: instant(start),
      endsAt: instant(end),
      radioEveryMinutes: 120,
      teams: [team, ...escorts].map((of) => ({
        team: of.code,
        type: typeOf[of.kind],
        vehicles: of.kind === "recovery" ? 2 : 1,
        crew: of.kind === "medical" ? 4 : 3,
        abortAt: minuteAt(abortAt.get(of.code) ?? 0),
      })),
    },
  });
  if (sites.length === 0) throw new Error(`${code} goes nowhere.`);
}

function cellsOf({ sites }: Course): Cell[] {
  const cells = new Map(sites.map((site) => cellOf(positionOf(site))).map((cell) => [cellText(cell), cell]));
  return [...cells.values()];
}

function detail(tell: Narrator, one: Course, side: "a" | "b"): void {
  const own = one.sites.filter(({ ground }) => ground === side);
  if (own.length === 0) return;
  tell.say("operator-one", `${missionName(one).slice(1)}-detail-${side}`, {
    kind: "mission.detailed",
    room: `sites-${side}`,
    payload: {
      mission: missionName(one),
      sites: own.map(siteName),
      route: own.map(positionOf),
      routeWords: "From the base by the marked way, site by site, and back by the same way.",
      vehicles: [one.team, ...one.escorts].map(({ code }, n) => ({
        team: code,
        description: "White, with a tracked trailer",
        plate: `DEMO ${one.code.slice(-2)}${n}`,
        emblem: "emblem_crystal",
      })),
      phones: [],
      radio: "Channel 36; call sign as the team’s name",
      receiving: one.sector.given.facilities
        .filter((facility) => facility.side !== (side === "a" ? "b" : "a"))
        .map(({ code }) => code)
        .join(", "),
    },
  });
}

/** How far each side has come with each mission, in its own words. */
export function acknowledge(
  tell: Narrator,
  courses: readonly Course[],
  echelon: "received" | "passed_to_units" | "confirmed_by_units",
): void {
  for (const one of courses)
    for (const side of sides)
      tell.say(delegateOf[side], `${missionName(one).slice(1)}-${echelon.replaceAll("_", "-")}-${side}`, {
        kind: "mission.acknowledged",
        room,
        payload: { mission: missionName(one), echelon, at: instant(tell.now) },
      });
}

/** Each side's own assurance for the whole time, and what is known of mines. */
export function assure(tell: Narrator, courses: readonly Course[]): void {
  for (const one of courses) {
    const mission = missionName(one);
    for (const side of sides)
      tell.say(delegateOf[side], `${mission.slice(1)}-guarantee-${side}`, {
        kind: "mission.guarantee_said",
        room,
        payload: {
          mission,
          given: true,
          startsAt: instant(start),
          endsAt: instant(end),
          words: "This team is respected on its way and at its sites.",
        },
      });
    tell.say("operator-one", `${mission.slice(1)}-hazard`, {
      kind: "mission.hazard_said",
      room,
      payload: {
        mission,
        state: "cleared",
        at: instant(tell.now),
        words: "The ways are clear. Where a site needs it, nobody goes in before it has been cleared.",
      },
    });
  }
}

/** The operator's own decision, and nobody else's. */
export function decide(tell: Narrator, courses: readonly Course[]): void {
  for (const one of courses)
    tell.say("operator-one", `${missionName(one).slice(1)}-go`, {
      kind: "mission.decided",
      room,
      payload: { mission: missionName(one), answer: "go" },
    });
}
