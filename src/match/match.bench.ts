import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "#base";
import { packed, slips } from "./compare/edit.ts";
import {
  blocksFor,
  keyed,
  MatchIndex,
  matchLists,
  modelFor,
  type Prepared,
  pricedBlocks,
  scorePairs,
  settle,
} from "./index.ts";
import { soundNumber } from "./names/dictionary.ts";
import { lowered } from "./names/letters.ts";
import { readingsOf } from "./names/sounds.ts";
import { inventedLists } from "./testing/invented.ts";
import { listOfCsv } from "./testing/list.ts";
import { compareNames, nameValues } from "./values/name-values.ts";

const data = join(
  process.env.PARLEY_BENCH_DATA ?? join(import.meta.dirname, "../../../shared/bench"),
  "match/names",
);

/** The kernels and insertion, seeded; every round checks its answers. Then how many names of an outside table the readings bring together. */
export async function bench(): Promise<void> {
  kernels();
  await shortLists();
  await insertion(500_000);
  outside();
}

function kernels(): void {
  const random = seededRandom(4);
  const lists = inventedLists({ seed: 5, rows: 40_000, sharedShare: 0.5 });
  const names = [
    ...new Set(
      [lists.left, lists.right].flatMap((csv) =>
        csv
          .split("\n")
          .slice(1)
          .map((line) => lowered(line.split(",")[1] ?? "")),
      ),
    ),
  ];
  const values = nameValues(["", ...names], 0);
  const strings = packed(names.map((name) => Array.from(readingsOf(name)[0] ?? "", soundNumber)));
  const count = 2_000_000;
  const a = Uint32Array.from({ length: count }, () => random.below(names.length));
  // half of the pairs are neighbours in the alphabet, as candidates are
  const order = names.map((_, i) => i).toSorted((x, y) => (names[x]! < names[y]! ? -1 : 1));
  const place = new Uint32Array(names.length);
  order.forEach((name, i) => {
    place[name] = i;
  });
  const b = Uint32Array.from({ length: count }, (_, i) =>
    i % 2 === 0
      ? random.below(names.length)
      : order[Math.min(names.length - 1, place[a[i]!]! + 1 + random.below(4))]!,
  );
  rate("slips between two readings, at most 2", count, () => {
    let near = 0;
    for (let i = 0; i < count; i++) if (slips(strings, a[i]!, b[i]!, 2) <= 2) near++;
    return near;
  });
  rate("two surnames compared, all readings", count, () => {
    let near = 0;
    for (let i = 0; i < count; i++) if (compareNames(values, a[i]! + 1, b[i]! + 1) < 7) near++;
    return near;
  });
}

/** Probabilities in short lists, half of whose other persons are brothers or namesakes: how far they are from what holds, and how many links differ. */
async function shortLists(): Promise<void> {
  const event = ["unit", "service_number", "place_last_seen", "date_last_seen"];
  const event2 = ["Військова частина", "Особистий номер", "Місце зникнення", "Дата зникнення"];
  for (const [name, left] of [
    ["all columns", []],
    ["names and births", [...event, ...event2]],
    ["without births", ["date_of_birth", "Дата народження"]],
  ] as const)
    for (const rows of [10, 30, 60, 100]) {
      const bins = Array.from({ length: 10 }, () => ({ said: 0, held: 0 }));
      const count = { links: 0, found: 0, differ: 0, wanted: 0 };
      const rounds = Math.min(60, Math.ceil(1800 / rows));
      for (let round = 0; round < rounds; round++) {
        const { same, ...csv } = inventedLists({
          seed: 5000 + round * 13 + rows,
          rows,
          sharedShare: [0, 0.1, 0.3, 0.6, 0.9][round % 5] ?? 0,
          nearShare: 0.5,
          events: round % 2 === 1 ? 2 : 30,
        });
        const mapping = Object.fromEntries(left.map((heading) => [heading, "ignore" as const]));
        const { links } = await matchLists([listOfCsv(csv.left), listOfCsv(csv.right)], { mapping });
        count.wanted += same.filter((one) => one >= 0).length;
        for (const { a, b, probability } of links) {
          const holds = same[a] === b - rows;
          const bin = bins[Math.min(9, Math.floor(probability * 10))]!;
          bin.said += probability;
          if (holds) bin.held++;
          count.links++;
          if (probability < 0.5) continue;
          if (holds) count.found++;
          else count.differ++;
        }
      }
      const error = bins.reduce((sum, { said, held }) => sum + Math.abs(said - held), 0) / count.links;
      console.log(
        `lists of ${rows}, ${name}: ECE ${error.toFixed(3)}, ${count.found} of ${count.wanted} found, ${count.differ} differ`,
      );
    }
}

// best and median of five rounds, which must agree
function rate(name: string, count: number, run: () => number): void {
  const first = run();
  const times = Array.from({ length: 5 }, () => {
    const started = process.cpuUsage();
    if (run() !== first) throw new Error(`${name}: the answers differ.`);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1e6;
  }).toSorted((x, y) => x - y);
  const millions = (seconds: number | undefined) => (count / 1e6 / (seconds ?? Number.NaN)).toFixed(1);
  console.log(
    `${name.padEnd(44)} ${millions(times[0])} M a CPU-second at best, ${millions(times[2])} M in the median`,
  );
}

async function insertion(rows: number): Promise<void> {
  const invented = inventedLists({ seed: 6, rows, sharedShare: 0.6 });
  const left = listOfCsv(invented.left);
  const right = listOfCsv(invented.right);
  const held = 2000;
  const kept = {
    ...left,
    rows: rows - held,
    columns: left.columns.map((column) => ({ ...column, cells: column.cells.subarray(0, rows - held) })),
  };
  const one = keyed([kept, right], {});
  const { blocks, price } = await pricedBlocks(one, async (wanted) =>
    wanted.map((next) => blocksFor(one, next)),
  );
  const prepared: Prepared = {
    records: one.records,
    within: false,
    blocks,
    price,
    model: modelFor(one, blocks, {}),
  };
  const links = settle(prepared, await scorePairs(prepared, 0, one.records.count));
  const index = new MatchIndex(prepared, one.parts, [kept, right], links);
  const times: number[] = [];
  let found = 0;
  let wanted = 0;
  for (let row = rows - held; row < rows; row++) {
    const cells = left.columns.map(({ values, cells: all }) => values[all[row]!]!);
    const started = performance.now();
    const { links: own } = index.insert(0, cells);
    times.push(performance.now() - started);
    if (invented.same[row]! < 0) continue;
    wanted++;
    if (own[0]?.a === kept.rows + invented.same[row]!) found++;
  }
  if (found / wanted < 0.95) throw new Error(`Only ${found} of ${wanted} inserted records are found.`);
  times.sort((x, y) => x - y);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(2);
  console.log(
    `insert and match at ${(rows * 2).toLocaleString("en")} records: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${found} of ${wanted} found`,
  );
}

function outside(): void {
  for (const [file, part] of [
    ["surname_uk_ru.tsv", 0],
    ["given_uk_ru.tsv", 1],
    ["patronymic_uk_ru.tsv", 2],
  ] as const) {
    const path = join(data, file);
    if (!existsSync(path)) {
      console.log(`${file} is not at ${data}; set PARLEY_BENCH_DATA.`);
      continue;
    }
    const pairs = readFileSync(path, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t"))
      .filter(([, , rank]) => rank === "0")
      .map(([uk = "", ru = ""]) => [lowered(uk), lowered(ru)] as const);
    const values = nameValues(["", ...pairs.flat()], part);
    const levels = pairs.map((_, i) => compareNames(values, i * 2 + 1, i * 2 + 2));
    const share = (most: number) =>
      ((100 * levels.filter((level) => level <= most).length) / levels.length).toFixed(1);
    console.log(
      `${file.padEnd(24)} ${pairs.length} pairs: ${share(1)} % the same, ${share(2)} % the same or heard alike, ${share(4)} % within a slip`,
    );
  }
}
