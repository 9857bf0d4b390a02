import { availableParallelism, cpus, loadavg } from "node:os";
import { Worker } from "node:worker_threads";
import type { Case } from "./case/case.ts";
import {
  certifiedBound,
  check,
  type Family,
  generateCase,
  levels,
  openLineDay,
  type Plan,
  planExchange,
} from "./index.ts";
import { caseProgram } from "./testing/case-program.ts";
import { loadHighs } from "./testing/highs.ts";
import { avertedTerms, oracleHarm, oracleWorth } from "./testing/highs-oracle.ts";
import { middlingCase, smallCase } from "./testing/small-case.ts";

const seeds = (process.env.PARLEY_BENCH_SEEDS ?? "101,102,103,104,105").split(",").map(Number);
/** Seconds that the peer gets for one case. */
const peerSeconds = Number(process.env.PARLEY_BENCH_PEER_SECONDS ?? "60");

/** Times and gaps of all families, small cases against HiGHS at every level, and HiGHS as peer; answers are checked. */
export async function bench(): Promise<void> {
  const load = loadavg().map((one) => one.toFixed(1));
  startedAt = performance.now();
  say(
    `exchange: ${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, Node ${process.version}, load ${load.join(" ")}`,
  );
  const [first = 1] = seeds;
  planFamily("F1", seeds);
  planFamily("F2", seeds);
  planFamily("F3", [first]);
  planFamily("F3", [first], true);
  lineDay(seeds);
  await smallCases(200);
  await middlingCases(60);
  await peer("F1", first);
}

let startedAt = 0;

// Every line with what else the machine does, and how far the run is.
function say(line: string): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(`[${seconds} s, load ${loadavg()[0]?.toFixed(1)}] ${line}`);
}

function planFamily(family: Family, of: readonly number[], sites = false): void {
  const rows = of.map((seed) => {
    const given = generateCase(family, { seed, sites });
    const cpu = process.cpuUsage();
    const startedAt = performance.now();
    const plan = planExchange(given, { seed });
    const ms = performance.now() - startedAt;
    const used = process.cpuUsage(cpu);
    checkPlan(given, plan);
    const { value, bound } = plan.harmAverted;
    const returned = plan.levels.find(({ name }) => name === "returned");
    return {
      ms,
      cpu: (used.user + used.system) / 1000,
      harm: value / bound,
      returned: (returned?.value ?? 0) / (returned?.bound ?? 1),
    };
  });
  const line = (what: string, values: readonly number[], digits: number) => {
    const sorted = values.toSorted((x, y) => x - y);
    return `${what} ${sorted[0]?.toFixed(digits)} / ${sorted[sorted.length >> 1]?.toFixed(digits)} / ${sorted.at(-1)?.toFixed(digits)}`;
  };
  say(`${family}${sites ? " with sites" : ""}, ${of.length} seeds, least / median / most`);
  say(
    `  ${line(
      "ms",
      rows.map(({ ms }) => ms),
      0,
    )}   ${line(
      "cpu ms",
      rows.map(({ cpu }) => cpu),
      0,
    )}`,
  );
  say(
    `  ${line(
      "harm averted of the bound",
      rows.map(({ harm }) => harm),
      4,
    )}   ${line(
      "returned of the bound",
      rows.map((row) => row.returned),
      4,
    )}`,
  );
}

function checkPlan(given: Case, plan: Plan): void {
  const { violations, worth } = check(given, plan.tranches);
  if (violations.length > 0) fail(`a plan oversteps ${violations[0]?.constraint}`);
  const [harm] = plan.proof.filter(({ level }) => level === "harm");
  const proven = harm && certifiedBound(given, harm);
  if (proven !== plan.harmAverted.bound) fail("the prices prove another bound");
  for (const { name, value } of plan.levels)
    if (name !== "service" && value !== worth[name]) fail(`${name} is counted in two ways`);
}

function lineDay(of: readonly number[]): void {
  const whole: number[] = [];
  const single: number[] = [];
  for (const seed of of) {
    const given = generateCase("F4", { seed });
    const plan = planExchange(given, { seed });
    const today = plan.tranches[0];
    const going = new Set([...(today?.a ?? []), ...(today?.b ?? [])]);
    const absent = given.drill?.absent ?? [];
    for (let round = 0; round < 5; round++) {
      const startedAt = performance.now();
      const day = openLineDay(given, plan.tranches, 1, {
        unavailable: absent.filter((code) => !going.has(code)),
      });
      for (const code of absent) {
        if (!going.has(code)) continue;
        const from = performance.now();
        day.strike(code);
        single.push(performance.now() - from);
      }
      const { a, b } = day.repaired();
      whole.push(performance.now() - startedAt);
      const tranches = plan.tranches.map((one) => (one.tranche === 1 ? { ...one, a, b } : one));
      if (check(given, tranches).violations.length > 0) fail("a repaired day oversteps a limit");
    }
  }
  const said = (values: number[]) => {
    const sorted = values.sort((x, y) => x - y);
    return `median ${sorted[sorted.length >> 1]?.toFixed(2)} ms, most ${sorted.at(-1)?.toFixed(2)} ms`;
  };
  say(
    `F4, ${of.length} seeds: all absences of a day with opening it: ${said(whole)}; one absence: ${said(single)}`,
  );
}

async function smallCases(count: number): Promise<void> {
  const highs = await loadHighs();
  let [own, others, plans] = [0, 0, 0];
  for (let seed = 1; seed <= count; seed++) {
    const given = smallCase(100_000 + seed, 13);
    let from = performance.now();
    const oracle = oracleWorth(highs, given);
    others += performance.now() - from;
    from = performance.now();
    if (!oracle) continue; // its locks leave no plan
    const plan = planExchange(given, { seed });
    own += performance.now() - from;
    plans++;
    const { worth } = check(given, plan.tranches);
    for (const name of levels) {
      if (name === "change") continue;
      const [ours, theirs] =
        name === "service" ? [worth.service.join(), oracle.service.join()] : [worth[name], oracle[name]];
      const near =
        name === "service" &&
        worth.service.every((share, g) => Math.abs(share - (oracle.service[g] ?? -1)) < 1e-9);
      if (ours !== theirs && !near) fail(`small case ${seed}: ${name} is ${ours}, and by HiGHS ${theirs}`);
    }
  }
  say(
    `small cases: ${plans} equal to HiGHS at every level; ${(own / plans).toFixed(1)} ms a case, HiGHS ${(others / plans).toFixed(1)} ms`,
  );
}

async function middlingCases(count: number): Promise<void> {
  const highs = await loadHighs();
  let [own, others, plans, equal, least] = [0, 0, 0, 0, 1];
  for (let seed = 1; seed <= count; seed++) {
    const given = middlingCase(200_000 + seed);
    let from = performance.now();
    const oracle = oracleHarm(highs, given);
    others += performance.now() - from;
    if (!oracle) continue;
    from = performance.now();
    const plan = planExchange(given, { seed });
    own += performance.now() - from;
    plans++;
    const { value } = plan.harmAverted;
    const covering = given.categories.flatMap(({ code, parity }) => (parity.kind === "coverage" ? code : []));
    const going = new Set(plan.tranches.flatMap(({ a, b }) => [...a, ...b]));
    const covered = given.persons.filter(
      ({ code, categories = [] }) => going.has(code) && categories.some((one) => covering.includes(one)),
    ).length;
    if (covered > oracle.covered || (covered === oracle.covered && value > oracle.averted))
      fail(`middling case ${seed} is better than HiGHS's optimum`);
    if (covered === oracle.covered && value === oracle.averted) equal++;
    else least = Math.min(least, covered < oracle.covered ? 0 : value / oracle.averted);
  }
  say(
    `middling cases: ${equal} of ${plans} equal to HiGHS in coverage and harm, least ${least.toFixed(4)} of it; ${(own / plans).toFixed(0)} ms a case, HiGHS for these two levels ${(others / plans).toFixed(0)} ms`,
  );
}

async function peer(family: Family, seed: number): Promise<void> {
  const given = generateCase(family, { seed });
  const { program, batches } = caseProgram(given, "class");
  const text = program.text(
    "Maximize",
    batches.flatMap((batch) => avertedTerms(given, batch)),
  );
  const startedAt = performance.now();
  const answer = await solveApart(text, peerSeconds);
  const seconds = (performance.now() - startedAt) / 1000;
  const plan = planExchange(given, { seed });
  const bound = plan.harmAverted.bound;
  const said =
    answer === undefined || !Number.isFinite(answer.value) || answer.value === 0
      ? "no plan"
      : `${answer.value} (${(answer.value / bound).toFixed(4)} of the bound)`;
  say(
    `peer, ${family} seed ${seed}, harm averted alone: HiGHS 1.15.3 by class ${said} in ${seconds.toFixed(0)} s (${answer?.status ?? "ended"}); ours ${plan.harmAverted.value} (${(plan.harmAverted.value / bound).toFixed(4)})`,
  );
}

// Ends the solver by the wall clock, half as much again after its own limit.
async function solveApart(
  text: string,
  seconds: number,
): Promise<{ status: string; value: number } | undefined> {
  const worker = new Worker(new URL("./testing/highs-worker.ts", import.meta.url), {
    workerData: { text, seconds },
  });
  const clock = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => clock.resolve(undefined), seconds * 1500);
  const answer = new Promise<{ status: string; value: number } | undefined>((resolve) => {
    worker.on("message", resolve);
    worker.on("error", () => resolve(undefined)); // out of its two gigabytes: there is no plan
  });
  const first = await Promise.race([clock.promise, answer]);
  clearTimeout(timer);
  await worker.terminate();
  return first;
}

function fail(why: string): never {
  throw new Error(`The bench stops: ${why}.`);
}
