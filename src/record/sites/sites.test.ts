import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offices, otherSide, partyOf, type Side, sides } from "../access/offices.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { owed } from "../gate/gate.ts";
import { instantOf, randomHistory, swapParties, World, written } from "../testing/index.ts";
import { bandOf } from "./band.ts";
import { cellBounds, cellOf, sameCell } from "./cell.ts";
import { coarseNotice, sitesByExpiry } from "./view.ts";

const hour = 3_600_000;

type Body = Omit<PayloadOf<"site.reported">, "code">;

function body(now: number, more: Partial<Body> = {}): Body {
  return {
    position: { lon: 30_123_456, lat: 45_654_321, accuracyMetres: 40 },
    ground: "forest",
    reportedAt: instantOf(now),
    validUntil: instantOf(now + 24 * hour),
    wounded: [
      { precedence: "urgent", carriage: "litter", count: 3, whose: "own", lastReport: instantOf(now - hour) },
    ],
    hazards: ["mines"],
    ...more,
  };
}

const at = (side: Side) => ({ by: partyOf(side), room: `sites-${side}` }) as const;

function report(world: World, side: Side, code: string, more: Partial<Body> = {}) {
  const payload = { code, ...body(world.now, more) };
  return world.must({ ...at(side), kind: "site.reported", payload }).id;
}

function refusedReport(world: World, code: string, more: Partial<Body>) {
  return world.refused({ ...at("a"), kind: "site.reported", payload: { code, ...body(world.now, more) } });
}

describe("sites", () => {
  it("[SI1] a code stands for one site of its room", () => {
    const world = World.opened();
    const site = report(world, "a", "K-1");
    expect(refusedReport(world, "K-1", {})).toBe("SI1");
    report(world, "b", "K-1");
    world.must({ ...at("a"), kind: "site.withdrawn", payload: { site, reason: "moved_on" } });
    expect(refusedReport(world, "K-1", {})).toBeUndefined();
  });

  it("[SI2] a report is not later than now, and a word on a group not later than the report", () => {
    const world = World.opened();
    const later = world.now + hour;
    expect(refusedReport(world, "K-1", { reportedAt: instantOf(later) })).toBe("SI2");
    const [group] = body(later).wounded;
    const wounded = group ? [{ ...group, lastReport: instantOf(later) }] : [];
    expect(refusedReport(world, "K-1", { wounded })).toBe("SI2");
  });

  it("[SI3] a report says until when it holds, and expires by the time alone", () => {
    const world = World.opened();
    expect(refusedReport(world, "K-1", { validUntil: instantOf(world.now) })).toBe("SI3");
    expect(refusedReport(world, "K-1", { validUntil: instantOf(world.now + 15 * 24 * hour) })).toBe("SI3");
    report(world, "a", "K-1");
    const state = world.state("party-a");
    const status = (now: number) => sitesByExpiry(state, now)[0]?.status;
    expect([status(world.now), status(world.now + 24 * hour)]).toEqual(["stands", "expired"]);
  });

  it("[SI4] has wounded or bodies, from low to high", () => {
    const world = World.opened();
    expect(refusedReport(world, "K-1", { wounded: [] })).toBe("SI4");
    expect(refusedReport(world, "K-1", { remains: { low: 4, high: 2 } })).toBe("SI4");
    expect(refusedReport(world, "K-1", { wounded: [], remains: { low: 0, high: 2 } })).toBeUndefined();
  });

  it("[SI5] an update, a withdrawal and an opening are of a site of their own room that stands", () => {
    const world = World.opened();
    const site = report(world, "a", "K-1");
    const elsewhere = { by: "operator", room: "sites-b" } as const;
    const opened = [{ site, at: instantOf(world.now) }];
    expect(world.refused({ ...elsewhere, kind: "site.viewed", payload: { opened } })).toBe("SI5");
    const update = { site, ...body(world.now) };
    expect(world.refused({ ...elsewhere, kind: "site.updated", payload: update })).toBe("SI5");
    world.must({ ...at("a"), kind: "site.withdrawn", payload: { site, reason: "evacuated" } });
    expect(world.refused({ ...at("a"), kind: "site.updated", payload: update })).toBe("SI5");
  });

  it("[SI6] who reported a site brings it up to date, and nobody else", () => {
    const world = World.opened();
    const site = report(world, "a", "K-1");
    const payload = { site, ...body(world.now, { validUntil: instantOf(world.now + 30 * hour) }) };
    expect(world.refused({ by: "operator", room: "sites-a", kind: "site.updated", payload })).toBe("SI6");
    world.must({ ...at("a"), kind: "site.updated", payload });
    const [view] = sitesByExpiry(world.state("operator"), world.now);
    expect(view).toMatchObject({ code: "K-1", validUntil: world.now + 30 * hour, litter: 3 });
  });

  it("[SI7] who opened a position, and when, stands in the same sealed room", () => {
    const world = World.opened();
    const site = report(world, "a", "K-1");
    const viewing = (when: number) => ({
      by: "operator" as const,
      room: "sites-a" as const,
      kind: "site.viewed" as const,
      payload: { opened: [{ site, at: instantOf(when) }] },
    });
    expect(world.refused(viewing(world.now + hour))).toBe("SI7");
    expect(world.refused(viewing(world.now - hour))).toBe("SI7");
    const { id } = world.must(viewing(world.now));
    expect(world.state("party-a").sites.views.get(site)).toEqual([id]);
    for (const office of ["host", "party-b", "monitor", "public"] as const)
      expect(world.state(office).sites.views.size).toBe(0);
  });

  it("[SI8] what expires first comes first, and a new word is owed six hours before", () => {
    const world = World.opened();
    report(world, "a", "late", { validUntil: instantOf(world.now + 20 * hour) });
    report(world, "a", "soon", { validUntil: instantOf(world.now + 5 * hour) });
    const codes = (now: number) => sitesByExpiry(world.state("operator"), now).map(({ code }) => code);
    expect(codes(world.now)).toEqual(["soon", "late"]);
    expect(codes(world.now + 6 * hour)).toEqual(["late", "soon"]);
    const owing = owed(world.state("party-a"), world.now).filter(({ what }) => what === "site_report");
    expect(owing).toMatchObject([{ title: "soon", by: "party-a", due: world.now + 5 * hour }]);
    expect(owed(world.state("host"), world.now).filter(({ what }) => what === "site_report")).toEqual([]);
  });

  it("[SI9] what is passed on is a cell and bands, from the hour that the report allows", () => {
    const world = World.opened();
    report(world, "a", "never");
    report(world, "a", "later", { noticeFrom: instantOf(world.now + 2 * hour) });
    const notices = (now: number) =>
      sitesByExpiry(world.state("party-a"), now).map((one) => coarseNotice(one, now));
    expect(notices(world.now)).toEqual([undefined, undefined]);
    const [, notice] = notices(world.now + 2 * hour);
    expect(notice).toMatchObject({ wounded: "fewer_than_5", remains: "nobody" });
    expect(written(notice)).not.toMatch(/later|654321|123456|30123456/);
    expect(notices(world.now + 24 * hour)).toEqual([undefined, undefined]);
    expect([0, 1, 4, 5, 19, 20, 50].map(bandOf)).toEqual([
      "nobody",
      "fewer_than_5",
      "fewer_than_5",
      "from_5_to_9",
      "from_10_to_19",
      "from_20_to_49",
      "from_50",
    ]);
  });

  it("[SI9] a cell holds its position, is some five kilometres wide, and tells no more than that", () => {
    const lon = fc.integer({ min: -180_000_000, max: 179_999_999 });
    const lat = fc.integer({ min: -70_000_000, max: 70_000_000 });
    fc.assert(
      fc.property(lon, lat, (x, y) => {
        const cell = cellOf({ lon: x, lat: y });
        const { west, south, east, north } = cellBounds(cell);
        expect(x).toBeGreaterThanOrEqual(west - 1);
        expect(x).toBeLessThanOrEqual(east + 1);
        expect(y >= south && y < north).toBe(true);
        const middle = { lon: Math.round((west + east) / 2), lat: south + 22_500 };
        expect(sameCell(cellOf(middle), cell)).toBe(true);
        const metres = ((east - west) / 1_000_000) * 111_320 * Math.cos((middle.lat * Math.PI) / 180_000_000);
        expect(metres).toBeGreaterThan(4_800);
        expect(metres).toBeLessThan(5_200);
      }),
      { numRuns: 300 },
    );
  });

  it("[SI10] nothing of a site is in what anybody else reads, in any form", () => {
    for (const side of sides) {
      const world = World.opened();
      report(world, side, "K-QXVZ", { access: "Past the mill QXVZ." });
      const readers = offices.filter((one) =>
        /QXVZ|30123456|45654321/.test(written([world.entriesFor(one), world.state(one)])),
      );
      expect(readers.toSorted()).toEqual(["operator", partyOf(side)].toSorted());
      expect(readers).not.toContain(partyOf(otherSide(side)));
    }
  });

  it("[SI10] what each side reads is swapped with the sides", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const { world } = randomHistory(seed, 60);
        const there = new World(seed);
        for (const entry of swapParties(world.log)) {
          there.now = entry.receivedAt;
          there.append(entry.act);
        }
        const here = sitesByExpiry(world.state("party-a"), world.now);
        expect(written(sitesByExpiry(there.state("party-b"), world.now))).toBe(written(swapParties(here)));
      }),
      { numRuns: 20 },
    );
  });
});
