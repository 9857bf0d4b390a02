import { describe, expect, it } from "vitest";
import type { Office } from "#record";
import { World } from "#record/testing";
import { deskOf } from "../testing/index.ts";
import { process } from "./process.ts";

const day = 86_400_000;

describe("the process", () => {
  const world = World.opened();
  const clocks = (office: Office, now: number) =>
    process(deskOf(world.state(office), office, now), undefined)?.zones.map((one) => one.office);

  it("[WB12] has both sides' clocks in one order all day: a party's own first, elsewhere each in its turn", () => {
    const noon = 20_000.5 * day;
    for (const now of [noon, noon + day]) {
      expect(clocks("party-a", now)).toEqual(["party-a", "party-b"]);
      expect(clocks("party-b", now)).toEqual(["party-b", "party-a"]);
    }
    const today = clocks("operator", noon);
    expect(clocks("operator", noon + 0.4 * day)).toEqual(today);
    expect(clocks("operator", noon + day)).toEqual(today?.toReversed());
  });
});
