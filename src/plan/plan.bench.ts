import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { boundOf, checkToptw, planOrienteering, readToptw } from "./index.ts";

const data = join(
  process.env.PARLEY_BENCH_DATA ?? join(import.meta.dirname, "../../../shared/bench"),
  "plan",
);
const seeds = (process.env.PARLEY_BENCH_SEEDS ?? "1").split(",").map(Number);
/** Every case at every time, instead of a part of them at ten seconds. */
const isFull = process.env.PARLEY_BENCH_FULL === "1";
/** One case in so many, for a first look. */
const oneIn = Number(process.env.PARLEY_BENCH_ONE_IN ?? "1");
const vroom = process.env.PARLEY_BENCH_VROOM ?? "vroom";

type Case = {
  readonly name: string;
  readonly teams: number;
  readonly best: number;
  /** `memory`: remembered from the literature, and no measure for a claim. */
  readonly source: string;
  readonly text: string;
};
type Row = Case & { readonly value: number; readonly seconds: number };

/** Team orienteering against the best known values, by family and teams; routes are judged by the second opinion. */
export async function bench(): Promise<void> {
  const load = loadavg().map((one) => one.toFixed(1));
  console.log(
    `plan: ${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, Node ${process.version}, load ${load.join(" ")}, seeds ${seeds.join(" ")}`,
  );
  const cases = readCases().filter((_, n) => n % oneIn === oneIn >> 1);
  if (cases.length === 0) return;
  const families = [
    { name: "s", cases: cases.filter(({ name }) => !name.startsWith("pr")), times: [0.1, 1] },
    { name: "pr", cases: cases.filter(({ name }) => name.startsWith("pr")), times: [1, 10] },
  ];
  for (const family of families)
    for (const seconds of family.times) {
      const taken =
        seconds < 10 || isFull ? family.cases : family.cases.filter((_, n) => n % 4 === (n >> 2) % 4);
      const rows = seeds.flatMap((seed) => taken.map((one) => planned(one, seconds, seed)));
      say(`${family.name}, ${seconds} CPU s`, rows);
    }
  bounds(cases);
  const peer = families.map(({ name, cases: all }) => ({
    name,
    rows: all.flatMap((one) => byVroom(one) ?? []),
  }));
  if (peer.every(({ rows }) => rows.length === 0)) console.log("VROOM is not in PATH: not measured");
  else for (const { name, rows } of peer) say(`${name}, VROOM -x 5 -t 1, its own ms`, rows);
}

function readCases(): Case[] {
  const list = join(data, "best-known.csv");
  if (!existsSync(list)) {
    console.log(`No best-known.csv in ${data}: not measured. PARLEY_BENCH_DATA names the folder above.`);
    return [];
  }
  const missing = new Set<string>();
  const cases = readFileSync(list, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .flatMap((line) => {
      const [name = "", teams = "", best = "", source = ""] = line.trim().split(",");
      const file = join(data, "toptw", `${name}.txt`);
      if (!existsSync(file)) missing.add(name);
      else
        return [{ name, teams: Number(teams), best: Number(best), source, text: readFileSync(file, "utf8") }];
      return [];
    });
  if (missing.size > 0) console.log(`missing: ${[...missing].join(" ")}`);
  return cases;
}

function planned(one: Case, seconds: number, seed: number): Row {
  const { given, labels } = readToptw(one.text, one.teams);
  const clock = cpuClock();
  const found = planOrienteering(given, { seed, shareAt: paceOf(seconds, clock) });
  const used = clock();
  judge(one, found.routes, labels, found.value);
  return { ...one, value: found.value, seconds: used };
}

function judge(
  one: Case,
  routes: readonly (readonly number[])[],
  labels: readonly number[],
  value: number,
): void {
  const named = routes.map((route) => route.map((site) => labels[site] ?? -1));
  const judged = checkToptw(one.text, one.teams, named);
  if (judged.faults.length > 0 || judged.value !== value)
    throw new Error(`The bench stops: a plan of ${one.name} for ${one.teams} does not stand up.`);
}

/** CPU seconds of this thread from here on. */
function cpuClock(): () => number {
  const from = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(from);
    return (user + system) / 1e6;
  };
}

/** The share of the time that is used, looked up every sixteenth iteration. */
function paceOf(seconds: number, clock: () => number): (iteration: number) => number {
  let share = 0;
  return (iteration) => {
    if (iteration % 16 === 0) share = clock() / seconds;
    return share;
  };
}

function say(what: string, rows: readonly Row[]): void {
  const mean = (of: readonly Row[]) => of.reduce((sum, row) => sum + gapOf(row), 0) / Math.max(1, of.length);
  const hits = (of: readonly Row[]) => of.filter((row) => row.value >= row.best).length;
  const seconds = rows.reduce((sum, row) => sum + row.seconds, 0) / Math.max(1, rows.length);
  const parts = [...Map.groupBy(rows, ({ teams }) => teams)]
    .sort(([a], [b]) => a - b)
    .map(([teams, of]) => `m=${teams} ${mean(of).toFixed(2)} % (${hits(of)}/${of.length})`);
  console.log(
    `${what}: mean gap ${mean(rows).toFixed(3)} % of ${rows.length} in ${seconds.toFixed(2)} s; ${parts.join(", ")}`,
  );
  const remembered = rows.filter(({ source }) => source === "memory");
  const sourced = rows.filter(({ source }) => source !== "memory");
  if (remembered.length > 0)
    console.log(
      `  against sourced values ${mean(sourced).toFixed(3)} % of ${sourced.length}; against remembered ones, indicative alone, ${mean(remembered).toFixed(3)} % of ${remembered.length}`,
    );
}

function gapOf({ best, value }: Row): number {
  return (100 * (best - value)) / best;
}

/** How far the bound proves the plan, on every eighth case: 1 CPU s of search and up to 5 of bound. */
function bounds(cases: readonly Case[]): void {
  const rows = cases
    .filter((_, n) => n % 8 === 1)
    .map((one) => {
      const { given } = readToptw(one.text, one.teams);
      const clock = cpuClock();
      const { routes, value } = planOrienteering(given, { seed: 1, shareAt: paceOf(1, clock) });
      const from = clock();
      const bound = boundOf(given, {
        routes,
        value,
        labels: Number.POSITIVE_INFINITY,
        isOver: () => clock() - from > 5,
      });
      if (bound < value || (bound < one.best && one.source !== "memory"))
        throw new Error(`The bench stops: the bound of ${one.name} for ${one.teams} is below a plan.`);
      return { gap: (100 * (bound - value)) / bound, seconds: clock() - from };
    });
  const proven = rows.filter(({ gap }) => gap === 0).length;
  const mean = (of: (row: { gap: number; seconds: number }) => number) =>
    rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  console.log(
    `bound: ${proven} of ${rows.length} proven to be the best, ${rows.filter(({ gap }) => gap <= 2).length} within 2 %; mean gap ${mean(({ gap }) => gap).toFixed(2)} % in ${mean(({ seconds }) => seconds).toFixed(1)} s`,
  );
}

// VROOM ranks by sums of priorities, which take the place of prizes.
function byVroom(one: Case): Row | undefined {
  const { given, labels } = readToptw(one.text, one.teams);
  const { size, travel, service, prize, open, close } = given;
  const window = (i: number) => [[open[i] ?? 0, close[i] ?? 0]];
  const problem = {
    vehicles: Array.from({ length: one.teams }, (_, id) => ({
      id,
      start_index: 0,
      end_index: 0,
      time_window: [open[0], close[0]],
    })),
    jobs: Array.from({ length: size - 1 }, (_, k) => ({
      id: k + 1,
      location_index: k + 1,
      service: service[k + 1],
      priority: prize[k + 1],
      time_windows: window(k + 1),
    })),
    matrices: {
      car: {
        durations: Array.from({ length: size }, (_, i) =>
          Array.from(travel.subarray(i * size, (i + 1) * size)),
        ),
      },
    },
  };
  const folder = mkdtempSync(join(tmpdir(), "parley-vroom-"));
  try {
    const file = join(folder, "case.json");
    writeFileSync(file, JSON.stringify(problem));
    const { status, stdout } = spawnSync(vroom, ["-x", "5", "-t", "1", "-i", file], { encoding: "utf8" });
    if (status !== 0) return undefined;
    const answer: {
      summary: { computing_times: Record<string, number> };
      routes: { steps: { type: string; id: number }[] }[];
    } = JSON.parse(stdout);
    const routes = answer.routes.map(({ steps }) =>
      steps.flatMap(({ type, id }) => (type === "job" ? [id] : [])),
    );
    const value = routes.flat().reduce((sum, site) => sum + (prize[site] ?? 0), 0);
    judge(one, routes, labels, value);
    const ms = Object.values(answer.summary.computing_times).reduce((sum, each) => sum + each, 0);
    return { ...one, value, seconds: ms / 1000 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
