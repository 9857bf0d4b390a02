import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { inventedLists } from "#match/testing";

const root = join(import.meta.dirname, "../../..");
const data = join(process.env.PARLEY_BENCH_DATA ?? join(root, "../shared/bench"), "match");
const folder = mkdtempSync(join(tmpdir(), "parley-match-bench-"));

/** A set of the benchmark: its lists, what is left out of it, and the least that is wanted of it. */
type Set = {
  readonly name: string;
  readonly lists: readonly string[];
  readonly truth: string;
  readonly leave?: readonly string[];
  readonly f1?: number;
  readonly perTenThousand?: number;
};

const between = (name: string, lists: readonly string[]): Pick<Set, "name" | "lists" | "truth"> => ({
  name,
  lists: lists.map((list) => `lists/${name}/${list}.csv.gz`),
  truth: `lists/${name}/truth.csv.gz`,
});
const sets: readonly Set[] = [
  {
    name: "febrl4",
    lists: ["febrl4a.csv", "febrl4b.csv"],
    truth: "febrl4-truth.csv",
    leave: ["soc_sec_id"],
    f1: 0.999,
  },
  { name: "febrl3 with soc_sec_id", lists: ["febrl3.csv"], truth: "febrl3-truth.csv", f1: 0.999 },
  { name: "febrl3", lists: ["febrl3.csv"], truth: "febrl3-truth.csv", leave: ["soc_sec_id"], f1: 0.995 },
  {
    name: "historical_50k_dev",
    lists: ["historical_50k_dev.csv"],
    truth: "historical_50k_dev-truth.csv",
    leave: ["cluster"],
    f1: 0.88,
  },
  between("link-10k-a", ["held", "missing"]),
  { ...between("link-10k-b", ["held", "missing"]), f1: 0.94, perTenThousand: 150 },
  between("link-10k-c", ["held", "missing"]),
  { ...between("link-100k", ["held", "missing"]), f1: 0.965, perTenThousand: 60 },
  between("three-lists", ["held", "missing", "returned"]),
  between("dedupe-20k", ["tracing"]),
];

/** What a run of the command took. */
type Cost = { readonly wallSeconds: number; readonly cpuSeconds: number; readonly peakMb: number };

/** Runs `parley match` and watches it; processor time and memory are read from the system, where it has /proc. */
async function measured(lists: readonly string[], out: string, flags: readonly string[]): Promise<Cost> {
  const started = performance.now();
  const child = spawn(join(root, "parley"), ["match", ...lists, "--out", out, ...flags], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  let peakMb = 0;
  let cpuSeconds = 0;
  const timer = setInterval(() => {
    try {
      const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
      peakMb = Math.max(peakMb, Number(peak ?? 0) / 1024);
      const cells = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      cpuSeconds = (Number(cells[11]) + Number(cells[12])) / 100;
    } catch {
      // it has ended, or the system has no /proc: the figures stay as they were
    }
  }, 20);
  const [code] = await once(child, "close");
  clearInterval(timer);
  if (code !== 0) throw new Error(`parley match ended with ${code}.`);
  return { wallSeconds: (performance.now() - started) / 1000, cpuSeconds, peakMb };
}

/** Links the sets of the benchmark and judges them with its own program; then speed at a million records, with its answers checked. */
export async function bench(): Promise<void> {
  console.log(
    `match: ${cpus()[0]?.model ?? "?"}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`,
  );
  try {
    if (existsSync(join(data, "eval.mjs"))) for (const set of sets) await judged(set);
    else
      console.log(
        `The lists of the benchmark are not at ${data}; set PARLEY_BENCH_DATA. Only speed is measured.`,
      );
    await large(500_000);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function judged({
  name,
  lists,
  truth,
  leave = [],
  f1 = 0,
  perTenThousand = 10_000,
}: Set): Promise<void> {
  const missing = [...lists, truth].filter((file) => !existsSync(join(data, file)));
  if (missing.length > 0) return console.log(`${name}: ${missing.join(", ")} is not there`);
  const out = join(folder, "links.csv");
  const map = join(folder, "columns.json");
  writeFileSync(map, JSON.stringify(Object.fromEntries(leave.map((heading) => [heading, "ignore"]))));
  const isDedupe = lists.length === 1;
  const cost = await measured(
    lists.map((list) => join(data, list)),
    out,
    ["--map", map, ...(isDedupe ? ["--dedupe"] : [])],
  );
  const judge = spawnSync(process.execPath, [join(data, "eval.mjs"), join(data, truth), out, "--json"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (judge.status !== 0) throw new Error(judge.stderr);
  const report = JSON.parse(judge.stdout);
  const { own } = isDedupe ? report.closure : report.one_to_one;
  const isEnough = own.f1 >= f1 && own.false_per_10000 <= perTenThousand && report.calibration.ece <= 0.03;
  console.log(
    `${name.padEnd(24)} ${isDedupe ? "closure " : "one to one"} F1 ${own.f1.toFixed(4)} (wanted ${f1 || "-"})  false per 10,000 ${own.false_per_10000.toFixed(0).padStart(4)} ` +
      `(${perTenThousand < 10_000 ? perTenThousand : "-"})  ECE ${report.calibration.ece.toFixed(4)}  ${said(cost)}  ${isEnough ? "enough" : "SHORT"}`,
  );
}

async function large(rows: number): Promise<void> {
  const { left, right, same } = inventedLists({ seed: 8, rows, sharedShare: 0.6 });
  const files = ["left.csv", "right.csv"].map((name) => join(folder, name));
  writeFileSync(files[0] ?? "", left);
  writeFileSync(files[1] ?? "", right);
  const out = join(folder, "large.csv");
  const cost = await measured(files, out, []);
  let found = 0;
  let made = 0;
  for (const line of readFileSync(out, "utf8").split("\n").slice(1)) {
    const [a = "", b = "", probability] = line.split(",");
    if (Number(probability) < 0.5) continue;
    made++;
    if (same[Number(a.slice(1))] === Number(b.slice(1))) found++;
  }
  const shared = same.filter((one) => one >= 0).length;
  if (found / shared < 0.97) throw new Error(`Only ${found} of ${shared} are found.`);
  console.log(
    `${(2 * rows).toLocaleString("en")} invented records   precision ${(found / made).toFixed(4)}  recall ${(found / shared).toFixed(4)}  ${said(cost)}`,
  );
}

function said({ wallSeconds, cpuSeconds, peakMb }: Cost): string {
  return `${wallSeconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} CPU-s), ${peakMb.toFixed(0)} MB`;
}
