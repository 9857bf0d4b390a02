import { describe, expect, it } from "vitest";
import { fitsForm } from "../act/bytes.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { instantOf, ownRecord, World } from "../testing/index.ts";
import { contactLines } from "./view.ts";

type Payload = PayloadOf<"contact.claimed">;

const source = ownRecord;
const room = "humanitarian";
const line = (asOf: string, coordinates: [number, number][][]): Payload => ({
  title: "Line",
  asOf,
  pieces: coordinates,
  source,
});
const short: [number, number][][] = [
  [
    [10, 20],
    [10.1, 20.1],
  ],
];

describe("lines of contact", () => {
  it("[LC1] are each one's own, of a time that has come", () => {
    const world = World.opened();
    const kind = "contact.claimed";
    const later = line(instantOf(world.now + 60_000), short);
    expect(world.refused({ kind, by: "party-a", room, payload: later })).toBe("LC1");
    for (const by of ["party-a", "party-b", "monitor"] as const)
      world.must({ kind, by, room, payload: line(instantOf(world.now), short) });
    expect([...contactLines(world.state("operator")).keys()]).toEqual(["party-a", "party-b", "monitor"]);
    expect([...contactLines(world.state("public")).keys()]).toEqual([]);
  });

  it("[LC2] the latest by the line's own time stands first", () => {
    const world = World.opened();
    const said = (hours: number) =>
      world.must({
        kind: "contact.claimed",
        by: "party-b",
        room,
        payload: line(instantOf(world.now - hours * 3_600_000), short),
      }).id;
    const [first, old, same] = [said(2), said(9), said(2)];
    const lines = contactLines(world.state("party-a")).get("party-b") ?? [];
    expect(lines.map(({ act }) => act.id)).toEqual([same, first, old]);
  });

  it("[LC3] have no more points, and no more decimals, than they can be known by", () => {
    const fits = (coordinates: [number, number][][]) =>
      fitsForm("contact.claimed", line("2025-07-01T08:00:00Z", coordinates));
    const many = (n: number) => [Array.from({ length: n }, (_, i): [number, number] => [i / 100, 1])];
    expect([fits(short), fits(many(2000)), fits(many(2001)), fits([[[1, 1]]])]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(
      fits([
        [
          [10.123456, 1],
          [11, 2],
        ],
      ]),
    ).toBe(false);
    expect(
      fits([
        [
          [181, 1],
          [11, 2],
        ],
      ]),
    ).toBe(false);
  });
});
