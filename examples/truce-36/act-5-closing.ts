import { otherSide, type Side } from "#record";
import type { Brought, Course } from "./course.ts";
import { delegateOf, end, hour, type Narrator, room, sides, source, truce } from "./narrator.ts";
import type { SectorPlan } from "./window.ts";

/** Bodies of the other side on one's own ground: ready, as each side believes before anybody has looked. */
export function offerRemains(tell: Narrator, sectors: readonly SectorPlan[]): void {
  for (const side of sides) {
    const value = sectors
      .flatMap(({ given }) => given.sites)
      .filter(({ ground, remains }) => ground === side && remains?.of === otherSide(side))
      .reduce((sum, { remains }) => sum + (remains?.count ?? 0), 0);
    tell.say(delegateOf[side], `offered-${side}`, {
      kind: "remains.offered",
      room,
      payload: {
        to: otherSide(side),
        count: { amount: { value }, unit: "bodies", kind: "single", approximate: true, source },
        from: "2026-11-03",
        words: "As far as is known; nobody has been there yet.",
      },
    });
  }
}

/** What came from one side's ground to the other: the bodies that the teams brought across. */
export function brought(courses: readonly Course[], from: Side): readonly Brought[] {
  return courses
    .flatMap((one) => one.brought)
    .filter(({ site, of }) => site.ground === from && of === otherSide(from))
    .toSorted((one, other) => one.handedOverAt - other.handedOverAt);
}

/** Each side's own counts of what was handed over; one container is counted otherwise by the two. */
export function accountForRemains(tell: Narrator, courses: readonly Course[]): void {
  tell.until(end + 3 * hour);
  for (const from of sides) {
    const to = otherSide(from);
    const many = brought(courses, from).reduce((sum, { count }) => sum + count, 0);
    if (many === 0) continue;
    const said = (value: number) =>
      ({
        from,
        to,
        on: "2026-11-04",
        count: { amount: { value }, unit: "bodies", kind: "single", source },
        facilitators: ["Humanitarian operator"],
      }) as const;
    tell.say(delegateOf[from], `handed-over-${from}`, {
      kind: "remains.handed_over",
      room,
      payload: said(many),
    });
    tell.later(25);
    tell.say(delegateOf[to], `received-${to}`, {
      kind: "remains.received",
      room,
      payload: {
        ...said(receivedOf(from, many)),
        same: `@handed-over-${from}`,
        ...(from === "a" ? { note: "One bag holds parts that we count with another bag." } : {}),
      },
    });
  }
}

// One bag from side a holds parts that side b counts with another bag.
function receivedOf(from: Side, many: number): number {
  return from === "a" ? many - 1 : many;
}

/** After examination: how many each side accepts as its own. */
export function acceptRemains(tell: Narrator, courses: readonly Course[]): void {
  for (const from of sides) {
    const to = otherSide(from);
    const many = brought(courses, from).reduce((sum, { count }) => sum + count, 0);
    if (many === 0) continue;
    tell.say(delegateOf[to], `accepted-remains-${to}`, {
      kind: "remains.accepted",
      room,
      payload: {
        handover: `@handed-over-${from}`,
        count: {
          amount: { value: Math.max(0, receivedOf(from, many) - 2) },
          unit: "bodies",
          kind: "single",
          source,
        },
        words: "One was given back as of the other side; one is still under examination.",
      },
    });
  }
}

/** Each party's closing report, with its own counts: they stand side by side, and are never added. */
export function closeTruce(tell: Narrator, courses: readonly Course[]): void {
  for (const side of sides) {
    const wounded = courses.reduce((sum, one) => sum + one.wounded[side], 0);
    const bodies = courses
      .flatMap((one) => one.brought)
      .filter(({ of }) => of === side)
      .reduce((sum, { count }) => sum + count, 0);
    const count = (unit: "persons" | "bodies", value: number) =>
      ({ amount: { value }, unit, kind: "cumulative", asOf: "2026-11-06", source }) as const;
    tell.say(delegateOf[side], `closing-${side}`, {
      kind: "truce.closing_reported",
      room,
      payload: {
        truce,
        words: [
          "The hours were kept but for fire that was heard once, some way from a team. Nobody was hurt.",
          "An expert of ours computed all six plans again at the operator’s table: each time the same digest.",
        ].join(" "),
        wounded: count("persons", wounded),
        bodies: count("bodies", side === "b" ? Math.max(0, bodies - 1) : bodies),
      },
    });
    tell.later(180);
  }
}
