import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Case, certifiedBound, check, type Plan, type Repair, type Why } from "#exchange";
import { tinyCase } from "../../exchange/testing/tiny-case.ts";
import { data, run, temporaryFolder } from "../testing/run.ts";

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);
const read = <T>(name: string): T => JSON.parse(readFileSync(at(name), "utf8")) as T; // written by the command itself

beforeAll(async () => {
  for (const family of ["F1", "F4"])
    await data("exchange", "generate", "--family", family, "--seed", "4", "--out", at(`${family}.json`));
  await data("exchange", "plan", at("F4.json"), "--out", at("F4.plan.json"));
  writeFileSync(at("tiny.json"), JSON.stringify(tinyCase({ a: 3, b: 2 })));
});

describe("parley exchange", () => {
  it("[CM35] plan prints one JSON value: a plan within all limits, with bounds that its prices prove", async () => {
    const plan = await data<Plan>("exchange", "plan", at("F1.json"), "--seed", "3");
    const given = read<Case>("F1.json");
    expect(check(given, plan.tranches).violations).toEqual([]);
    const harm = plan.proof.filter(({ level }) => level === "harm");
    expect(harm.reduce((sum, one) => sum + certifiedBound(given, one), 0)).toBe(plan.harmAverted.bound);
    expect(plan.harmAverted.value / plan.harmAverted.bound).toBeGreaterThan(0.98);
  });

  it("[CM35] plan says in four languages what it plans, how far it is from the bound, and what parity costs", async () => {
    for (const [language, words] of [
      ["en", "no plan is better"],
      ["uk", "кращого плану немає"],
      ["ru", "лучшего плана нет"],
      ["tr", "daha iyi plan yoktur"],
    ] as const) {
      const { code, out, err } = await run("exchange", "plan", at("tiny.json"), "--lang", language);
      expect(code, err).toBe(0);
      expect(out).toContain(words);
    }
  });

  it("[CM36] --why answers for every tranche", async () => {
    const { tranches } = read<Plan>("F4.plan.json");
    const goes = new Set(tranches.flatMap(({ a, b }) => [...a, ...b]));
    const staying =
      read<Case>("F4.json").persons.find(({ code, barred }) => !goes.has(code) && !barred)?.code ?? "";
    const { why } = await data<{ why: Why }>("exchange", "plan", at("F4.json"), "--why", staying);
    expect(why.goes).toBeNull();
    expect(why.answers.every(({ because }) => because.length > 0)).toBe(true);
    const { out } = await run("exchange", "plan", at("F4.json"), "--why", staying, "--lang", "tr");
    expect(out).toContain("hiçbir aşamada değil");
    const unknown = await run("exchange", "plan", at("F4.json"), "--why", "nobody", "--json");
    expect(JSON.parse(unknown.err).code).toBe("exchange.unknown_person");
  });

  it("[CM37] an office of a party sees its own view alone, and the host the whole plan", async () => {
    const view = await run("exchange", "plan", at("tiny.json"), "--as", "party-a", "--json");
    expect(JSON.parse(view.out)).toMatchObject({ format: "parley-exchange-view/1", side: "a" });
    expect(view.out).not.toMatch(/"(levels|proof|parityPrice|harmAverted)"/);
    expect(await data("exchange", "plan", at("tiny.json"), "--as", "host")).toMatchObject({
      format: "parley-exchange-plan/1",
    });
    for (const { code, to } of read<Case>("tiny.json").persons.slice(2, 4)) {
      const asked = await run(
        "exchange",
        "plan",
        at("tiny.json"),
        "--as",
        "party-a",
        "--why",
        code,
        "--json",
      );
      if (to === "a") expect(JSON.parse(asked.out).why.person).toBe(code);
      else expect(JSON.parse(asked.err).code).toBe("exchange.unknown_person");
    }
    expect((await run("exchange", "plan", at("tiny.json"), "--as", "press")).code).toBe(2);
  });

  it("[CM38] --previous keeps to the last plan; repair finds who goes instead on the day", async () => {
    const again = await data<Plan>("exchange", "plan", at("F4.json"), "--previous", at("F4.plan.json"));
    expect(again.levels.find(({ name }) => name === "change")?.value).toBeLessThan(40);
    const first = read<Plan>("F4.plan.json").tranches[0];
    const kept = await data<Plan>(
      "exchange",
      "plan",
      at("F4.json"),
      "--previous",
      at("F4.plan.json"),
      "--keep",
      "1",
    );
    expect([kept.tranches[0]?.a.toSorted(), kept.tranches[0]?.b.toSorted()]).toEqual([
      first?.a.toSorted(),
      first?.b.toSorted(),
    ]);
    expect((await run("exchange", "plan", at("F4.json"), "--keep", "1")).code).toBe(2);
    const { repair, tranches } = await data<{
      repair: Repair & { violations: unknown[] };
      tranches: Plan["tranches"];
    }>("exchange", "repair", at("F4.json"), at("F4.plan.json"));
    const given = read<Case>("F4.json");
    expect(repair.substitutions.length).toBeGreaterThan(0);
    expect(check(given, tranches).violations).toEqual([]);
    const absent = new Set(given.drill?.absent);
    expect([...repair.a, ...repair.b].filter((code) => absent.has(code))).toEqual([]);
    const { out } = await run("exchange", "repair", at("F4.json"), at("F4.plan.json"));
    expect(out).toContain("goes instead");
  });

  it("[CM39] --seconds ends the search in time, and Ctrl-C with the best plan so far", async () => {
    const plan = await data<Plan>("exchange", "plan", at("F1.json"), "--seconds", "0.05");
    expect(plan.stopped).toBe(true);
    expect(check(read<Case>("F1.json"), plan.tranches).violations).toEqual([]);
    const parley = join(import.meta.dirname, "../../../parley");
    const child = spawn(parley, ["exchange", "plan", at("F1.json"), "--seconds", "600", "--json"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    setTimeout(() => child.kill("SIGINT"), 4000);
    const [code] = await once(child, "close");
    expect(code).toBe(0);
    expect(check(read<Case>("F1.json"), (JSON.parse(text) as Plan).tranches).violations).toEqual([]); // what plan prints
  });

  it("[CM40] what cannot be read or contradicts itself is refused with its place", async () => {
    const refusalOf = async (name: string, ...flags: string[]) => {
      const { code, out, err } = await run("exchange", "plan", at(name), "--json", ...flags);
      expect([code, out]).toEqual([1, ""]);
      const { code: problem, detail } = JSON.parse(err);
      return `${problem} ${detail}`;
    };
    const given = read<Case>("F4.json");
    const write = (name: string, value: unknown) => writeFileSync(at(name), JSON.stringify(value));
    writeFileSync(at("broken.json"), "{");
    write("named.json", { ...given, persons: given.persons.map((one) => ({ ...one, name: "Somebody" })) });
    write("spaced.json", { ...given, persons: [{ ...given.persons[0], code: "Some Body" }] });
    write("twice.json", { ...given, persons: [...given.persons, given.persons[0]] });
    expect(await refusalOf("missing.json")).toMatch(/^exchange\.unreadable .*missing\.json/);
    expect(await refusalOf("broken.json")).toMatch(/^exchange\.unreadable/);
    expect(await refusalOf("named.json")).toMatch(/^exchange\.unreadable .*persons\.0/);
    expect(await refusalOf("spaced.json")).toMatch(/^exchange\.unreadable .*persons\.0\.code/);
    expect(await refusalOf("twice.json")).toMatch(/^exchange\.contradictory persons\.840/);
    for (const flags of [
      ["--seed", "x"],
      ["--seconds", "0"],
    ])
      expect((await run("exchange", "plan", at("F4.json"), ...flags)).code).toBe(2);
    expect((await run("exchange", "generate", "--family", "F9")).code).toBe(2);
  });
});
