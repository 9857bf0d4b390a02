import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkToptw } from "#plan";
import { inventedToptw, shapes } from "../../plan/orienteering/testing/invented.ts";
import { data, run, temporaryFolder } from "../testing/run.ts";

type Printed = {
  value: number;
  bound: number | null;
  gap: number | null;
  proven: boolean;
  routes: number[][];
  iterations: number;
  stopped: boolean;
};

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);
const text = inventedToptw({ ...shapes.r2, seed: 4, sites: 30 });
const plan = (...flags: string[]) => ["plan", at("case.txt"), "--format", "toptw", "--teams", "2", ...flags];

beforeAll(() => {
  writeFileSync(at("case.txt"), text);
});

describe("parley plan --format toptw", () => {
  it("[CM42] prints one JSON value: routes that stand up to the second opinion, their value, and a bound on request", async () => {
    const printed = await data<Printed>(...plan("--iterations", "500", "--bound"));
    expect(checkToptw(text, 2, printed.routes)).toEqual({ value: printed.value, faults: [] });
    expect(printed.bound).toBeGreaterThanOrEqual(printed.value);
    expect(printed.gap).toBeCloseTo(((printed.bound ?? 0) - printed.value) / (printed.bound ?? 1));
    expect(printed.proven).toBe(printed.bound === printed.value);
    const without = await data<Printed>(...plan("--iterations", "500"));
    expect(without).toMatchObject({
      routes: printed.routes,
      bound: null,
      gap: null,
      proven: false,
      stopped: false,
    });
  });

  it("[CM42] prints the same bytes for the same number of iterations, and says the plan in four languages", async () => {
    const one = await run(...plan("--iterations", "300", "--seed", "7", "--json"));
    expect(await run(...plan("--iterations", "300", "--seed", "7", "--json"))).toEqual(one);
    for (const [language, words] of [
      ["en", "Team 1:"],
      ["uk", "Група 1:"],
      ["ru", "Группа 1:"],
      ["tr", "Ekip 1:"],
    ] as const) {
      const { code, out } = await run(...plan("--iterations", "50", "--lang", language));
      expect(code).toBe(0);
      expect(out).toContain(words);
    }
  });

  it("[CM43] ends in time, and at once with the best plan so far when it is told to", async () => {
    const short = await data<Printed>(...plan("--seconds", "0.05"));
    expect(short.stopped).toBe(false);
    const child = spawn(
      join(import.meta.dirname, "../../../parley"),
      plan("--seconds", "3600", "--bound", "--json"),
    );
    const out: string[] = [];
    child.stdout.setEncoding("utf8").on("data", (part: string) => out.push(part));
    setTimeout(() => child.kill("SIGINT"), 4_000);
    const [code] = await once(child, "close");
    expect(code).toBe(0);
    const printed = JSON.parse(out.join("")) as Printed; // written by the command itself
    expect(printed.stopped).toBe(true);
    expect(checkToptw(text, 2, printed.routes)).toEqual({ value: printed.value, faults: [] });
  });

  it("[CM44] a file that is no instance, and flags that make no sense, are refused with the line and the reason", async () => {
    writeFileSync(
      at("bad.txt"),
      "1 1 2 1\n0 0\n0 0 0 0 0 0 0 0 50\n1 1 1 one 1 1 1 1 0 50\n2 1 1 1 1 1 1 1 0 50\n",
    );
    const bad = await run("plan", at("bad.txt"), "--format", "toptw", "--teams", "1", "--json");
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.err)).toMatchObject({ code: "plan.instance_unreadable", details: { line: 4 } });
    const said = await run("plan", at("bad.txt"), "--format", "toptw", "--teams", "1", "--lang", "uk");
    expect(said.err).toContain("Рядок 4: Поле не є числом.");
    for (const flags of [
      ["--teams", "0"],
      ["--teams", "21"],
      ["--teams", "2", "--seconds", "1", "--iterations", "1"],
      ["--teams", "2", "--seed", "-1"],
    ])
      expect((await run("plan", at("case.txt"), "--format", "toptw", ...flags)).code).toBe(2);
    expect((await run("plan", at("nothing.txt"), "--format", "toptw", "--teams", "1")).code).toBe(1);
  });
});
