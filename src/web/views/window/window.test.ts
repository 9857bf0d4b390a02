import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { onEarth, seededRandom } from "#base";
import { generateTruce, planTruce, type TruceCase } from "#plan";
import { packOf } from "#plan/files";
import { sitesByExpiry } from "#record";
import { instantOf, World } from "#record/testing";
import { canonicalText, inputsDigest, planDigest } from "#replica";
import { deskIn } from "../../testing/index.ts";
import { inputIn } from "./case-form.ts";
import { savedAt } from "./curve.tsx";
import { heads, usualDraft, type WindowDraft } from "./draft.ts";
import { answered } from "./engine/answered.ts";
import type { PlanInput } from "./engine/protocol.ts";
import { filedFor } from "./filed.ts";
import { packed, unpacked } from "./filed-content.ts";
import { servedOf } from "./levels.tsx";
import { contactsIn } from "./make-packs.ts";
import { mapOfOwnPart, mapOfPlan } from "./map-of-plan.ts";
import { windowPlans } from "./query.ts";
import { siteTables } from "./sites-table.ts";
import { caseOf } from "./tables.ts";

const given = generateTruce({ seed: 3, sites: 5, teams: 5 });
const anchored = { ...given, anchor: { lon: 10, lat: 20 } };
const input: PlanInput = { given, seed: 2, iterations: 300 };

function planned(from: PlanInput) {
  const answer = answered({ kind: "plan", ...from });
  if (answer.kind !== "planned") throw new Error("There is a plan.");
  return answer;
}

const rows = (table: keyof typeof heads, ...lines: string[]) => [heads[table], ...lines].join("\n");
const draft: WindowDraft = {
  ...usualDraft,
  tables: {
    classes: rows("classes", "c1,stretcher,0:100 720:86 2880:39,15,240"),
    zones: rows("zones", "Z1,60,20.05,10.0", "Z1,60,19.95,10.0"),
    facilities: rows("facilities", "Ha,a,20.15,10.0,15,60,8,20,6,90", "Hb,b,19.85,10.0,15,60,8,20,6,90"),
    sites: rows(
      "sites",
      "S1,Z1,a,20.01,10.01,10,,,,a,60,5,2,3,a,10",
      "S1,Z1,a,20.01,10.01,10,,,,b,60,5,1,,,",
      "S2,Z1,b,19.99,10.02,10,,,0-600,b,90,5,1,,,",
    ),
    teams: rows(
      "teams",
      "M1,medical,neutral,20.1,10.0,4,4,0,40,a b",
      "R1,recovery,neutral,20.1,10.0,0,0,10,40,a b",
    ),
  },
};
const window = { from: "2026-03-14T06:00:00.000Z", minutes: 2160 };

describe("the window plan", () => {
  it("[WN1] a case comes from tables, and what is wrong is named by table, line and column", () => {
    const read = caseOf(draft, window);
    if (read.is !== "case") throw new Error(JSON.stringify(read));
    expect(read.given.sites.map(({ persons }) => persons.map(({ of, count }) => `${of}${count}`))).toEqual([
      ["a2", "b1"],
      ["b1"],
    ]);
    expect(inputIn([canonicalText(read.given)]).given).toEqual(read.given);
    const { plan } = planned({ given: read.given, seed: 1, iterations: 200 });
    expect(servedOf(read.given, plan, "a")).toEqual({
      persons: { of: 2, taken: 2 },
      remains: { of: 3, taken: 3 },
    });
    const wrong = caseOf(
      { ...draft, tables: { ...draft.tables, teams: rows("teams", "M1,doctor,a,x,10,1,,,40,a"), zones: "" } },
      undefined,
    );
    expect(wrong).toMatchObject({
      faults: [
        { table: "zones", wrong: "no_rows" },
        { table: "window", wrong: "no_window" },
        { table: "teams", line: 2, column: "lat", wrong: "not_a_number" },
        { table: "teams", line: 2, column: "kind", wrong: "not_a_word" },
      ],
    });
    const file = inputIn([JSON.stringify({ ...given, window: { from: "x", minutes: -1 } })]);
    expect(file).toMatchObject({ given: undefined, wrong: { path: "window.from" } });
    const named = {
      ...draft.tables,
      teams: rows("teams", "Team One,medical,neutral,20.1,10.0,4,4,0,40,a b"),
    };
    expect(caseOf({ ...draft, tables: named }, window)).toMatchObject({
      faults: [{ table: "teams", line: 2, column: "code", wrong: "not_a_code" }],
    });
    expect(answered({ kind: "plan", ...input, given: { ...given, zones: [] } })).toMatchObject({
      kind: "refused",
      problem: { code: "plan.contradictory" },
    });
  });

  it("[WN2] the same case, seed and rounds give the same bytes as the planner itself", () => {
    const told: number[] = [];
    const answer = answered({ kind: "plan", ...input }, (done) => told.push(done));
    if (answer.kind !== "planned") throw new Error("There is a plan.");
    const direct = planTruce(given, { seed: 2, iterations: 300 });
    expect(canonicalText(answer.plan)).toBe(canonicalText(direct));
    expect(told.length).toBeGreaterThan(0);
  });

  it("[WN3] digests name what went in and what came out", () => {
    const { plan } = planned(input);
    const handed = inputIn([canonicalText(given), "{"]).given;
    if (!handed) throw new Error("The case was handed over.");
    expect(inputsDigest({ given: handed })).toBe(inputsDigest(input));
    expect(planDigest(planned({ ...input, given: handed }).plan)).toBe(planDigest(plan));
    const fewer = { ...given, sites: given.sites.slice(1) };
    expect(inputsDigest({ given: fewer })).not.toBe(inputsDigest(input));
    const before = inputIn([canonicalText(given), canonicalText(plan)]).previous;
    expect(before?.length).toBe(plan.teams.length);
    expect(inputsDigest({ given, ...(before ? { previous: before } : {}) })).not.toBe(inputsDigest(input));
  });

  it("[WN4] after an event what had begun stays as it was", () => {
    const { plan } = planned(input);
    const previous = plan.teams.map(({ team, stops, end }) => ({ team, stops, end }));
    const late = { kind: "team_delayed" as const, team: previous[0]?.team ?? "", minutes: 30 };
    const event = { format: "parley-plan-event/1" as const, at: 500, changes: [late] };
    const next = answered({ kind: "replan", ...input, previous, event });
    if (next.kind !== "planned") throw new Error("It goes on.");
    for (const { team, stops } of previous.slice(1)) {
      const begun = stops.filter(({ start }) => start <= 500);
      const now = next.plan.teams.find((one) => one.team === team)?.stops.slice(0, begun.length);
      expect(now).toEqual(begun);
    }
    expect(next.input.given.progress?.now).toBe(500);
    expect(planDigest(planned(next.input).plan)).toBe(planDigest(next.plan));
  });

  it("[WN5] a team's file holds its own stops alone", () => {
    const { plan } = planned(input);
    for (const team of plan.teams) {
      const own = new Set(team.stops.map(({ place }) => place));
      const pack = packOf(given, team);
      for (const { code } of given.sites)
        if (!own.has(code)) expect(JSON.stringify(pack ?? {})).not.toContain(`"${code}"`);
      expect(pack?.stops.length ?? 0).toBe(team.stops.length);
    }
    expect(contactsIn("Ha: +00 11\nno contact\n Hb :  at the gate ")).toEqual({
      Ha: "+00 11",
      Hb: "at the gate",
    });
    const shown = mapOfPlan(anchored, plan);
    expect(shown.routes.length).toBe(plan.teams.filter(({ stops }) => stops.length > 0).length);
    expect(savedAt(plan.curve, given.window.minutes).lives).toBe(plan.levels[0]?.value);
  });

  describe("filed", () => {
    const [first, second, third, ...rest] = anchored.sites;
    if (!first || !second || !third) throw new Error("There are sites.");
    const { plan } = planned({ ...input, given: anchored });
    const report = (
      world: World,
      room: "sites-a" | "sites-b",
      { code, x, y }: { code: string; x: number; y: number },
    ) => {
      const [lng, lat] = onEarth([anchored.anchor.lon, anchored.anchor.lat], { x, y });
      world.must({
        kind: "site.reported",
        by: "operator",
        room,
        payload: {
          code,
          position: { lon: Math.round(lng * 1e6), lat: Math.round(lat * 1e6), accuracyMetres: 10 },
          ground: "forest",
          reportedAt: instantOf(world.now - 3_600_000),
          validUntil: instantOf(world.now + 86_400_000),
          wounded: [],
          remains: { low: 1, high: 2 },
          hazards: [],
        },
      });
    };
    const registers = (world: World) => {
      const all = sitesByExpiry(world.state("operator"), world.now);
      const of = (room: string) => all.filter(({ site }) => site.room === room);
      return { a: of("sites-a"), b: of("sites-b") };
    };

    it("[WN9] what is packed comes back byte for byte, and what is not of the form does not", async () => {
      const whole = { format: "parley-window-whole/1", given: anchored, plan } as const;
      const text = await packed(whole);
      expect(canonicalText(await unpacked(text ?? ""))).toBe(canonicalText(whole));
      const deflated = (value: unknown) => deflateRawSync(JSON.stringify(value)).toString("base64");
      for (const wrong of [
        "",
        "AAAA",
        deflated({}),
        deflated({ ...whole, given: { ...anchored, more: 1 } }),
        deflated({ ...whole, plan: { format: "parley-plan/1" } }),
        deflated("x".repeat(5_000_000)),
        deflateRawSync(Buffer.alloc(400_000_000, 32), { level: 1 }).toString("base64"),
      ])
        expect(await unpacked(wrong)).toBeUndefined();
      const noise = seededRandom(1).bytes(60_000);
      const large = { ...plan, more: Buffer.from(noise).toString("base64") };
      expect(await packed({ ...whole, plan: large })).toBeUndefined();
    });

    it("[WN10] a side is given its own sites and who comes there, and not a byte of the other's", () => {
      const world = World.opened();
      report(world, "sites-a", first);
      for (const site of [second, ...rest]) report(world, "sites-b", site);
      report(world, "sites-a", third);
      report(world, "sites-b", third); // both have: each would learn of the other's report
      const { a, b } = registers(world);
      const part = filedFor("a", { given: anchored, plan }, a, b);
      if (part?.format !== "parley-window-own/1") throw new Error("There is a part.");
      expect(part.sites.map(({ code }) => code)).toEqual([first.code]);
      const text = JSON.stringify(part);
      for (const { code, x, y, persons } of anchored.sites.slice(1)) {
        expect(text).not.toContain(`"${code}"`);
        expect(text).not.toContain(`"x":${x},"y":${y}`);
        for (const group of persons) expect(text).not.toContain(`"${group.code}"`);
      }
      for (const one of [
        ...anchored.facilities,
        ...anchored.teams.map(({ start }) => ({ ...start, side: "b" })),
      ])
        if (one.side === "b") expect(text).not.toContain(`"x":${one.x},"y":${one.y}`);
      expect(part.teams.flatMap(({ stops }) => stops.filter(({ kind }) => kind === "site"))).toEqual(
        plan.teams.flatMap(({ stops }) => stops.filter(({ place }) => place === first.code)),
      );
      const lastLeaves = plan.teams.flatMap(({ abort }) => abort.filter(({ place }) => place === first.code));
      expect(lastLeaves.length).toBeGreaterThan(0);
      expect(part.teams.flatMap(({ abort }) => abort.map(({ last }) => last))).toEqual(
        lastLeaves.map(({ last }) => last),
      );
      expect(filedFor("a", { given, plan }, a, b)).toBeUndefined(); // nobody knows where its plane lies
      expect(filedFor("a", { given: anchored, plan }, [], b)).toBeUndefined();
    });

    it("[WN10] nothing of a side's part follows from where the other's sites are, or how they are named", () => {
      const world = World.opened();
      report(world, "sites-a", first);
      for (const site of [second, third, ...rest]) report(world, "sites-b", site);
      const { a, b } = registers(world);
      const part = (given: TruceCase, by: typeof plan) =>
        JSON.stringify(filedFor("a", { given, plan: by }, a, b));
      const others = new Set([second, third, ...rest].map(({ code }) => code));
      const named = (code: string) => (others.has(code) ? `Z${code}` : code);
      const moved = {
        ...anchored,
        sites: anchored.sites.map((site) =>
          others.has(site.code)
            ? { ...site, code: named(site.code), x: site.x + 777, y: site.y - 555 }
            : site,
        ),
      };
      const teams = plan.teams.map((team) => ({
        ...team,
        stops: team.stops.map((stop) => ({
          ...stop,
          place: named(stop.place),
          bodies: stop.bodies.map((one) => ({ ...one, site: named(one.site) })),
        })),
      }));
      expect(part(moved, { ...plan, teams })).toBe(part(anchored, plan));
    });

    it("[WN10] the whole where nothing in it is the other's; swapped sides get swapped parts", () => {
      const world = World.opened();
      for (const site of anchored.sites) report(world, "sites-a", site);
      const { a } = registers(world);
      const neutral = <T extends { side: string }>(all: readonly T[]) =>
        all.map((one) => ({ ...one, side: one.side === "b" ? ("neutral" as const) : one.side }));
      const ours = {
        ...anchored,
        facilities: neutral(anchored.facilities),
        teams: neutral(anchored.teams),
      } as TruceCase; // of the same form
      expect(filedFor("a", { given: ours, plan }, a, [])).toMatchObject({ format: "parley-window-whole/1" });
      const theirs = {
        ...ours,
        teams: ours.teams.map((one, n) => (n === 0 ? { ...one, side: "b" as const } : one)),
      };
      expect(filedFor("a", { given: theirs, plan }, a, [])).toMatchObject({ format: "parley-window-own/1" });
      expect(filedFor("b", { given: ours, plan }, [], a)).toBeUndefined();
      const swapped = (one: unknown) =>
        JSON.stringify(one).replaceAll(/"(a|b)"/g, (_, of) => (of === "a" ? '"b"' : '"a"'));
      const there = filedFor("b", { given: JSON.parse(swapped(theirs)), plan }, a, []);
      expect(JSON.parse(swapped(filedFor("a", { given: theirs, plan }, a, [])))).toEqual(there);
    });

    it("[WN11] a plan lies where its case says, and its part there too", () => {
      const world = World.opened();
      report(world, "sites-a", first);
      const { a } = registers(world);
      const place = onEarth([10, 20], first);
      const at = (shown: ReturnType<typeof mapOfPlan>) =>
        shown.points.find(({ label }) => label === first.code)?.at;
      expect(at(mapOfPlan(anchored, plan))).toEqual(place);
      const part = filedFor("a", { given: anchored, plan }, a, []);
      if (part?.format !== "parley-window-own/1") throw new Error("There is a part.");
      expect(at(mapOfOwnPart(part))).toEqual(place);
      expect(planned({ ...input, given: anchored }).plan).toEqual(planned(input).plan);
    });
  });

  it("[WN6] a proposed plan brings no site into anybody's copy", () => {
    const world = World.opened();
    const { plan, engine } = planned(input);
    world.must({
      kind: "plan.proposed",
      by: "operator",
      room: "humanitarian",
      payload: {
        title: "First",
        plan: {
          engine: engine.name,
          version: engine.version,
          seed: 2,
          iterations: 300,
          inputs: inputsDigest(input),
          digest: planDigest(plan),
        },
      },
    });
    const bytes = JSON.stringify([...world.state("party-b").entries.values()].map(({ act }) => act));
    for (const { code } of [...given.sites, ...given.facilities]) expect(bytes).not.toContain(`"${code}"`);
    const seen = windowPlans(deskIn(world, "party-b"), undefined);
    expect(seen.proposed[0]).toMatchObject({ title: "First", plan: { digest: planDigest(plan) } });
    expect([seen.mayPropose, windowPlans(deskIn(world, "operator"), undefined).mayPropose]).toEqual([
      false,
      true,
    ]);
    expect(windowPlans(deskIn(world, "exchange-a"), undefined).proposed).toEqual([]);
  });

  it("[WN8] sites are taken from what an office reads: its own and no other's, and the operator's from both", () => {
    const world = World.opened();
    const report = (code: string, lon: number) => ({
      code,
      position: { lon, lat: 41_000_000, accuracyMetres: 20 },
      zone: "Z1",
      ground: "forest" as const,
      reportedAt: instantOf(world.now),
      validUntil: instantOf(world.now + 86_400_000),
      wounded: (["own", "adverse"] as const).map((whose) => ({
        precedence: "urgent_surgical" as const,
        carriage: "litter" as const,
        count: 2,
        whose,
        lastReport: instantOf(world.now - 3_600_000),
      })),
      remains: { low: 1, high: 3 },
      hazards: [],
    });
    for (const side of ["a", "b"] as const)
      world.must({
        kind: "site.reported",
        by: `party-${side}`,
        room: `sites-${side}`,
        payload: report(`At ${side}`, side === "a" ? 10_000_000 : 10_100_000),
      });
    const of = (office: "party-a" | "party-b" | "operator") => {
      const { state, now } = deskIn(world, office);
      return siteTables(sitesByExpiry(state, now), now);
    };
    expect(of("party-a").sites.split("\n")).toEqual([
      heads.sites.replace("c1", "urgent-litter"),
      "At-a,Z1,a,41,10,,,,,a,60,,2,3,a,",
      "At-a,Z1,a,41,10,,,,,b,60,,2,,,",
    ]);
    expect(of("party-b").sites).not.toContain("At-a");
    expect(of("operator").sites.split("\n")).toHaveLength(5);
    expect(of("operator").classes).toContain("urgent-litter,stretcher,,,");
    const swap = (text: string) => text.replaceAll(/\b[ab]\b/g, (one) => (one === "a" ? "b" : "a"));
    expect(swap(of("party-b").sites).replaceAll("10.1", "10")).toBe(of("party-a").sites);
    for (const code of ["Млин", "Сад"])
      world.must({
        kind: "site.reported",
        by: "party-a",
        room: "sites-a",
        payload: report(code, 10_200_000),
      });
    const kept = of("party-a")
      .sites.split("\n")
      .map((row) => row.split(",")[0]);
    expect(new Set(kept)).toEqual(new Set(["code", "At-a", "-", "-.2"])); // no two sites become one
  });
});
