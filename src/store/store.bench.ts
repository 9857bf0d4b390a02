import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { type Random, seededRandom } from "#base";
import type { Append, Row, Store } from "./store.ts";
import { postgresBackend, sqliteBackend, temporaryFolder, testDatabaseUrl } from "./test-places.ts";

const SEED = 7;
const ROUNDS = 5;
const ENTRY_BYTES = 400;
const SINGLES = 200;
const APPENDERS = 64;
const EACH = 25;
const BATCHES = 30;
const BATCH_ROWS = 100;

type Work = {
  readonly name: string;
  readonly rows: number;
  run(store: Store, random: Random): Promise<void>;
};

const works: readonly Work[] = [
  {
    name: "single appends, one after the other",
    rows: SINGLES,
    run: (store, random) => appendRounds(store, "single", SINGLES, 1, random),
  },
  {
    name: `${APPENDERS} appenders at once, each to its log`,
    rows: APPENDERS * EACH,
    run: async (store, random) => {
      const logs = Array.from({ length: APPENDERS }, (_, i) => `log ${i}`);
      await Promise.all(logs.map((log) => appendRounds(store, log, EACH, 1, random)));
    },
  },
  {
    name: `batches of ${BATCH_ROWS}`,
    rows: BATCHES * BATCH_ROWS,
    run: (store, random) => appendRounds(store, "batch", BATCHES, BATCH_ROWS, random),
  },
];

/** Synced rows a second on each database. The databases take turns, so that a busy machine slows both. */
export async function bench(): Promise<void> {
  console.log(`store: ${ENTRY_BYTES}-byte entries, ${ROUNDS} rounds, load ${loadavg()[0]?.toFixed(2)}`);
  const backends = [sqliteBackend, ...(testDatabaseUrl === undefined ? [] : [postgresBackend])];
  const secondsOf = new Map<string, number[]>();
  const note = (name: string, seconds: number) =>
    secondsOf.set(name, [...(secondsOf.get(name) ?? []), seconds]);
  const rowsOf = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    rowsOf.set("file: write and fdatasync", SINGLES);
    note("file: write and fdatasync", bareSync());
    for (const work of works) {
      for (const backend of backends) {
        const name = `${backend.name}: ${work.name}`;
        const place = await backend.place();
        const store = await place.open();
        const random = seededRandom(SEED + round);
        const startedAt = performance.now();
        await work.run(store, random);
        note(name, (performance.now() - startedAt) / 1_000);
        rowsOf.set(name, work.rows);
        await requireRows(store, work.rows);
        await store.close();
        await place.remove();
      }
    }
  }
  for (const [name, seconds] of secondsOf) report(name, rowsOf.get(name) ?? 0, seconds);
  if (testDatabaseUrl === undefined)
    console.log("postgres: not measured, PARLEY_TEST_DATABASE_URL is not set");
}

async function appendRounds(store: Store, log: string, rounds: number, rows: number, random: Random) {
  for (let round = 0; round < rounds; round++) {
    const result = await store.append([appendOf(log, round * rows, rows, random)]);
    if (!result.done) throw new Error(`${result.moved} moved to ${result.size} in the bench.`);
  }
}

function appendOf(log: string, size: number, count: number, random: Random): Append {
  const hash = new Uint8Array(32).fill(random.below(256));
  const rows = Array.from({ length: count }, (_, i): Row => {
    const entry = new Uint8Array(ENTRY_BYTES).fill(random.below(256));
    return { id: `${log}#${size + i}`, receivedAt: 1_750_000_000_000, leafHash: hash, entry };
  });
  const note = `parley.example/${log}\n${size + count}\n${"n".repeat(200)}\n`;
  return { log, expectedSize: size, rows, checkpoint: { size: size + count, root: hash, note } };
}

/** The answer is checked: as many rows as were acknowledged, and nothing wrong with them. */
async function requireRows(store: Store, rows: number): Promise<void> {
  const held = (await store.logs()).reduce((sum, { size }) => sum + size, 0);
  if (held !== rows) throw new Error(`The ${store.backend} store holds ${held} rows instead of ${rows}.`);
  const faults = await store.check();
  if (faults.length > 0) throw new Error(`The ${store.backend} store is damaged: ${faults[0]?.detail}`);
}

/** What the disk can do at best, one entry at a time. */
function bareSync(): number {
  const folder = temporaryFolder();
  const file = openSync(join(folder, "bare"), "w");
  const entry = new Uint8Array(ENTRY_BYTES);
  const startedAt = performance.now();
  for (let i = 0; i < SINGLES; i++) {
    writeSync(file, entry);
    fdatasyncSync(file);
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  closeSync(file);
  rmSync(folder, { recursive: true });
  return seconds;
}

function report(name: string, rows: number, seconds: readonly number[]): void {
  const sorted = [...seconds].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const fastest = sorted[0] ?? Number.NaN;
  const rate = (time: number) => Math.round(rows / time).toLocaleString("en");
  const ms = (time: number) => ((time * 1_000) / rows).toFixed(3);
  console.log(
    `  ${name.padEnd(56)} ${rate(median).padStart(8)} rows/s  (a row: min ${ms(fastest)} ms, median ${ms(median)} ms)`,
  );
}
