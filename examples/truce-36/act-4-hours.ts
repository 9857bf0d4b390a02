import { bandOf } from "#record";
import { missionName, propose } from "./act-3-missions.ts";
import type { Course, Step } from "./course.ts";
import { delegateOf, instant, minuteAt, type Narrator, room, sides, start, truce } from "./narrator.ts";
import type { Window } from "./window.ts";

type Due = { readonly at: number; readonly say: () => void };

/** The truce hour by hour: what the teams do, what befalls them, and the plans that go on from it, in the order of time. */
export function throughTheHours(tell: Narrator, window: Window, courses: readonly Course[]): void {
  const due = [...courses.flatMap((one) => missionHours(tell, one)), ...truceHours(tell, window)];
  for (const { at, say } of due.toSorted((one, other) => one.at - other.at)) {
    tell.until(start + at * 60_000);
    say();
  }
}

function missionHours(tell: Narrator, one: Course): readonly Due[] {
  const mission = missionName(one);
  const name = mission.slice(1);
  return [
    ...one.steps.map((step, n) => ({
      at: step.minute,
      say: () => note(tell, `${name}-step-${n + 1}`, mission, step),
    })),
    ...one.events.map(({ minute, event, words }, n) => ({
      at: minute,
      say: () => {
        tell.say("operator-one", `${name}-event-${n + 1}`, {
          kind: "mission.event_noted",
          room,
          payload: { mission, event, at: minuteAt(minute), words },
        });
      },
    })),
    { at: one.endedAt + 4, say: () => close(tell, one) },
  ];
}

function note(
  tell: Narrator,
  name: string,
  mission: `@${string}`,
  { minute, team, step, to, wounded, remains }: Step,
): void {
  const counts = wounded + remains > 0 ? { wounded: bandOf(wounded), remains: bandOf(remains) } : {};
  tell.say("operator-one", name, {
    kind: "mission.step_noted",
    room,
    payload: { mission, team, step, at: minuteAt(minute), ...(to === undefined ? {} : { to }), ...counts },
  });
}

// Who received says so itself, and the operator says how it ended. One of those brought to side a proves to be of the other side.
function close(tell: Narrator, one: Course): void {
  const mission = missionName(one);
  const { outcome, words, left, brought, wounded, team } = one;
  for (const side of sides) {
    const remains = brought.filter(({ of }) => of === side).reduce((sum, { count }) => sum + count, 0);
    if (wounded[side] + remains === 0) continue;
    tell.say(delegateOf[side], `${mission.slice(1)}-receipt-${side}`, {
      kind: "mission.received",
      room,
      payload: { mission, at: instant(tell.now), wounded: bandOf(wounded[side]), remains: bandOf(remains) },
    });
  }
  tell.say("operator-one", `${mission.slice(1)}-ended`, {
    kind: "mission.ended",
    room,
    payload: {
      mission,
      outcome,
      at: minuteAt(one.endedAt),
      ...(words === undefined
        ? { words: `${team.code} is back. All who were found are with their own.` }
        : { words }),
      ...(left ? { left: { wounded: bandOf(left.wounded), remains: bandOf(left.remains) } } : {}),
    },
  });
}

function truceHours(tell: Narrator, { delayed, closed, lost }: Window): readonly Due[] {
  const replanned = [
    {
      of: delayed,
      words: `${delayed.team} is an hour and a half late: the other teams of the sector keep what was begun.`,
    },
    {
      of: lost,
      words: `${lost.team} can go no further: what it had before it goes to the other teams as far as they have room.`,
    },
    { of: closed, words: "One zone is suspended for a time: nobody goes where it reaches." },
  ];
  const { event, site: code, sector } = closed;
  const side = sector.given.sites.find((site) => site.code === code)?.ground ?? "a";
  const resumed = event.at + 240;
  return [
    ...replanned.map(({ of, words }) => ({
      at: of.event.at + 12,
      say: () =>
        propose(tell, `${of.sector.code}-2`, {
          title: `Window plan of ${of.sector.name}, on from hour ${clock(of.event.at)}`,
          plan: of.next,
          replaces: of.sector.code,
          words,
        }),
    })),
    {
      at: event.at - 30,
      say: () => {
        tell.say(delegateOf[side], "suspended", {
          kind: "truce.suspended_locally",
          room,
          payload: {
            truce,
            zone: sector.name,
            part: "The eastern end, one cell",
            reason: "An unexploded shell lies beside the way there.",
            from: minuteAt(event.at),
          },
        });
      },
    },
    {
      at: resumed,
      say: () => {
        tell.say(delegateOf[side], "resumed", {
          kind: "truce.resumed",
          room,
          payload: { truce, suspension: "@suspended", at: minuteAt(resumed) },
        });
      },
    },
  ];
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
