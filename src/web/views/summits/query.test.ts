import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ActId, fold, type Office, type PayloadOf } from "#record";
import { ownRecord, randomHistory, swapParties, World, written } from "#record/testing";
import { deskOf } from "../../testing/index.ts";
import { type MeetingModel, meeting } from "./meeting-query.ts";
import { nodeNamed } from "./node-words.ts";
import { meetings } from "./query.ts";
import { wrapped } from "./wrapped.ts";

const source = ownRecord;
const room = "plenary";
const seeds = fc.integer({ min: 1, max: 100_000 });
const person = { name: "Ada Lind", capacity: "president" };

const at = (world: World, office: Office) => deskOf(world.state(office), office, world.now);

function meetingOf(world: World, office: Office, id: string): MeetingModel {
  const found = meeting(at(world, office), { id });
  if (!found) throw new Error(`${office} reads no meeting ${id}.`);
  return found;
}

function proposeIn(world: World, by: Office, retables?: ActId): ActId {
  const said = {
    title: "A meeting",
    by: "2025-08-31",
    participants: [person, person],
    purpose: "To meet",
    source,
  };
  const payload = { ...said, ...(retables ? { retables } : {}) };
  return world.must({ kind: "summit.proposed", by, room, payload }).id;
}

function conditionIn(world: World, by: Office, summit: ActId, node: string, requires: string): ActId {
  const payload = { summit, node, requires, words: `first ${requires}`, source };
  return world.must({ kind: "summit.condition_set", by, room, payload }).id;
}

function wordIn(
  world: World,
  by: Office,
  kind: "summit.condition_met" | "summit.condition_lifted",
  condition: ActId,
) {
  world.must({ kind, by, room, payload: { condition, words: "so it is", source } });
}

function trackIn(world: World, by: Office, summit: ActId, said: Partial<PayloadOf<"summit.track_set">>) {
  const payload = { summit, track: "venue", state: "agreed", source, ...said } as const;
  world.must({ kind: "summit.track_set", by, room, payload });
}

describe("leaders' meetings on screen", () => {
  it("[WM1] stand with those that they replace", () => {
    const world = World.opened();
    const first = proposeIn(world, "party-b");
    const second = proposeIn(world, "party-b", first);
    const third = proposeIn(world, "party-b", second);
    const other = proposeIn(world, "host");
    const list = meetings(at(world, "party-a"), undefined).meetings;
    expect(list.map(({ id, earlier }) => [id, earlier.map((one) => one.id)])).toEqual([
      [other, []],
      [third, [second, first]],
    ]);
    expect(meetingOf(world, "party-a", first).later?.id).toBe(second);
    expect(meetingOf(world, "party-a", first).status.code).toBe("superseded");
  });

  it("[WM2] show who set a condition in which words; a lifted one leaves the drawing and stays in the table", () => {
    const world = World.opened();
    const id = proposeIn(world, "party-b");
    const kept = conditionIn(world, "party-a", id, "meeting", "agreed_text");
    const lifted = conditionIn(world, "party-b", id, "agreed_text", "meeting");
    wordIn(world, "party-b", "summit.condition_lifted", lifted);
    const { conditions, drawing } = meetingOf(world, "host", id);
    expect(conditions.map((one) => [one.number, one.said.office, one.words, one.lifted?.words])).toEqual([
      [1, "party-a", "first agreed_text", undefined],
      [2, "party-b", "first meeting", "so it is"],
    ]);
    expect(drawing.labels.map((box) => box.id)).toEqual([kept]);
  });

  it("[WM3] call a condition met in the word of the one that set it, and show another's beside it", () => {
    const world = World.opened();
    const id = proposeIn(world, "party-b");
    const condition = conditionIn(world, "party-a", id, "meeting", "agreed_text");
    wordIn(world, "party-b", "summit.condition_met", condition);
    const line = () => meetingOf(world, "party-a", id).conditions[0];
    expect(line()?.met).toBeUndefined();
    expect(line()?.others.map(({ said }) => said.office)).toEqual(["party-b"]);
    wordIn(world, "party-a", "summit.condition_met", condition);
    expect(line()?.met?.said.office).toBe("party-a");
  });

  it("[WM4] say every circle with the numbers of its conditions", () => {
    const world = World.opened();
    const id = proposeIn(world, "party-b");
    conditionIn(world, "party-a", id, "meeting", "hotline");
    conditionIn(world, "party-b", id, "agreed_text", "meeting");
    conditionIn(world, "party-a", id, "meeting", "agreed_text");
    const { circles, conditions } = meetingOf(world, "host", id);
    expect(circles).toEqual([{ nodes: ["meeting", "agreed_text"], conditions: [2, 3] }]);
    expect(conditions.map(({ circle }) => circle)).toEqual([undefined, 1, 1]);
  });

  it("[WM5] show each one's own word on a track, and where agreed values differ", () => {
    const world = World.opened();
    const id = proposeIn(world, "party-b");
    trackIn(world, "host", id, { state: "offered", value: "The island" });
    trackIn(world, "party-a", id, { value: "The island" });
    const venue = () => meetingOf(world, "host", id).tracks.find(({ track }) => track.code === "venue");
    expect(venue()?.cells.map((cell) => cell?.word.code)).toEqual(["offered", "agreed", undefined]);
    trackIn(world, "party-b", id, { value: "The bridge" });
    expect([venue()?.status.code, venue()?.differs]).toEqual(["offered", true]);
    trackIn(world, "party-b", id, { value: "The island" });
    expect([venue()?.status.code, venue()?.differs]).toEqual(["agreed", false]);
  });

  it("[WM6] offer the forms that this office may fill in now", () => {
    const world = World.opened();
    const id = proposeIn(world, "party-b");
    const condition = conditionIn(world, "party-a", id, "meeting", "agreed_text");
    const offered = (office: Office) => {
      const { may, conditions } = meetingOf(world, office, id);
      const own = conditions.flatMap((one) => [
        ...(one.mayLift ? ["lift"] : []),
        ...(one.maySayMet ? ["sayMet"] : []),
      ]);
      return [...Object.entries(may).flatMap(([form, yes]) => (yes ? [form] : [])), ...own];
    };
    expect(offered("party-a")).toEqual([
      "answer",
      "setCondition",
      "setTrack",
      "recordHeld",
      "lift",
      "sayMet",
    ]);
    expect(offered("party-b")).toEqual(["setCondition", "setTrack", "proposeAgain", "recordHeld", "sayMet"]);
    expect(offered("host")).toEqual(["setTrack", "recordHeld", "sayMet"]);
    wordIn(world, "party-a", "summit.condition_lifted", condition);
    expect(offered("party-a")).not.toContain("sayMet");
    const payload = { summit: id, on: "2025-08-01", outcome: "They met.", source };
    world.must({ kind: "summit.held", by: "host", room, payload });
    for (const office of ["host", "party-a", "party-b"] as const) expect(offered(office)).toEqual([]);
  });

  it("[WM10] are swapped where the parties are", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world } = randomHistory(seed, 70);
        for (const office of ["host", "party-b"] as const) {
          const entries = world.entriesFor(office);
          const desk = deskOf(fold(entries), office, world.now);
          const swapped = deskOf(fold(swapParties(entries)), swapParties(office), world.now);
          expect(written(meetings(swapped, undefined))).toBe(written(swapParties(meetings(desk, undefined))));
          for (const id of desk.state.summits.meetings.keys())
            expect(written(meeting(swapped, { id }))).toBe(written(swapParties(meeting(desk, { id }))));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("[WM11] are not there for an office that does not read the plenary", () => {
    const world = World.opened();
    const id = proposeIn(world, "party-b");
    for (const office of ["public", "exchange-b", "press-a", "monitor"] as const) {
      expect(meetings(at(world, office), undefined)).toEqual({ meetings: [], mayPropose: false });
      expect(meeting(at(world, office), { id })).toBeNull();
    }
  });
});

describe("the names of things in conditions", () => {
  it("are small letters with one line between the words", () => {
    expect(nodeNamed("  Agreed  text ")).toBe("agreed_text");
    expect(nodeNamed("step 2")).toBe("step_2");
    for (const wrong of ["", "2 steps", "текст", "a-b", "a".repeat(41)])
      expect(nodeNamed(wrong)).toBeUndefined();
  });

  it("are broken into lines that fit their box", () => {
    expect(wrapped("agreed text", 20, 2)).toEqual(["agreed text"]);
    expect(wrapped("the list of all who are to be exchanged", 20, 2)).toEqual([
      "the list of all who",
      "are to be exchanged",
    ]);
    for (const words of ["a".repeat(40), "one two three four five six seven eight nine ten eleven"])
      for (const line of wrapped(words, 20, 2)) expect(line.length).toBeLessThanOrEqual(20);
  });
});
