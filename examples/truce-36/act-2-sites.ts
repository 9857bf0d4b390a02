import { seededRandom } from "#base";
import type { Site } from "#plan";
import { bandOf, cellOf, type PayloadOf } from "#record";
import type { Course } from "./course.ts";
import { positionOf, seed } from "./ground.ts";
import { delegateOf, hour, instant, minuteAt, type Narrator, room, sides, start } from "./narrator.ts";
import type { SectorPlan } from "./window.ts";

const grounds = ["open_field", "trench", "road", "other_ground"] as const;
const hazards = ["mines", "unexploded_ordnance", "booby_traps"] as const;
const reportHolds = 8 * 24 * hour;
/** Where both sides' liaisons come, the other side hears of it in time: a cell, and bands. */
const noticeFrom = start - 6 * hour;

export const siteName = ({ code }: Site): `@${string}` => `@site-${code.toLowerCase()}`;
const roomOf = ({ ground }: Site) => `sites-${ground}` as const;
/** Every twelfth the operator's own people have found. */
const reporterOf = ({ code, ground }: Site) =>
  Number(code.slice(1)) % 12 === 0 ? "operator-one" : delegateOf[ground];

type Report = Omit<PayloadOf<"site.reported">, "code">;

/** Where wounded and dead lie: each side in its own sealed room, as the last word on each site has come. */
export function reportSites(tell: Narrator, sectors: readonly SectorPlan[]): void {
  const all = sectors
    .flatMap(({ name, given }) => given.sites.map((site) => ({ site, zone: name, at: reportedAt(site) })))
    .toSorted((one, other) => one.at - other.at);
  for (const { site, zone, at } of all) {
    tell.until(at);
    tell.say(reporterOf(site), siteName(site).slice(1), {
      kind: "site.reported",
      room: roomOf(site),
      payload: { code: site.code, ...reportOf(site, zone, at) },
    });
  }
}

/** That the operator has opened every exact position, to make the plan: an act in the same sealed rooms. */
export function openSites(tell: Narrator, sectors: readonly SectorPlan[]): void {
  for (const side of sides)
    tell.say("operator-one", `opened-${side}`, {
      kind: "site.viewed",
      room: `sites-${side}`,
      payload: {
        opened: sectors
          .flatMap(({ given }) => given.sites)
          .filter(({ ground }) => ground === side)
          .map((site) => ({ site: siteName(site), at: instant(tell.now) })),
      },
    });
}

/** What is passed on of the sites at which both liaisons meet; nothing of any other. */
export function noticeAreas(tell: Narrator, sectors: readonly SectorPlan[]): void {
  const joint = sectors.flatMap(({ given }) => given.sites).filter(({ joint: isJoint }) => isJoint);
  for (const site of joint) {
    const report = reportOf(site, "", reportedAt(site));
    tell.say("operator-one", `notice-${joint.indexOf(site) + 1}`, {
      kind: "mission.area_noticed",
      room,
      payload: {
        cell: cellOf(positionOf(site)),
        wounded: bandOf(report.wounded.reduce((sum, { count }) => sum + count, 0)),
        remains: bandOf(report.remains?.high ?? 0),
        hazards: report.hazards,
        validUntil: report.validUntil,
      },
    });
  }
}

/** After the truce: what was fetched is withdrawn, what was left is said again. */
export function afterwards(tell: Narrator, sectors: readonly SectorPlan[], courses: readonly Course[]): void {
  const fetched = (key: string) => courses.reduce((sum, one) => sum + (one.fetched.get(key) ?? 0), 0);
  for (const { name, given } of sectors)
    for (const site of given.sites) {
      const { remains } = site;
      const persons = site.persons
        .map((group) => ({ ...group, count: group.count - fetched(group.code) }))
        .filter(({ count }) => count > 0);
      const bodies = (remains?.count ?? 0) - fetched(site.code);
      const { remains: _, ...rest } = site;
      const left: Site = {
        ...rest,
        persons,
        ...(remains && bodies > 0 ? { remains: { ...remains, count: bodies } } : {}),
      };
      const isSame = persons.length === site.persons.length && bodies === (remains?.count ?? 0);
      const member = reporterOf(site);
      const name0 = siteName(site);
      if (persons.length === 0 && bodies === 0)
        tell.say(member, `withdrawn-${site.code.toLowerCase()}`, {
          kind: "site.withdrawn",
          room: roomOf(site),
          payload: { site: name0, reason: "evacuated" },
        });
      else if (!isSame)
        tell.say(member, `updated-${site.code.toLowerCase()}`, {
          kind: "site.updated",
          room: roomOf(site),
          payload: { site: name0, ...reportOf(left, name, tell.now) },
        });
    }
}

// The latest word on a group; of the dead alone, some hour of the same night.
function reportedAt(site: Site): number {
  const latest = Math.max(...site.persons.map(({ reported }) => reported));
  if (Number.isFinite(latest)) return start + latest * 60_000;
  return start - (65 * 60 + 7 * Number(site.code.slice(1))) * 60_000;
}

function reportOf(site: Site, zone: string, at: number): Report {
  const random = seededRandom(seed * 1_000 + Number(site.code.slice(1)));
  const { persons, remains, ground, clearance } = site;
  const hazard = hazards[random.below(hazards.length)] ?? "mines";
  return {
    position: { ...positionOf(site), accuracyMetres: 10 * (2 + random.below(12)) },
    ...(zone === "" ? {} : { zone }),
    ground: grounds[random.below(grounds.length)] ?? "open_field",
    reportedAt: instant(at),
    validUntil: instant(at + reportHolds),
    ...(site.joint ? { noticeFrom: instant(noticeFrom) } : {}),
    wounded: persons.map(({ class: of, count, of: whose, reported }) => ({
      precedence: of === "c1" ? "urgent" : of === "c2" ? "priority" : "routine",
      carriage: of === "c3" ? "seated" : "litter",
      count,
      whose: whose === ground ? "own" : "adverse",
      lastReport: minuteAt(reported),
    })),
    ...(remains
      ? { remains: { low: Math.max(1, remains.count - random.below(3)), high: remains.count } }
      : {}),
    hazards: clearance === undefined ? [] : [hazard],
  };
}
