// A process that appends until it is killed, and says on standard output what was acknowledged:
// node src/store/crash-writer.ts '{"backend":"sqlite","target":"/path/parley.db"}'
import { writeSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { ProblemError } from "#base";
import { appendOf, emptyRoot, rowAt } from "./builders.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";
import type { Append, Checkpoint, Store } from "./store.ts";

export type WriterOrder = {
  readonly backend: Store["backend"];
  /** A file, or the address of a database. */
  readonly target: string;
  readonly schema?: string;
  /** SQLite: puts sessions until one is refused, makes room again, and only then appends. */
  readonly signsIn?: boolean;
};

/** Each of these is appended to by itself; those of one line together, in one transaction. */
export const crashLogs: readonly (readonly string[])[] = [["one"], ["two"], ["three"], ["left", "right"]];

const MOST_BYTES = 2_000;

/** Rows grow along the log. */
export const crashRow = (log: string, seq: number) => rowAt(log, seq, Math.min(40 + 5 * seq, MOST_BYTES));

const [order] = process.argv.slice(2);
if (import.meta.main && order !== undefined) {
  // this file's own parent wrote it
  await write(JSON.parse(order) as WriterOrder);
}

async function write({ backend, target, schema = "parley", signsIn }: WriterOrder): Promise<void> {
  try {
    const store = backend === "sqlite" ? await openSqlite(target) : await openPostgres(target, { schema });
    if (signsIn) {
      await signInUntilRefused(store);
      // the WAL is as long as files may get: emptied, there would be room for the append
      const other = new DatabaseSync(target);
      other.exec("pragma wal_checkpoint(truncate)");
      other.close();
    }
    await Promise.all(crashLogs.map((logs) => appendForEver(store, logs)));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    // the disk or the server failed, which is a part of the test: the parent judges the code
    say({ refused: error.problem.code });
    process.exit(0);
  }
}

async function appendForEver(store: Store, logs: readonly string[]): Promise<void> {
  const ends = new Map<string, Checkpoint | undefined>();
  for (const log of logs) ends.set(log, await store.latestCheckpoint(log));
  for (let round = 0; ; round++) {
    const appends: Append[] = [];
    for (const log of logs) appends.push(await nextAppend(log, ends.get(log), 1 + (round % 4)));
    const result = await store.append(appends);
    if (!result.done)
      throw new Error(`${result.moved} moved to ${result.size}, and nobody else appends to it.`);
    for (const { log, rows, expectedSize, checkpoint } of appends) {
      ends.set(log, checkpoint);
      for (const [i, { id }] of rows.entries()) say({ log, seq: expectedSize + i, id });
    }
  }
}

async function signInUntilRefused(store: Store): Promise<void> {
  const seat = { process: "one", office: "host", member: undefined };
  for (let seq = 0; ; seq++) {
    const tokenHash = seq.toString(16).padStart(64, "0");
    try {
      await store.putSession({ tokenHash, ...seat, createdAt: 0, lastUsedAt: 0, expiresAt: 1 });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      // the parent judges the code, and what is refused after it
      return say({ refused: error.problem.code });
    }
    say({ log: "session", seq, id: tokenHash });
  }
}

async function nextAppend(log: string, end: Checkpoint | undefined, count: number): Promise<Append> {
  const size = end?.size ?? 0;
  const rows = await Promise.all(Array.from({ length: count }, (_, i) => crashRow(log, size + i)));
  return appendOf(log, size, rows, end?.root ?? emptyRoot);
}

/** At once and whole, so that what is on the pipe was acknowledged and nothing else. */
function say(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}
