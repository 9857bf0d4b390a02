import { describe, expect, it } from "vitest";
import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import { known } from "../fold/state.ts";
import { owed } from "../gate/gate.ts";
import {
  confirmIn,
  instantOf,
  openRoundIn,
  ownRecord,
  pointIn,
  roundIn,
  unread,
  World,
} from "../testing/index.ts";
import { dateStance, pointStance, pointStatus, roundStatus } from "./view.ts";

const room = "plenary";
const source = ownRecord;
const person = { name: "Ada Lind", capacity: "head" };

function roundOf(world: World, id: ActId) {
  const round = world.state("party-a").talks.rounds.get(id);
  if (!round) throw new Error("The round is not there.");
  return round;
}

function status(world: World, id: ActId): string {
  return roundStatus(world.state("party-a"), roundOf(world, id));
}

function date(
  by: Office,
  round: ActId,
  answer: "agreed" | "declined" | "other_date_asked",
  otherDate?: string,
) {
  const payload = { round, answer, ...(otherDate ? { otherDate } : {}) };
  return { kind: "round.date_answered", by, room, payload } as const;
}

function close(world: World, round: ActId): void {
  world.must({ kind: "round.closed", by: "host", room, payload: { round, at: instantOf(world.now) } });
}

function owes(world: World, by: Office): string[] {
  return owed(world.state("host"), world.now)
    .filter((one) => one.by === by)
    .map((one) => one.what);
}

describe("rounds", () => {
  it("[TK1] a round's number is given once", () => {
    const world = World.opened();
    roundIn(world, 3);
    const payload = { title: "Again", number: 3, on: "2025-08-01", format: "online" } as const;
    expect(world.refused({ kind: "round.proposed", by: "party-a", room, payload })).toBe("TK1");
  });

  it("[TK2] what is said of a round names a round that its author reads", () => {
    const world = World.opened();
    const round = unread;
    const at = instantOf(world.now);
    const sayings = [
      date("party-a", round, "agreed"),
      { kind: "round.opened", by: "host", room, payload: { round, at, chair: person, venue: "x" } },
      { kind: "round.closed", by: "host", room, payload: { round, at } },
      {
        kind: "preparatory.held",
        by: "host",
        room,
        payload: { round, format: "experts", with: ["x"], on: at, source },
      },
      {
        kind: "composition.listed",
        by: "party-a",
        room,
        payload: { round, head: person, members: [], source },
      },
      { kind: "agenda.set", by: "host", room, payload: { round, items: ["x"] } },
      {
        kind: "document.handed_over",
        by: "party-a",
        room,
        payload: { round, title: "x", to: ["party-b"], at, source },
      },
      { kind: "point.recorded", by: "host", room, payload: { round, text: "x", terms: [], source } },
      {
        kind: "readout.given",
        by: "host",
        room,
        payload: { round, speaker: person, text: "x", language: "en", points: [], source },
      },
      { kind: "record.accepted", by: "party-a", room, payload: { round } },
    ] as const;
    for (const saying of sayings)
      expect(`${saying.kind} ${world.refused(saying as never)}`).toBe(`${saying.kind} TK2`);
  });

  it("[TK3] another date is named where it is asked, and only there", () => {
    const world = World.opened();
    const round = roundIn(world);
    expect(world.refused(date("party-a", round, "other_date_asked"))).toBe("TK3");
    expect(world.refused(date("party-a", round, "agreed", "2025-08-01"))).toBe("TK3");
    expect(world.refused(date("party-a", round, "other_date_asked", "2025-08-01"))).toBeUndefined();
  });

  it("[TK4] a round opens once, and closes once after it has opened", () => {
    const world = World.opened();
    const round = roundIn(world);
    const at = instantOf(world.now);
    const opened = {
      kind: "round.opened",
      by: "host",
      room,
      payload: { round, at, chair: person, venue: "x" },
    } as const;
    const closed = { kind: "round.closed", by: "host", room, payload: { round, at } } as const;
    expect(world.refused(closed)).toBe("TK4");
    expect(world.refused(opened)).toBeUndefined();
    expect(world.refused(opened)).toBe("TK4");
    expect(world.refused(closed)).toBeUndefined();
    expect(world.refused(closed)).toBe("TK4");
  });

  it("[TK5] points are recorded once the round is open", () => {
    const world = World.opened();
    const round = roundIn(world);
    const payload = { round, text: "x", terms: [], source };
    expect(world.refused({ kind: "point.recorded", by: "host", room, payload })).toBe("TK5");
  });

  it("[TK9] the record is accepted once the round is closed", () => {
    const world = World.opened();
    const round = openRoundIn(world);
    const accepted = { kind: "record.accepted", by: "party-a", room, payload: { round } } as const;
    expect(world.refused(accepted)).toBe("TK9");
    close(world, round);
    expect(world.refused(accepted)).toBeUndefined();
  });

  it("[TK10] a round's status is derived from host and parties, each for itself", () => {
    const world = World.opened();
    const round = roundIn(world);
    expect(status(world, round)).toBe("proposed");
    expect(dateStance(world.state("party-a"), roundOf(world, round), "host")).toBe("agreed");
    expect(dateStance(world.state("party-a"), roundOf(world, round), "party-b")).toBe("no_answer");
    world.must(date("party-a", round, "agreed"));
    expect(status(world, round)).toBe("proposed");
    world.must(date("party-b", round, "declined"));
    expect(status(world, round)).toBe("declined");
    world.must(date("party-b", round, "agreed"));
    expect(status(world, round)).toBe("date_agreed");
    const chair = person;
    world.must({
      kind: "round.opened",
      by: "host",
      room,
      payload: { round, at: "2025-07-01", chair, venue: "x" },
    });
    expect(status(world, round)).toBe("open");
    close(world, round);
    expect(status(world, round)).toBe("closed");
    world.must({ kind: "record.accepted", by: "party-a", room, payload: { round } });
    expect(status(world, round)).toBe("closed");
    world.must({ kind: "record.accepted", by: "party-b", room, payload: { round, reservation: "Point 2." } });
    expect(status(world, round)).toBe("record_accepted");
  });

  it("[TK11] what host and parties owe on a round is named with who owes it", () => {
    const world = World.opened();
    const round = roundIn(world);
    expect(owes(world, "party-a")).toEqual(["date_answer", "composition"]);
    expect(owes(world, "host")).toEqual([]);
    world.must(date("party-a", round, "agreed"));
    world.must({
      kind: "composition.listed",
      by: "party-a",
      room,
      payload: { round, head: person, members: [], source },
    });
    expect(owes(world, "party-a")).toEqual([]);
    expect(owes(world, "party-b")).toEqual(["date_answer", "composition"]);
    world.must({
      kind: "round.opened",
      by: "host",
      room,
      payload: { round, at: "2025-07-01", chair: person, venue: "x" },
    });
    close(world, round);
    expect(owes(world, "host")).toEqual(["own_readout"]);
    expect(owes(world, "party-a")).toEqual(["own_readout", "record_acceptance"]);
    const payload = { round, speaker: person, text: "x", language: "en", points: [], source };
    world.must({ kind: "readout.given", by: "host", room, payload });
    expect(owes(world, "host")).toEqual([]);
    expect(owes(world, "party-b")).toContain("own_readout");
  });

  it("[TK11] a declined round owes nothing", () => {
    const world = World.opened();
    world.must(date("party-b", roundIn(world), "declined"));
    expect(owed(world.state("host"), world.now)).toEqual([]);
  });

  it("[TK12] each office's readout stands beside the others'", () => {
    const world = World.opened();
    const round = openRoundIn(world);
    for (const by of ["host", "party-a", "party-b", "party-b"] as const) {
      const payload = {
        round,
        speaker: person,
        text: `As ${by} tells it.`,
        language: "en",
        points: [],
        source,
      };
      world.must({ kind: "readout.given", by, room, payload });
    }
    const told = roundOf(world, round).readouts.map(
      (id) => known(world.state("party-a"), id, "readout.given").act.by.office,
    );
    expect(told).toEqual(["host", "party-a", "party-b", "party-b"]);
  });
});

describe("points read out as agreed", () => {
  const answered = (
    by: Office,
    point: ActId,
    answer: "confirmed" | "confirmed_in_principle" | "reserved" | "denied",
    reservation?: string,
  ) =>
    ({
      kind: "point.answered",
      by,
      room,
      payload: { point, answer, source, ...(reservation ? { reservation } : {}) },
    }) as const;

  it("[TK6] an answer names a point that its author reads", () => {
    expect(World.opened().refused(answered("party-a", unread, "confirmed"))).toBe("TK6");
  });

  it("[TK7] the author of a point has confirmed it by recording it", () => {
    const world = World.opened();
    const point = pointIn(world, "party-a");
    expect(world.refused(answered("party-a", point, "confirmed"))).toBe("TK7");
  });

  it("[TK8] a reservation is worded where the answer is reserved, and only there", () => {
    const world = World.opened();
    const point = pointIn(world, "host");
    expect(world.refused(answered("party-a", point, "reserved"))).toBe("TK8");
    expect(world.refused(answered("party-a", point, "confirmed", "but"))).toBe("TK8");
    expect(world.refused(answered("party-a", point, "reserved", "The number."))).toBeUndefined();
  });

  it("[TK13] a point is agreed where each party has confirmed it, and not before", () => {
    const world = World.opened();
    const point = pointIn(world, "host");
    const now = () => {
      const state = world.state("host");
      const one = state.talks.points.get(point);
      return (
        one &&
        `${pointStance(state, one, "party-a")} ${pointStance(state, one, "party-b")} ${pointStatus(state, one)}`
      );
    };
    expect(now()).toBe("no_answer no_answer open");
    confirmIn(world, point, "party-a");
    expect(now()).toBe("confirmed no_answer open");
    world.must(answered("party-b", point, "confirmed_in_principle"));
    expect(now()).toBe("confirmed confirmed_in_principle agreed_in_principle");
    expect(owes(world, "party-b")).toContain("capital_confirmation_of_point");
    world.must(answered("party-b", point, "denied"));
    expect(now()).toBe("confirmed denied not_agreed");
    confirmIn(world, point, "party-b");
    expect(now()).toBe("confirmed confirmed agreed");
  });

  it("[TK14] what both have confirmed is not answered anew", () => {
    const world = World.opened();
    const point = pointIn(world, "host");
    confirmIn(world, point, "party-a");
    expect(world.refused(answered("party-a", point, "reserved", "Not yet"))).toBeUndefined();
    confirmIn(world, point, "party-a");
    confirmIn(world, point, "party-b");
    expect(world.refused(answered("party-a", point, "denied"))).toBe("TK14");
    expect(world.refused(answered("party-b", point, "confirmed_in_principle"))).toBe("TK14");
  });

  it("[TK13] a party that recorded a point needs the other's word, and the host's counts for nobody", () => {
    const world = World.opened();
    const point = pointIn(world, "party-b");
    expect(owes(world, "party-a")).toContain("point_answer");
    expect(owes(world, "party-b")).not.toContain("point_answer");
    const one = world.state("host").talks.points.get(point);
    expect(one && pointStatus(world.state("host"), one)).toBe("open");
    expect(world.refused(answered("host", point, "confirmed"))).toBe("act.not_permitted");
  });
});
