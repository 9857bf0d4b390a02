import { describe, expect, it } from "vitest";
import { kinds } from "../act/kinds.ts";
import { refuseAct, refuseInside } from "../rules/refuse.ts";
import { said, sealedPaper, World } from "../testing/index.ts";
import { offices, otherSide, partyOf, sideOf, sides } from "./offices.ts";
import { concernedIn, readableRooms, rooms, roomTable } from "./rooms.ts";
import { whoMay } from "./table.ts";

const world = World.opened();
const state = world.state("host");
const cells = kinds.flatMap((kind) => offices.flatMap((by) => rooms.map((room) => ({ kind, by, room }))));

// The cell's act with an empty payload: the table is asked before anything in it is read.
function codeAt({ kind, by, room }: (typeof cells)[number]): string | undefined {
  const act =
    kind === "paper.sealed"
      ? sealedPaper(world, by, room)
      : said(world, { kind, by, room, payload: {} as never });
  const judge = roomTable[room].sealed && kind !== "paper.sealed" ? refuseInside : refuseAct;
  try {
    return judge(state, act as never, world.now)?.code;
  } catch {
    return "past the table"; // the empty payload broke in the area's rules: the table had let it through
  }
}

describe("who may say what where", () => {
  it("[RC30] is the table for every kind, office and room: allowed and refused alike", () => {
    let allowed = 0;
    for (const cell of cells) {
      const { offices: who, rooms: where } = whoMay[cell.kind];
      const isAllowed =
        who.includes(cell.by) && where.includes(cell.room) && roomTable[cell.room].writers.includes(cell.by);
      const code = codeAt(cell);
      const isRefused = code === "act.not_permitted" || code === "act.sealed_mismatch";
      expect(`${cell.kind} ${cell.by} ${cell.room} ${!isRefused}`).toBe(
        `${cell.kind} ${cell.by} ${cell.room} ${isAllowed}`,
      );
      if (isAllowed) allowed += 1;
    }
    expect(cells.length).toBe(kinds.length * 14 * 23);
    expect(allowed).toBeGreaterThan(300);
  });

  it("[RC30] lets the public office say nothing, and nobody write where he does not read", () => {
    expect(kinds.filter((kind) => whoMay[kind].offices.includes("public"))).toEqual([]);
    for (const room of rooms)
      for (const writer of roomTable[room].writers) expect(roomTable[room].readers).toContain(writer);
  });

  it("[RC30] says what is found in every row by somebody somewhere", () => {
    for (const kind of kinds) {
      const { offices: who, rooms: where } = whoMay[kind];
      for (const office of who)
        expect(where.some((room) => roomTable[room].writers.includes(office))).toBe(true);
      for (const room of where)
        expect(who.some((office) => roomTable[room].writers.includes(office))).toBe(true);
    }
  });

  it("[RC33] keeps sealed rooms for sealed papers, and sealed papers for sealed rooms", () => {
    for (const room of rooms)
      for (const by of offices) {
        const paper = refuseAct(state, sealedPaper(world, by, room), world.now)?.code;
        if (!roomTable[room].sealed) expect(paper).toBe("act.sealed_mismatch");
        else expect(paper).toBe(roomTable[room].writers.includes(by) ? undefined : "act.not_permitted");
        const clear = said(world, { kind: "proposal.drafted", by, room, payload: { title: "x", terms: [] } });
        if (roomTable[room].sealed)
          expect(refuseAct(state, clear, world.now)?.code).toBe("act.sealed_mismatch");
        else expect(refuseInside(state, clear, world.now)?.code).toBe("act.sealed_mismatch");
      }
    expect(refuseInside(state, sealedPaper(world, "party-a", "internal-a"), world.now)?.code).toBe(
      "act.sealed_mismatch",
    );
  });

  it("[RC34] keeps each party's own rooms from the other and from the host", () => {
    for (const side of sides) {
      const theirs = readableRooms(partyOf(otherSide(side)));
      expect(theirs).not.toContain(`internal-${side}`);
      expect(theirs).not.toContain(`host-${side}`);
      expect(readableRooms("host")).not.toContain(`internal-${side}`);
      expect(roomTable[`internal-${side}`].sealed).toBe(true);
    }
    expect(readableRooms("host")).not.toContain("medical");
    expect(readableRooms("host")).not.toContain("forensic");
    expect(roomTable.wishes.readers).toEqual(["operator"]);
    expect(readableRooms("public")).toEqual(["process", "public"]);
  });

  it("[RC34] gives both sides the same rooms and the same words", () => {
    const mirrored = (name: string) =>
      sideOf(name as never) ? name.replace(/[ab]$/, (side) => otherSide(side as "a")) : name;
    for (const room of rooms)
      expect(roomTable[mirrored(room) as typeof room].readers.map(mirrored).toSorted()).toEqual(
        roomTable[room].readers.toSorted(),
      );
    for (const kind of kinds) {
      expect(whoMay[kind].offices.map(mirrored).toSorted()).toEqual(whoMay[kind].offices.toSorted());
      expect(whoMay[kind].rooms.map(mirrored).toSorted()).toEqual(whoMay[kind].rooms.toSorted());
    }
  });

  it("[RC35] asks both parties where both read, and else the party and the host", () => {
    expect(concernedIn("plenary")).toEqual(["party-a", "party-b"]);
    expect(concernedIn("humanitarian")).toEqual(["party-a", "party-b"]);
    expect(concernedIn("host-a")).toEqual(["host", "party-a"]);
    expect(concernedIn("host-b")).toEqual(["host", "party-b"]);
  });
});
