import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { beforeAll, describe, expect, it } from "vitest";
import { checkTruce, type TermValue, type TruceCase, type TrucePlan } from "#plan";
import { data, run, temporaryFolder } from "../testing/run.ts";

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);
let given: TruceCase;

beforeAll(async () => {
  const made = await run("plan", "generate", "--seed", "5", "--sites", "12", "--teams", "6");
  given = JSON.parse(made.out) as TruceCase; // written by the command itself
  writeFileSync(at("case.json"), made.out);
});

describe("parley plan, of a truce", () => {
  it("[PL35] prints one JSON value: a plan that the evaluator finds nothing against, the same each time", async () => {
    const plan = await data<TrucePlan>("plan", at("case.json"), "--iterations", "60");
    expect(checkTruce(given, plan.teams).violations).toEqual([]);
    expect(await data("plan", at("case.json"), "--iterations", "60")).toEqual(plan);
    for (const { value, bound, name } of plan.levels)
      if (name !== "change") expect(bound).toBeGreaterThanOrEqual(value);
  });

  it("[PL35] a case on standard input is the same case", async () => {
    const parley = join(import.meta.dirname, "../../../parley");
    const child = spawn(parley, ["plan", "-", "--iterations", "20", "--json"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    child.stdin.end(JSON.stringify(given));
    const plan = JSON.parse(await text(child.stdout)) as TrucePlan; // the command printed it
    expect(plan).toEqual(await data<TrucePlan>("plan", at("case.json"), "--iterations", "20"));
  });

  it("[PL35] goes on after an event, and says in words what it plans", async () => {
    await data("plan", at("case.json"), "--iterations", "60", "--out", at("plan.json"));
    const event = { format: "parley-plan-event/1", at: 120, changes: [{ kind: "team_lost", team: "M1" }] };
    writeFileSync(at("event.json"), JSON.stringify(event));
    const again = [
      "plan",
      "replan",
      at("case.json"),
      at("event.json"),
      "--plan",
      at("plan.json"),
      "--iterations",
      "20",
    ];
    const { case: after, plan } = await data<{ case: TruceCase; plan: TrucePlan }>(...again);
    expect(checkTruce(after, plan.teams).violations).toEqual([]);
    const { values } = await data<{ values: TermValue[] }>(
      "plan",
      at("case.json"),
      "--iterations",
      "20",
      "--values",
    );
    expect(values.map(({ term }) => term)).toContain("last_hour");
    for (const [language, words] of [
      ["en", "no plan saves more"],
      ["tr", "hiçbir plan"],
    ] as const)
      expect((await run(...again, "--lang", language)).out).toContain(words);
  });

  it("[PL40] a case says where its plane lies, and the plan is the same wherever that is", async () => {
    const made = await data<TruceCase>(
      "plan",
      "generate",
      "--sites",
      "4",
      "--teams",
      "3",
      "--anchor",
      "-30,41.25",
    );
    expect(made.anchor).toEqual({ lon: -30, lat: 41.25 });
    const { anchor: _, ...elsewhere } = made;
    writeFileSync(at("there.json"), JSON.stringify(made));
    writeFileSync(at("nowhere.json"), JSON.stringify(elsewhere));
    const plan = (name: string) => data("plan", at(name), "--iterations", "30");
    expect(await plan("there.json")).toEqual(await plan("nowhere.json"));
    for (const wrong of ["x,1", "1", "1,2,3", "181,1", "1,86", "1.1234567,1", ","])
      expect((await run("plan", "generate", "--anchor", wrong)).code).toBe(2);
  });

  it("[PL37] Ctrl-C ends the search with the best plan so far, and the plan says so", async () => {
    const parley = join(import.meta.dirname, "../../../parley");
    const child = spawn(parley, ["plan", at("case.json"), "--seconds", "600", "--out", at("stopped.json")]);
    const out: string[] = [];
    child.stdout.setEncoding("utf8").on("data", (part: string) => out.push(part));
    setTimeout(() => child.kill("SIGINT"), 4_000);
    const [code] = await once(child, "close");
    expect(code).toBe(0);
    expect(out.join("")).toContain("ended early");
    const plan = JSON.parse(readFileSync(at("stopped.json"), "utf8")) as TrucePlan; // the command wrote it
    expect(plan.stopped).toBe(true);
    expect(checkTruce(given, plan.teams).violations).toEqual([]);
  });

  it("[PL20] [PL35] refuses what is not in its form, a name among it, and names the place", async () => {
    const [first] = given.sites;
    writeFileSync(at("named.json"), JSON.stringify({ ...given, sites: [{ ...first, code: "A. Name" }] }));
    const named = await run("plan", at("named.json"), "--json");
    expect(JSON.parse(named.err)).toMatchObject({ code: "plan.unreadable" });
    expect(named.err).toContain("sites.0.code");
    writeFileSync(at("zone.json"), JSON.stringify({ ...given, sites: [{ ...first, zone: "Z99" }] }));
    const zone = await run("plan", at("zone.json"), "--json");
    expect(JSON.parse(zone.err)).toMatchObject({
      code: "plan.contradictory",
      details: { path: "sites.0.zone" },
    });
  });

  it("[CM60] writes a sheet for each team that goes anywhere, and refuses a cover with what is of no sheet", async () => {
    const cover = { on: "2026-12-14", hotline: "+000 1", contacts: { Ha1: "+000 2" } };
    writeFileSync(at("cover.json"), JSON.stringify(cover));
    const packs = (name: string, ...more: string[]) =>
      run("plan", at("case.json"), "--iterations", "30", "--packs", at(name), ...more);
    const made = await packs("packs", "--cover", at("cover.json"), "--lang", "uk", "--beside", "tr");
    expect(made.code, made.err).toBe(0);
    const plan = await data<TrucePlan>("plan", at("case.json"), "--iterations", "30");
    const going = plan.teams.filter(({ stops }) => stops.length > 0);
    expect(readdirSync(at("packs")).toSorted()).toEqual(
      going.map(({ team }) => `team-${team}.pdf`).toSorted(),
    );
    for (const name of readdirSync(at("packs")))
      expect(
        readFileSync(join(at("packs"), name))
          .subarray(0, 5)
          .toString(),
      ).toBe("%PDF-");
    writeFileSync(at("cover.json"), JSON.stringify({ ...cover, sites: given.sites }));
    const wrong = await packs("none", "--cover", at("cover.json"));
    expect(wrong.err).toContain("cover");
    expect(existsSync(at("none"))).toBe(false);
  });
});
