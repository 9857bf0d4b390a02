import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Act, fold, type PayloadOf } from "#record";
import { instantOf, randomHistory, said, swapParties, World, written } from "#record/testing";
import { cellRing } from "../../map/cell-ring.ts";
import { deskIn, deskOf } from "../../testing/index.ts";
import { cellsFrom, planDraft, teamsFrom } from "./forms/plan-draft.ts";
import { mission } from "./mission-query.ts";
import { pointsIn } from "./points.ts";
import { missions } from "./query.ts";

const hour = 3_600_000;
const operator = { by: "operator", room: "humanitarian" } as const;

function planIn(world: World, code: string, inHours: number) {
  const start = world.now + inHours * hour;
  const payload: PayloadOf<"mission.planned"> = {
    code,
    task: "wounded_alone",
    emergency: false,
    cells: [{ row: 3_004, column: 4_008 }],
    startsAt: instantOf(start),
    endsAt: instantOf(start + 6 * hour),
    radioEveryMinutes: 30,
    teams: [
      { team: "Team 1", type: "medical_team", vehicles: 2, crew: 5, abortAt: instantOf(start + 5 * hour) },
    ],
  };
  return world.must({ ...operator, kind: "mission.planned", payload }).id;
}

describe("missions on screen", () => {
  it("[MV1] stands by stage, the one of which most is missing first", () => {
    const world = World.opened();
    const later = planIn(world, "later", 90);
    planIn(world, "sooner", 72);
    const told = { mission: later, to: "a", at: instantOf(world.now), channel: "Liaison line" } as const;
    world.must({ ...operator, kind: "mission.notified", payload: told });
    const out = planIn(world, "out", 60);
    world.must({ ...operator, kind: "mission.decided", payload: { mission: out, answer: "go" } });
    const step = { mission: out, team: "Team 1", step: "en_route", at: instantOf(world.now) } as const;
    world.must({ ...operator, kind: "mission.step_noted", payload: step });
    const board = missions(deskIn(world, "host"), undefined);
    const codes = board.columns.map(({ column, missions: all }) => [column, all.map(({ code }) => code)]);
    expect(codes.slice(0, 3)).toEqual([
      ["preparing", ["sooner", "later"]],
      ["decided", []],
      ["out", ["out"]],
    ]);
    const [line] = board.columns[2]?.missions ?? [];
    expect(line).toMatchObject({ radio: { at: world.now + hour / 2, isMissed: false } });
    expect(line?.abortAt).toBe(world.now + 65 * hour);
  });

  it("[MV2] offers the decision to the operator alone", () => {
    const world = World.opened();
    const id = planIn(world, "M-1", 72);
    for (const office of ["operator", "host", "party-a", "party-b", "monitor"] as const) {
      const page = mission(deskIn(world, office), { id });
      expect(page?.isOperator, office).toBe(office === "operator");
      expect(page?.missing.map(({ what }) => what)).toContain("mission_decision");
    }
  });

  it("[MV3] shows own acts on their way at once, and marks them", () => {
    const world = World.opened();
    const id = planIn(world, "M-1", 72);
    world.must({ ...operator, kind: "mission.decided", payload: { mission: id, answer: "go" } });
    const payload = { mission: id, team: "Team 1", step: "en_route", at: instantOf(world.now) } as const;
    const act = said(world, { ...operator, kind: "mission.step_noted", payload }) as Act; // an act of one kind is an act
    const replica = { queue: [{ act, state: "waiting" }] } as never; // what these questions ask of a replica
    const page = mission({ ...deskIn(world, "operator"), replica }, { id });
    expect(page?.status.code).toBe("en_route");
    expect(page?.waiting).toBe(1);
    expect(page?.course.at(-1)?.isWaiting).toBe(true);
    expect(mission(deskIn(world, "operator"), { id })?.status.code).toBe("go");
  });

  it("[MV5] stands on the map by its cells, named by who is out there, and by no place of a site", () => {
    const world = World.opened();
    const id = planIn(world, "M-1", 72);
    const label = () => mission(deskIn(world, "monitor"), { id })?.places.map((one) => one.label);
    expect(label()).toEqual(["M-1"]);
    world.must({ ...operator, kind: "mission.decided", payload: { mission: id, answer: "go" } });
    const step = { mission: id, team: "Team 1", step: "en_route", at: instantOf(world.now) } as const;
    world.must({ ...operator, kind: "mission.step_noted", payload: step });
    expect(label()).toEqual(["M-1 · Team 1: en route"]);
    const [place] = missions(deskIn(world, "party-b"), undefined).columns[2]?.missions[0]?.places ?? [];
    expect(place?.ring).toEqual(cellRing({ row: 3_004, column: 4_008 }));
  });

  it("[MV4] is swapped where the sides are", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const { world } = randomHistory(seed, 70);
        const entries = world.entriesFor("party-a");
        const seen = (at: ReturnType<typeof deskOf>) => {
          const board = missions(at, undefined);
          const all = board.columns.flatMap(({ missions: lines }) => lines);
          return [board, all.map(({ id }) => mission(at, { id }))];
        };
        const here = seen(deskOf(fold(entries), "party-a", world.now));
        const there = seen(deskOf(fold(swapParties(entries)), "party-b", world.now));
        const names = (text: string) => text.replaceAll(/Northbank|Southbank/g, "N. N.");
        expect(names(written(swapParties(there)))).toBe(names(written(here)));
      }),
      { numRuns: 20 },
    );
  });

  it("[MV6] tells the details that stand for a side from earlier ones, and offers another plan until a team has left", () => {
    const world = World.opened();
    const id = planIn(world, "one", 72);
    const detail = (room: "sites-a" | "sites-b", routeWords: string) => {
      const route = [{ lon: 30_120_000, lat: 45_650_000 }];
      const payload = {
        mission: id,
        sites: [],
        route,
        routeWords,
        vehicles: [],
        phones: [],
        receiving: "East",
      };
      world.must({ by: "operator", room, kind: "mission.detailed", payload });
    };
    for (const words of ["By the mill.", "By the ford."]) detail("sites-a", words);
    detail("sites-b", "By the bend.");
    const model = mission(deskIn(world, "operator"), { id });
    const standing = model?.details.filter(({ stands }) => stands).map(({ payload }) => payload.routeWords);
    expect(standing?.toSorted()).toEqual(["By the bend.", "By the ford."]);
    expect(model?.details).toHaveLength(3);
    const [first] = model?.details ?? [];
    expect([first?.points, pointsIn(first?.points ?? "")]).toEqual(["45.65, 30.12", first?.payload.route]);
    expect([pointsIn("45.65"), pointsIn("95, 30"), pointsIn("")]).toEqual([undefined, undefined, []]);
    expect(model?.mayReplace).toBe(true);
    expect(mission(deskIn(world, "party-a"), { id })?.mayReplace).toBe(false);
    const plan = model?.plan;
    const again = plan && planDraft(plan, "UTC");
    expect(again && cellsFrom(again.cells)).toEqual(plan?.cells);
    expect(again && teamsFrom(again.teams).map(({ abortAt }) => Date.parse(abortAt))).toEqual(
      plan?.teams.map(({ abortAt }) => Date.parse(abortAt)),
    );
    world.must({ ...operator, kind: "mission.decided", payload: { mission: id, answer: "go" } });
    const step = { mission: id, team: "Team 1", step: "en_route", at: instantOf(world.now) } as const;
    world.must({ ...operator, kind: "mission.step_noted", payload: step });
    expect(mission(deskIn(world, "operator"), { id })?.mayReplace).toBe(false);
  });
});
