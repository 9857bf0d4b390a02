import { describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { owed } from "../gate/gate.ts";
import { ownRecord, type Saying, unread, World } from "../testing/index.ts";
import { tracks } from "./acts.ts";
import { type Condition, circles } from "./graph.ts";
import { circularConditions, summitStance, summitStatus, trackStatus } from "./view.ts";

const source = ownRecord;
const room = "plenary";

function proposed(by: Office, retables?: ActId): Saying<"summit.proposed"> {
  const person = { name: "Ada Lind", capacity: "president" };
  const payload = { title: "x", by: "2025-08-31", participants: [person, person], purpose: "x", source };
  return { kind: "summit.proposed", by, room, payload: { ...payload, ...(retables ? { retables } : {}) } };
}

function answered(
  by: Office,
  summit: ActId,
  answer: PayloadOf<"summit.answered">["answer"] = "agreed",
): Saying<"summit.answered"> {
  return { kind: "summit.answered", by, room, payload: { summit, answer, source } };
}

function requires(by: Office, summit: ActId, node: string, other: string): Saying<"summit.condition_set"> {
  return {
    kind: "summit.condition_set",
    by,
    room,
    payload: { summit, node, requires: other, words: "x", source },
  };
}

function lifted(by: Office, condition: ActId): Saying<"summit.condition_lifted"> {
  return { kind: "summit.condition_lifted", by, room, payload: { condition, words: "x", source } };
}

function met(by: Office, condition: ActId): Saying<"summit.condition_met"> {
  return { kind: "summit.condition_met", by, room, payload: { condition, words: "x", source } };
}

function track(
  by: Office,
  summit: ActId,
  one: (typeof tracks)[number],
  value = "as sent",
): Saying<"summit.track_set"> {
  return {
    kind: "summit.track_set",
    by,
    room,
    payload: { summit, track: one, state: "agreed", value, source },
  };
}

function meeting(world: World, id: ActId) {
  const summit = world.state("host").summits.meetings.get(id);
  if (!summit) throw new Error("The meeting is not there.");
  return summit;
}

const status = (world: World, id: ActId) => summitStatus(world.state("host"), meeting(world, id));
const owes = (world: World) => owed(world.state("host"), world.now).map((one) => `${one.by} ${one.what}`);

describe("a leaders' meeting", () => {
  it("[SU1] what is said of a meeting names one that its author reads", () => {
    const world = World.opened();
    const held = { summit: unread, on: "2025-08-01", outcome: "x", source };
    for (const saying of [
      proposed("party-a", unread),
      answered("party-a", unread),
      requires("party-a", unread, "meeting", "pause"),
      track("party-a", unread, "venue"),
      { kind: "summit.held", by: "host", room, payload: held } as const,
    ])
      expect(`${saying.kind} ${world.refused(saying as never)}`).toBe(`${saying.kind} SU1`);
  });

  it("[SU2] only its author proposes a meeting again, and the latest one", () => {
    const world = World.opened();
    const first = world.must(proposed("party-a")).id;
    expect(world.refused(proposed("party-b", first))).toBe("SU2");
    const second = world.must(proposed("party-a", first)).id;
    expect(world.refused(proposed("party-a", first))).toBe("SU2");
    expect([first, second].map((id) => status(world, id))).toEqual(["superseded", "proposed"]);
  });

  it("[SU3] the author does not answer itself", () => {
    const world = World.opened();
    expect(world.refused(answered("party-a", world.must(proposed("party-a")).id))).toBe("SU3");
  });

  it("[SU4] nothing is a condition of itself", () => {
    const world = World.opened();
    const { id } = world.must(proposed("party-a"));
    expect(world.refused(requires("party-b", id, "meeting", "meeting"))).toBe("SU4");
  });

  it("[SU5] a word on a condition names one that stands", () => {
    const world = World.opened();
    expect(world.refused(lifted("party-a", unread))).toBe("SU5");
    expect(world.refused(met("party-a", unread))).toBe("SU5");
    const summit = world.must(proposed("party-a")).id;
    expect(world.refused(met("party-a", summit))).toBe("SU5");
    const condition = world.must(requires("party-b", summit, "meeting", "pause")).id;
    world.must(lifted("party-b", condition));
    expect(world.refused(lifted("party-b", condition))).toBe("SU5");
    expect(world.refused(met("party-a", condition))).toBe("SU5");
  });

  it("[SU6] only the office that set a condition lifts it", () => {
    const world = World.opened();
    const summit = world.must(proposed("party-a")).id;
    const condition = world.must(requires("party-b", summit, "meeting", "pause")).id;
    expect(world.refused(lifted("party-a", condition))).toBe("SU6");
  });

  it("[SU7] its status is derived: both yes, no condition open, every track agreed by both in the same words", () => {
    const world = World.opened();
    const { id } = world.must(proposed("party-a"));
    expect(summitStance(world.state("host"), meeting(world, id), "party-a")).toBe("proposed_it");
    expect(summitStance(world.state("host"), meeting(world, id), "party-b")).toBe("no_answer");
    expect(status(world, id)).toBe("proposed");
    world.must(answered("party-b", id, "conditional"));
    expect(status(world, id)).toBe("conditional");
    world.must(answered("party-b", id, "declined"));
    expect(status(world, id)).toBe("declined");
    world.must(answered("party-b", id));
    expect(status(world, id)).toBe("agreed_in_principle");
    for (const one of tracks)
      for (const by of ["party-a", "party-b"] as const) world.must(track(by, id, one));
    expect(status(world, id)).toBe("prepared");
    const condition = world.must(requires("party-b", id, "meeting", "pause")).id;
    expect(status(world, id)).toBe("agreed_in_principle");
    world.must(met("party-b", condition));
    expect(status(world, id)).toBe("prepared");
    world.must({
      kind: "summit.held",
      by: "host",
      room,
      payload: { summit: id, on: "2025-08-01", outcome: "x", source },
    });
    expect(status(world, id)).toBe("held");
  });

  it("[SU8] a condition is met in the word of the office that set it", () => {
    const world = World.opened();
    const summit = world.must(proposed("party-a")).id;
    world.must(answered("party-b", summit));
    const condition = world.must(requires("party-b", summit, "meeting", "pause")).id;
    world.must(met("party-a", condition));
    world.must(met("host", condition));
    expect(owes(world)).toContain("party-b summit_condition");
    world.must(met("party-b", condition));
    expect(owes(world)).not.toContain("party-b summit_condition");
  });

  it("[SU9] a track is agreed where both say so with the same value", () => {
    const world = World.opened();
    const { id } = world.must(proposed("party-a"));
    const venue = () => trackStatus(world.state("host"), meeting(world, id), "venue");
    expect(venue()).toBe("open");
    world.must(track("party-a", id, "venue", "the island"));
    world.must(track("host", id, "venue", "the island"));
    expect(venue()).toBe("offered");
    world.must(track("party-b", id, "venue", "the port"));
    expect(venue()).toBe("offered");
    world.must(track("party-b", id, "venue", "the island"));
    expect(venue()).toBe("agreed");
  });

  it("[SU10] conditions in which each waits for the other are shown as a circle, owed by those who set them", () => {
    const world = World.opened();
    const { id } = world.must(proposed("party-a"));
    const meetingFirst = world.must(requires("party-a", id, "agreed_text", "meeting")).id;
    const textFirst = world.must(requires("party-b", id, "meeting", "agreed_text")).id;
    world.must(requires("party-b", id, "meeting", "pause"));
    const circle = () => circularConditions(world.state("host"), meeting(world, id));
    expect(circle().map((one) => [one.nodes, one.conditions.map((c) => c.id)])).toEqual([
      [
        ["agreed_text", "meeting"],
        [meetingFirst, textFirst],
      ],
    ]);
    expect(owes(world)).toEqual([
      "party-a summit_circle",
      "party-b summit_answer",
      "party-b summit_circle",
      "party-b summit_condition",
    ]);
    world.must(met("party-b", textFirst));
    expect(circle()).toEqual([]);
  });

  it("[SU11] every circle is found, and nothing else: as by trying every path", () => {
    const random = seededRandom(4);
    for (let run = 0; run < 500; run++) {
      const conditions: Condition[] = Array.from({ length: random.below(12) }, (_, i) => ({
        id: String(i),
        node: `n${random.below(6)}`,
        requires: `n${random.below(6)}`,
      })).filter((one) => one.node !== one.requires);
      const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
        conditions.some(({ node, requires: next }) => {
          if (node !== from || seen.has(next)) return false;
          return next === to || reaches(next, to, seen.add(next));
        });
      const inCircle = conditions.filter((one) => reaches(one.requires, one.node)).map((one) => one.id);
      const found = circles(conditions).flatMap((one) => one.conditions.map((c) => c.id));
      expect(found.toSorted()).toEqual(inCircle.toSorted());
    }
  });

  it("[SU12] what is missing before the leaders meet is owed by the day proposed", () => {
    const world = World.opened();
    const { id } = world.must(proposed("host"));
    expect(owes(world).toSorted()).toEqual(["party-a summit_answer", "party-b summit_answer"]);
    expect(owed(world.state("host"), world.now)[0]?.due).toBe(Date.parse("2025-09-01"));
    for (const by of ["party-a", "party-b"] as const) world.must(answered(by, id));
    expect(owes(world)).toHaveLength(2 * tracks.length);
    world.must(answered("party-b", id, "declined"));
    expect(owes(world)).toEqual([]);
  });
});
