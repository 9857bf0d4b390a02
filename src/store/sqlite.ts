import { existsSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { type Problem, ProblemError, problem, refuse } from "#base";
import { BatchQueue, type Outcome } from "./batch-queue.ts";
import { allFaults } from "./faults.ts";
import { checkRequest, type Request, requestBytes } from "./request.ts";
import { type CommitBatch, sqliteCommit } from "./sqlite-append.ts";
import {
  asDamage,
  createFile,
  markClosed,
  type OpenDatabase,
  openForReading,
  openForWriting,
  realFile,
  structuralFaults,
} from "./sqlite-open.ts";
import { isDiskFailure, sqliteCode, sqliteError } from "./sqlite-problems.ts";
import type { AppendResult, Listener, LogSize, Store } from "./store.ts";
import { storeOver } from "./store-over.ts";
import { lockForWriting } from "./writer-lock.ts";

export type SqliteOptions = {
  /** Reads beside a writer at work; every write is refused. */
  readonly readOnly?: boolean;
  /** Makes the file if there is none (default). With false, a missing file is refused. */
  readonly create?: boolean;
};

const MAX_BATCH_BYTES = 4_000_000;
const LOOK_EVERY_MS = 200;

/** Opens the record in one SQLite file: the only writer of it, or one of many readers. */
export async function openSqlite(path: string, options: SqliteOptions = {}): Promise<Store> {
  const { readOnly = false, create = true } = options;
  const file = realFile(path);
  return inWords(file, () => (readOnly ? openReader(file) : openWriter(file, create)));
}

async function openWriter(file: string, create: boolean): Promise<Store> {
  if (!create && !existsSync(file)) refuse("store.missing", { file });
  const unlock = lockForWriting(file);
  let opened: OpenDatabase | undefined;
  let commitBatch: CommitBatch;
  try {
    if (!existsSync(file)) await createFile(file);
    opened = await openForWriting(file);
    const { database } = opened;
    commitBatch = await asDamage(file, async () => sqliteCommit(database));
  } catch (error) {
    opened?.database.close();
    unlock();
    throw error;
  }
  const { database, db } = opened;
  const listeners = new Set<Listener>();
  let failed: Problem | undefined;

  const noteFailure = (error: unknown): void => {
    const inWords = sqliteError(error, file);
    if (isDiskFailure(error) && inWords instanceof ProblemError) failed = inWords.problem;
  };

  const commit = (batch: readonly Request[]): Outcome<AppendResult>[] => {
    try {
      return commitBatch(batch);
    } catch (error) {
      noteFailure(error);
      // one by one, so that only the appends that cannot be written fail
      if (failed === undefined && batch.length > 1) return batch.flatMap((request) => commit([request]));
      return batch.map(() => ({ error: sqliteError(error, file) }));
    }
  };

  const queue = new BatchQueue<Request, AppendResult>({
    weigh: requestBytes,
    maxWeight: MAX_BATCH_BYTES,
    commit: async (batch) => {
      // after a failed write SQLite and the disk may disagree until the file is opened again
      if (failed !== undefined) throw new ProblemError(failed);
      const outcomes = commit(batch);
      for (const [i, outcome] of outcomes.entries()) {
        if (!("value" in outcome) || !outcome.value.done) continue;
        for (const { log, checkpoint } of batch[i]?.appends ?? [])
          tell(listeners, { log, size: checkpoint.size });
      }
      return outcomes;
    },
  });

  return storeOver({
    backend: "sqlite",
    db,
    inWords: (work) => inWords(file, work),
    whenWritable: async (work) => {
      if (failed !== undefined) throw new ProblemError(failed);
      try {
        return await work();
      } catch (error) {
        noteFailure(error);
        throw error;
      }
    },
    append: (appends, guards) => {
      const request = { appends, guards };
      checkRequest(request);
      return queue.add(request);
    },
    watch: async (listener) => {
      listeners.add(listener);
      return async () => {
        listeners.delete(listener);
      };
    },
    check: async () => checkFile({ database, db }, file),
    close: async () => {
      await queue.drained();
      try {
        if (failed === undefined) markClosed(database);
      } finally {
        database.close();
        unlock();
      }
    },
  });
}

async function openReader(file: string): Promise<Store> {
  const opened = await openForReading(file);
  const { database, db } = opened;
  const stops = new Set<() => void>();
  const store = storeOver({
    backend: "sqlite",
    db,
    inWords: (work) => inWords(file, work),
    whenWritable: async () => refuse("store.read_only", { where: file }),
    append: async () => refuse("store.read_only", { where: file }),
    watch: async (listener) => {
      const stop = await watchOtherProcess(database, () => store.logs(), listener);
      stops.add(stop);
      return async () => {
        stops.delete(stop);
        stop();
      };
    },
    check: async () => checkFile(opened, file),
    close: async () => {
      for (const stop of stops) stop();
      database.close();
    },
  });
  return store;
}

/** `data_version` changes when another connection commits (https://sqlite.org/pragma.html#pragma_data_version). */
async function watchOtherProcess(
  database: DatabaseSync,
  logs: () => Promise<LogSize[]>,
  listener: Listener,
): Promise<() => void> {
  const version = database.prepare("pragma data_version");
  const seen = new Map<string, number>((await logs()).map(({ log, size }) => [log, size]));
  let last = version.get()?.data_version;
  const timer = setInterval(async () => {
    const now = version.get()?.data_version;
    if (now === last) return;
    last = now;
    for (const { log, size } of await logs()) {
      if (seen.get(log) === size) continue;
      seen.set(log, size);
      listener(log, size);
    }
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

async function checkFile({ database, db }: OpenDatabase, file: string): Promise<Problem[]> {
  const found: Problem[] = [];
  for (const look of [async () => structuralFaults(database, file), () => allFaults(db)]) {
    try {
      found.push(...(await look()));
    } catch (error) {
      // a file may be too damaged to be read to its end; that is an answer too
      found.push(damageFrom(error, file));
    }
  }
  return found;
}

/** SQLite reports some damage to its own tables as a plain SQL error ("no such column"). */
function damageFrom(error: unknown, file: string): Problem {
  const said = sqliteError(error, file);
  if (said instanceof ProblemError) return said.problem;
  if (!(error instanceof Error) || sqliteCode(error) === undefined) throw error;
  return problem("store.damaged", { where: file, reason: error.message });
}

/** In a turn of their own: an append does not fail because somebody who was told of it did. */
function tell(listeners: ReadonlySet<Listener>, { log, size }: LogSize): void {
  for (const listener of listeners) queueMicrotask(() => listener(log, size));
}

async function inWords<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw sqliteError(error, file);
  }
}
