import { describe, expect, it } from "vitest";
import { partyOf, sides } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Act } from "../act/kinds.ts";
import { known, type State } from "../fold/state.ts";
import { owed } from "../gate/gate.ts";
import { idOf, instantOf, randomHistory, said, World, written } from "../testing/index.ts";
import { missionsAhead } from "./ahead.ts";
import { missingOn } from "./missing.ts";
import { decideIn, notifyIn, planIn, prepareIn, stepIn } from "./scenes.fixture.ts";
import { courseOf, decisionOf, echelonOf, missionStatus, nextRadioCheck, outcomeOf } from "./view.ts";

const hour = 3_600_000;
const minute = 60_000;
const operator = { by: "operator", room: "humanitarian" } as const;

function missionIn(state: State, id: ActId) {
  const mission = state.missions.missions.get(id);
  if (!mission) throw new Error("There is no such mission.");
  return mission;
}
const statusIn = (world: World, id: ActId) => {
  const state = world.state("party-a");
  return missionStatus(state, missionIn(state, id));
};
const missingIn = (world: World, id: ActId) => {
  const state = world.state("host");
  return missingOn(state, missionIn(state, id), world.now);
};
function windowOf(world: World, id: ActId) {
  const { startsAt, endsAt } = known(world.state("host"), id, "mission.planned").act.payload;
  return [startsAt, endsAt] as const;
}

describe("missions", () => {
  it("[MI1] a plan ends within 96 hours, and its teams turn back within it", () => {
    const world = World.opened();
    const first = planIn(world);
    const { payload } = known(world.state("host"), first, "mission.planned").act;
    const [team] = payload.teams;
    if (!team) throw new Error("The plan has a team.");
    const after = instantOf(Date.parse(payload.endsAt) + hour);
    for (const wrong of [
      { endsAt: payload.startsAt },
      { endsAt: instantOf(Date.parse(payload.startsAt) + 97 * hour) },
      { teams: [{ ...team, abortAt: after }] },
      { teams: [team, team] },
    ])
      expect(world.refused({ ...operator, kind: "mission.planned", payload: { ...payload, ...wrong } })).toBe(
        "MI1",
      );
  });

  it("[MI2] a plan is replaced before a team has left, and never corrected", () => {
    const world = World.opened();
    const first = planIn(world);
    const second = planIn(world, { code: "M-2", replaces: first });
    expect(statusIn(world, first)).toBe("replaced");
    const { payload } = known(world.state("host"), second, "mission.planned").act;
    const again = { ...payload, replaces: first };
    expect(world.refused({ ...operator, kind: "mission.planned", payload: again })).toBe("MI2");
    decideIn(world, second, "go");
    stepIn(world, second, "Team 1", "en_route");
    const late = { ...payload, replaces: second };
    expect(world.refused({ ...operator, kind: "mission.planned", payload: late })).toBe("MI2");
    const correction = { act: second, reason: "A slip.", payload: { ...payload, code: "M-9" } };
    expect(world.refused({ ...operator, kind: "act.corrected", payload: correction })).toBe("RC4");
  });

  it("[MI3] what is said names a mission that its author reads and that stands", () => {
    const world = World.opened();
    const decide = (mission: ActId) =>
      world.refused({ ...operator, kind: "mission.decided", payload: { mission, answer: "go" } });
    expect(decide(idOf(world.ids))).toBe("MI3");
    const first = planIn(world);
    planIn(world, { replaces: first });
    expect(decide(first)).toBe("MI3");
  });

  it("[MI4] what is noted has happened", () => {
    const world = World.opened();
    const mission = planIn(world);
    const payload = { mission, event: "fire", at: instantOf(world.now + hour) } as const;
    expect(world.refused({ ...operator, kind: "mission.event_noted", payload })).toBe("MI4");
  });

  it("[MI5] a side acknowledges for itself, by echelon, and may take it back", () => {
    const world = World.opened();
    const mission = planIn(world);
    notifyIn(world, mission, "a");
    const acknowledge = (by: "party-a" | "party-b", echelon: "passed_to_units" | "recalled") => {
      const payload = { mission, echelon, at: instantOf(world.now) };
      return world.refused({ by, room: "humanitarian", kind: "mission.acknowledged", payload });
    };
    expect(acknowledge("party-b", "passed_to_units")).toBe("MI5");
    expect(acknowledge("party-a", "passed_to_units")).toBeUndefined();
    const heard = (by: "party-a" | "party-b") =>
      echelonOf(world.state("operator"), missionIn(world.state("operator"), mission), by);
    expect([heard("party-a"), heard("party-b")]).toEqual(["passed_to_units", undefined]);
    expect(acknowledge("party-a", "recalled")).toBeUndefined();
    expect(heard("party-a")).toBeUndefined();
  });

  it("[MI6] a guarantee covers a mission from its start to its end, or is missing", () => {
    const world = World.opened();
    const mission = planIn(world);
    const [startsAt, endsAt] = windowOf(world, mission);
    const say = (given: boolean, from: string, to: string) =>
      world.refused({
        by: "party-a",
        room: "humanitarian",
        kind: "mission.guarantee_said",
        payload: { mission, given, startsAt: from, endsAt: to, words: "Our forces hold their fire." },
      });
    const isMissing = () =>
      missingIn(world, mission).some(({ what, by }) => what === "mission_guarantee" && by === "party-a");
    expect(say(true, endsAt, startsAt)).toBe("MI6");
    say(true, startsAt, instantOf(Date.parse(endsAt) - hour));
    expect(isMissing()).toBe(true);
    say(true, startsAt, endsAt);
    expect(isMissing()).toBe(false);
    say(false, startsAt, endsAt);
    expect(isMissing()).toBe(true);
  });

  it("[MI7] go is the operator’s word alone: nobody’s silence bars it and nobody’s word makes it", () => {
    const world = World.opened();
    const alone = planIn(world);
    const early = { mission: alone, team: "Team 1", step: "en_route", at: instantOf(world.now) } as const;
    expect(world.refused({ ...operator, kind: "mission.step_noted", payload: early })).toBe("MI7");
    decideIn(world, alone, "go");
    expect(statusIn(world, alone)).toBe("go");
    expect(missingIn(world, alone).map(({ what }) => what)).toContain("mission_guarantee");
    stepIn(world, alone, "Team 1", "en_route");

    const prepared = planIn(world, { code: "M-2" });
    prepareIn(world, prepared, ...windowOf(world, prepared));
    expect(statusIn(world, prepared)).toBe("notified");
    expect(missingIn(world, prepared)).toEqual([{ what: "mission_decision", by: "operator" }]);
    for (const office of ["host", "party-a", "party-b", "monitor"] as const)
      expect(
        world.refused({
          by: office,
          room: "humanitarian",
          kind: "mission.decided",
          payload: { mission: prepared, answer: "go" },
        }),
      ).toBe("act.not_permitted");
    decideIn(world, prepared, "no_go");
    expect(statusIn(world, prepared)).toBe("no_go");
  });

  it("[MI7] no act of anybody else moves the operator’s decision, in random histories", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { world } = randomHistory(seed, 80);
      const view = new World(seed);
      for (const entry of world.log) {
        const before = decisions(view.state("host"));
        view.now = entry.receivedAt;
        view.append(entry.act);
        if (entry.act.by.office === "operator") continue;
        for (const [id, decision] of decisions(view.state("host")))
          if (before.has(id)) expect(decision).toBe(before.get(id));
      }
    }
  });

  it("[MI8] a step is of a team of the plan, and a handover goes to a side", () => {
    const world = World.opened();
    const mission = planIn(world);
    decideIn(world, mission, "go");
    const step = (payload: object) =>
      world.refused({
        ...operator,
        kind: "mission.step_noted",
        payload: { mission, team: "Team 1", step: "en_route", at: instantOf(world.now), ...payload } as never,
      });
    expect(step({ team: "Team 7" })).toBe("MI8");
    expect(step({ to: "a" })).toBe("MI8");
    expect(step({ step: "handed_over" })).toBe("MI8");
    expect(step({ step: "handed_over", to: "b" })).toBeUndefined();
  });

  it("[MI9] not completed says why and who was left", () => {
    const world = World.opened();
    const mission = planIn(world);
    const end = (payload: object) =>
      world.refused({
        ...operator,
        kind: "mission.ended",
        payload: { mission, outcome: "not_completed", at: instantOf(world.now), ...payload } as never,
      });
    expect(end({ left: { wounded: "fewer_than_5", remains: "nobody" } })).toBe("MI9");
    expect(end({ words: "Fire near the road." })).toBe("MI9");
    expect(end({ outcome: "aborted" })).toBe("MI9");
    const left = { wounded: "fewer_than_5", remains: "nobody" };
    expect(end({ words: "Fire near the road.", left })).toBeUndefined();
    expect(statusIn(world, mission)).toBe("not_completed");
  });

  it("[MI10] ends once", () => {
    const world = World.opened();
    const mission = planIn(world);
    decideIn(world, mission, "go");
    const payload = { mission, outcome: "closed", at: instantOf(world.now) } as const;
    world.must({ ...operator, kind: "mission.ended", payload });
    expect(world.refused({ ...operator, kind: "mission.ended", payload })).toBe("MI10");
    const decided = { mission, answer: "no_go" } as const;
    expect(world.refused({ ...operator, kind: "mission.decided", payload: decided })).toBe("MI10");
  });

  it("[MI11] who received says so; the record of those of the adverse party is missing until it is made", () => {
    const world = World.opened();
    const mission = planIn(world);
    decideIn(world, mission, "go");
    stepIn(world, mission, "Team 1", "handed_over", { to: "b", wounded: "from_5_to_9" });
    const receipts = () => missingIn(world, mission).filter(({ what }) => /receipt|record/.test(what));
    expect(receipts()).toEqual([{ what: "mission_receipt", by: "party-b" }]);
    const receive = (count: number, recordMade: boolean) =>
      world.refused({
        by: "party-b",
        room: "humanitarian",
        kind: "mission.received",
        payload: {
          mission,
          at: instantOf(world.now),
          wounded: "from_5_to_9",
          remains: "nobody",
          adverse: { count, recordMade },
        },
      });
    expect(receive(10, false)).toBe("MI11");
    receive(2, false);
    expect(receipts()).toEqual([{ what: "mission_record", by: "party-b" }]);
    expect(owed(world.state("party-b"), world.now).some(({ what }) => what === "mission_record")).toBe(true);
    receive(2, true);
    expect(receipts()).toEqual([]);
  });

  it("[MI12] shows all that is missing, and points out short notice without refusing it", () => {
    const world = World.opened();
    const mission = planIn(world, {}, 30);
    const missing = () => missingIn(world, mission).map(({ what }) => what);
    expect(missing().toSorted()).toEqual(
      [
        "mission_notice",
        "mission_notice",
        "mission_guarantee",
        "mission_guarantee",
        "mission_hazard",
        "mission_decision",
      ].toSorted(),
    );
    const owing = () => owed(world.state("host"), world.now).filter(({ subject }) => subject === mission);
    expect(owing().filter(({ what }) => what === "mission_notice")).toHaveLength(1);
    notifyIn(world, mission, "a");
    expect(missing()).toContain("mission_short_notice");
    expect(owing().map(({ what }) => String(what))).not.toContain("mission_short_notice");
    const emergency = planIn(world, { code: "M-2", emergency: true }, 30);
    for (const side of sides) notifyIn(world, emergency, side);
    expect(missingIn(world, emergency).map(({ what }) => what)).not.toContain("mission_short_notice");
    prepareIn(world, mission, ...windowOf(world, mission));
    const doubt = { mission, state: "marked", at: instantOf(world.now) } as const;
    world.must({ by: "party-a", room: "humanitarian", kind: "mission.hazard_said", payload: doubt });
    expect(missing()).toContain("mission_hazard");
  });

  it("[MI13] the details name sites of their own room, and reach that side alone", () => {
    const world = World.opened();
    const mission = planIn(world);
    const site = world.must({
      by: "party-a",
      room: "sites-a",
      kind: "site.reported",
      payload: {
        code: "K-1",
        position: { lon: 30_000_000, lat: 45_000_000, accuracyMetres: 30 },
        ground: "road",
        reportedAt: instantOf(world.now),
        validUntil: instantOf(world.now + 20 * hour),
        wounded: [],
        remains: { low: 1, high: 2 },
        hazards: [],
      },
    }).id;
    const payload = {
      mission,
      sites: [site],
      route: [{ lon: 30_000_000, lat: 45_000_000 }],
      routeWords: "By the mill QXVZ.",
      vehicles: [],
      phones: [],
      receiving: "Hospital",
    };
    expect(world.refused({ by: "operator", room: "sites-b", kind: "mission.detailed", payload })).toBe(
      "MI13",
    );
    world.must({ by: "operator", room: "sites-a", kind: "mission.detailed", payload });
    for (const side of sides) expect(written(world.state(partyOf(side))).includes("QXVZ")).toBe(side === "a");
    expect(written(world.state("host"))).not.toContain("QXVZ");
  });

  it("[MI14] an area is passed on only while it holds", () => {
    const world = World.opened();
    const notice = (validUntil: number) =>
      world.refused({
        by: "party-a",
        room: "humanitarian",
        kind: "mission.area_noticed",
        payload: {
          cell: { row: 3_004, column: 4_008 },
          wounded: "fewer_than_5",
          remains: "nobody",
          hazards: [],
          validUntil: instantOf(validUntil),
        },
      });
    expect(notice(world.now)).toBe("MI14");
    expect(notice(world.now + hour)).toBeUndefined();
  });

  it("[MI15] is where its last team is, and expects the radio check that is due first", () => {
    const world = World.opened();
    const mission = planIn(world);
    decideIn(world, mission, "go");
    stepIn(world, mission, "Team 1", "en_route");
    const heard = world.now;
    world.pass(0.25);
    stepIn(world, mission, "Team 2", "en_route");
    stepIn(world, mission, "Team 2", "on_site");
    expect(statusIn(world, mission)).toBe("en_route");
    const radio = () => nextRadioCheck(world.state("host"), missionIn(world.state("host"), mission));
    expect(radio()).toBe(heard + 30 * minute);
    stepIn(world, mission, "Team 1", "radio_check");
    expect(statusIn(world, mission)).toBe("en_route");
    stepIn(world, mission, "Team 1", "on_site");
    expect(statusIn(world, mission)).toBe("on_site");
    for (const team of ["Team 1", "Team 2"]) stepIn(world, mission, team, "handed_over", { to: "a" });
    expect(radio()).toBeUndefined();
  });

  it("[MI16] tells 3 August 2017 as it went: 14:44, 15:00, 15:30, 15:35, not completed", () => {
    const world = World.opened();
    const clock = (time: string) => `2017-08-03T${time}:00+03:00`;
    world.now = Date.parse(clock("10:00"));
    const mission = planIn(
      world,
      {
        code: "DFS",
        startsAt: clock("13:00"),
        endsAt: clock("17:00"),
        teams: [{ team: "Patrol", type: "liaison_team", vehicles: 2, crew: 4, abortAt: clock("16:30") }],
      },
      1,
    );
    decideIn(world, mission, "go");
    world.now = Date.parse(clock("13:10"));
    stepIn(world, mission, "Patrol", "en_route");
    stepIn(world, mission, "Patrol", "on_site");
    world.now = Date.parse(clock("16:00"));
    const event = (one: "fire" | "sides_told" | "fire_stopped" | "team_left", time: string) =>
      world.must({
        ...operator,
        kind: "mission.event_noted",
        payload: { mission, event: one, at: clock(time) },
      });
    // written down afterwards, and not in the order in which it happened
    event("team_left", "15:35");
    event("fire", "14:44");
    event("fire_stopped", "15:30");
    event("sides_told", "15:00");
    world.must({
      ...operator,
      kind: "mission.ended",
      payload: {
        mission,
        outcome: "not_completed",
        at: clock("15:35"),
        words: "Fire near the station. The work was not completed.",
        left: { wounded: "nobody", remains: "nobody" },
      },
    });
    const state = world.state("monitor");
    const course = courseOf(state, missionIn(state, mission)).map(({ id, at }) => {
      const { act } = state.entries.get(id) ?? {};
      const time = new Date(at + 3 * hour).toISOString().slice(11, 16);
      return act?.kind === "mission.event_noted" ? `${time} ${act.payload.event}` : `${time} ${act?.kind}`;
    });
    expect(course.slice(-5)).toEqual([
      "14:44 fire",
      "15:00 sides_told",
      "15:30 fire_stopped",
      "15:35 team_left",
      "15:35 mission.ended",
    ]);
    expect(statusIn(world, mission)).toBe("not_completed");
    expect(outcomeOf(state, missionIn(state, mission))?.act.payload.left).toEqual({
      wounded: "nobody",
      remains: "nobody",
    });
  });

  it("[MI17] own acts on their way are seen at once and change nothing that is recorded", () => {
    const world = World.opened();
    const mission = planIn(world);
    decideIn(world, mission, "go");
    const state = world.state("operator");
    const before = written(state);
    const payload = { mission, team: "Team 1", step: "en_route", at: instantOf(world.now) } as const;
    const act = said(world, { ...operator, kind: "mission.step_noted", payload }) as Act; // an act of one kind is an act
    const ahead = missionsAhead(state, [act], world.now);
    expect(missionStatus(ahead, missionIn(ahead, mission))).toBe("en_route");
    expect(missionStatus(state, missionIn(state, mission))).toBe("go");
    expect(written(state)).toBe(before);
  });
});

function decisions(state: State): ReadonlyMap<ActId, string | undefined> {
  return new Map(
    [...state.missions.missions.values()].map((mission) => [mission.id, decisionOf(state, mission)]),
  );
}
