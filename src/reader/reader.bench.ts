import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { type Process, read, recordOf } from "./index.ts";

const data = join(
  process.env.PARLEY_BENCH_DATA ?? join(import.meta.dirname, "../../../shared/bench"),
  "reader",
);
/** The folder of annotated reports: `index.json`, texts, gold. */
const gold = process.env.PARLEY_BENCH_GOLD ?? join(data, "dev");
/** Says how often each rule was right into `confidence.json`. */
const isWriting = process.env.PARLEY_BENCH_WRITE === "1";

type Listed = {
  readonly doc: string;
  readonly text: string;
  readonly report_date: string;
  readonly context: Process;
};
type Scorer = {
  scoreDoc(
    gold: unknown,
    draft: unknown,
    text: string,
  ): { readonly items: Record<string, { pred: number; hit: number; clean: number }> };
};

/** The development reports and the seed by the outside scorer, parties given and not counted; then the time of a report. */
export async function bench(): Promise<void> {
  const load = loadavg().map((one) => one.toFixed(1));
  console.log(
    `reader: ${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, Node ${process.version}, load ${load.join(" ")}`,
  );
  if (!existsSync(join(gold, "index.json"))) {
    console.log(`No index.json in ${gold}: not measured. PARLEY_BENCH_GOLD names a folder with one.`);
    return;
  }
  // the index of the benchmark has this form
  const listed = JSON.parse(readFileSync(join(gold, "index.json"), "utf8")) as Listed[];
  const reports = listed.map((one) => ({
    ...one,
    words: readFileSync(resolve(gold, one.text), "utf8").replace(/^\ufeff/, ""),
  }));
  const folder = mkdtempSync(join(tmpdir(), "parley-reader-"));
  for (const { doc, words, report_date: reportDate, context } of reports)
    writeFileSync(
      join(folder, `${doc}.pred.json`),
      JSON.stringify(recordOf(read(words, { reportDate, process: context }), doc)),
    );
  const scorer = join(data, "score.mjs");
  if (existsSync(scorer)) {
    const { stdout } = spawnSync(
      process.execPath,
      [scorer, "--gold", gold, "--pred", folder, "--given", "parties", "--curve"],
      { encoding: "utf8" },
    );
    console.log(stdout);
    if (isWriting) await writeConfidence(scorer, reports);
  } else console.log(`No score.mjs in ${data}: not scored.`);
  rmSync(folder, { recursive: true });
  timed(reports);
}

type Report = Listed & { readonly words: string };

function timed(reports: readonly Report[]): void {
  const times: number[] = [];
  for (let round = 0; round < 25; round++)
    for (const { words, report_date: reportDate, context } of reports) {
      const before = process.cpuUsage();
      read(words, { reportDate, process: context });
      const { user, system } = process.cpuUsage(before);
      if (round >= 5) times.push((user + system) / 1000);
    }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  const sum = times.reduce((total, one) => total + one, 0);
  console.log(
    `a report: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms of CPU; 10,000 reports: ${((sum / times.length) * 10).toFixed(0)} s`,
  );
}

/** Of each rule: how many entries it drafted, and how many of them an officer would take. One rule at a time is scored with the others left out. */
async function writeConfidence(scorer: string, reports: readonly Report[]): Promise<void> {
  const { scoreDoc }: Scorer = await import(scorer);
  const tallies = new Map<string, { right: number; drafted: number }>();
  for (const { doc, words, report_date: reportDate, context } of reports) {
    const record = recordOf(read(words, { reportDate, process: context }), doc);
    const annotated = JSON.parse(readFileSync(join(gold, `${doc}.gold.json`), "utf8"));
    for (const [kind, entries] of Object.entries(record)) {
      if (!Array.isArray(entries)) continue;
      for (const rule of new Set(entries.map(({ rule: name }: { rule: string }) => name))) {
        const alone = {
          ...record,
          [kind]: entries.filter(({ rule: name }: { rule: string }) => name === rule),
        };
        const items = scoreDoc(annotated, alone, words).items[kind];
        const tally = tallies.get(rule) ?? { right: 0, drafted: 0 };
        tallies.set(rule, {
          right: tally.right + (items?.hit ?? 0),
          drafted: tally.drafted + (items?.pred ?? 0),
        });
      }
    }
    const outcome = scoreDoc(annotated, record, words).items.outcome;
    const tally = tallies.get("outcome") ?? { right: 0, drafted: 0 };
    tallies.set("outcome", {
      right: tally.right + (outcome?.clean ?? 0),
      drafted: tally.drafted + (outcome?.pred ?? 0),
    });
  }
  const sorted = [...tallies]
    .filter(([, { drafted }]) => drafted > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const path = join(dirname(import.meta.filename), "confidence.json");
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`);
  console.log(`${sorted.length} rules written to ${path}`);
}
