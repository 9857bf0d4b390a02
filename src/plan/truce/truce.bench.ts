import { availableParallelism, cpus, loadavg } from "node:os";
import {
  checkTruce,
  generateTruce,
  planTruce,
  replanTruce,
  type TeamPlan,
  type TruceCase,
  type TruceEvent,
  type TrucePlan,
} from "../index.ts";
import { mostLives } from "./testing/brute-truce.ts";
import { greedyTruce } from "./testing/greedy-truce.ts";
import { enumerableTruce } from "./testing/tiny-truce.ts";

const seeds = (process.env.PARLEY_BENCH_SEEDS ?? "101,102,103,104,105,106,107,108,109,110")
  .split(",")
  .map(Number);

/** Lives, remains and gaps on generated cases, with greedy rules as peers; small ones against all plans; replans. */
export async function bench(): Promise<void> {
  const load = loadavg().map((one) => one.toFixed(1));
  console.log(
    `truce: ${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, Node ${process.version}, load ${load.join(" ")}`,
  );
  small(200);
  for (const [sites, teams] of [
    [20, 6],
    [60, 8],
  ] as const)
    planned(sites, teams);
  replanned();
}

function small(count: number): void {
  let equal = 0;
  for (let seed = 1001; seed <= 1000 + count; seed++) {
    const given = enumerableTruce(seed);
    const plan = planTruce(given, { iterations: 300, boundRounds: 30, explain: false });
    const most = mostLives(given);
    const { value = 0, bound = 0 } = plan.levels[0] ?? {};
    if (value > most || bound < most) fail(`small case ${seed}: ${value}, ${most}, ${bound}`);
    if (value === most) equal++;
  }
  console.log(`small cases: ${equal} of ${count} equal to the best of all plans, no bound below it`);
}

function planned(sites: number, teams: number): void {
  const rows = seeds.map((seed) => {
    const given = generateTruce({ seed, sites, teams });
    const clock = cpuClock();
    const plan = planTruce(given, { seed, explain: false });
    const seconds = clock();
    judge(given, plan.teams);
    const [lives, remains] = plan.levels;
    const peer = (rule: "nearest" | "most_urgent") => {
      const plans = greedyTruce(given, rule);
      judge(given, plans);
      return checkTruce(given, plans).worth.lives / (lives?.value ?? 1);
    };
    return {
      seconds,
      gap: (lives?.gap ?? 0) / 1e4,
      gapRemains: (remains?.gap ?? 0) / 1e4,
      nearest: peer("nearest"),
      urgent: peer("most_urgent"),
    };
  });
  const said = (what: string, of: (row: (typeof rows)[number]) => number) => {
    const sorted = rows.map(of).sort((x, y) => x - y);
    return `${what} ${sorted[0]?.toFixed(2)} / ${sorted[sorted.length >> 1]?.toFixed(2)} / ${sorted.at(-1)?.toFixed(2)}`;
  };
  console.log(`${sites} sites, ${teams} teams, ${rows.length} seeds, least / median / most`);
  console.log(
    `  ${said("CPU s", ({ seconds }) => seconds)}   ${said("gap of lives, %", ({ gap }) => gap)}   ${said("of remains, %", ({ gapRemains }) => gapRemains)}`,
  );
  console.log(
    `  peers, lives of ours: ${said("nearest first", ({ nearest }) => nearest)}   ${said("most urgent first", ({ urgent }) => urgent)}`,
  );
}

function replanned(): void {
  const given = generateTruce({ seed: 1, sites: 200, teams: 20 });
  const { teams } = planTruce(given, { iterations: 2000, boundRounds: 0, explain: false });
  const event: TruceEvent = {
    format: "parley-plan-event/1",
    at: 240,
    announced: 30,
    changes: [{ kind: "team_lost", team: "M1" }],
  };
  const quick = { boundRounds: 0, explain: false } as const;
  const timed = (run: () => { case: TruceCase; plan: TrucePlan }) => {
    const clock = cpuClock();
    const { case: after, plan } = run();
    judge(after, plan.teams);
    return { seconds: clock(), lives: plan.levels[0]?.value ?? 0 };
  };
  const spent = (seconds: number) => {
    const clock = cpuClock();
    return () => clock() / seconds;
  };
  const first = timed(() => replanTruce(given, teams, event, { ...quick, iterations: 0 }));
  const second = timed(() => replanTruce(given, teams, event, { ...quick, spent: spent(1) }));
  const last = timed(() => replanTruce(given, teams, event, { ...quick, spent: spent(30) }));
  console.log(
    `replan, 200 sites, 20 teams: first plan in ${(first.seconds * 1000).toFixed(0)} ms CPU with ${(first.lives / last.lives).toFixed(4)} of what 30 s reach; after 1 s ${(second.lives / last.lives).toFixed(4)}`,
  );
}

function judge(given: TruceCase, plans: readonly TeamPlan[]): void {
  const [wrong] = checkTruce(given, plans).violations;
  if (wrong) fail(`a plan oversteps ${wrong.constraint} at ${wrong.where}`);
}

function cpuClock(): () => number {
  const from = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1e6;
  };
}

function fail(why: string): never {
  throw new Error(`The bench stops: ${why}.`);
}
