import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { ProblemError, problem, refuse } from "#base";
import { firstFault } from "./faults.ts";
import { latestMigration, migrate, migrationNames } from "./migrations/index.ts";
import { type Schema, tableColumns } from "./schema.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";
import { SQL_ERROR, sqliteCode } from "./sqlite-problems.ts";
import { isWriterAlive } from "./writer-lock.ts";

/** "Parl", so that `file` and SQLite's own tools can tell whose database it is. */
const APPLICATION_ID = 0x5061726c;
const SMALLEST_PAGE_BYTES = 512;
const BUSY_TIMEOUT_MS = 5_000;

export type OpenDatabase = { readonly database: DatabaseSync; readonly db: Kysely<Schema> };

/** The file itself, with links followed, so that two names of one file share one lock. */
export function realFile(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const folder = dirname(path);
  if (!existsSync(folder)) {
    refuse("store.no_access", { where: path, reason: `the folder ${folder} does not exist` });
  }
  return join(realpathSync(folder), basename(path));
}

/** Makes a new file beside its place and moves it there when it is whole: a crash leaves no half-made record. */
export async function createFile(file: string): Promise<void> {
  const unfinished = `${file}.new`;
  for (const part of ["", "-wal", "-shm"]) rmSync(unfinished + part, { force: true });
  const { database, db } = openFile(unfinished, false);
  try {
    database.exec(`pragma application_id = ${APPLICATION_ID}`);
    setUp(database, unfinished);
    await migrate(db, "sqlite");
  } finally {
    database.close();
  }
  sync(unfinished);
  renameSync(unfinished, file);
  sync(dirname(file));
}

/** Opens a file that exists, and refuses in words whatever cannot be trusted. The caller holds the writer's lock. */
export async function openForWriting(file: string): Promise<OpenDatabase> {
  refuseEmpty(file);
  const walBytes = bytesOfWal(file);
  const opened = openFile(file, false);
  const { database, db } = opened;
  return closingOnError(database, async () => {
    const version = refuseForeign(database, file);
    await asDamage(file, async () => {
      setUp(database, file);
      if (walBytes === undefined && isMarkedOpen(database)) refuse("store.wal_missing", { file });
      refuseTorn(database, file, walBytes);
      if (version < migrationNames.length) await migrate(db, "sqlite");
      await refuseFaulty(opened);
      // the mark reaches the main file before anything is acknowledged
      database.exec("update writer set open = 1");
      database.exec("pragma wal_checkpoint(truncate)");
    });
    return opened;
  });
}

export async function openForReading(file: string): Promise<OpenDatabase> {
  if (!existsSync(file)) refuse("store.missing", { file });
  refuseEmpty(file);
  const walBytes = bytesOfWal(file);
  const opened = openFile(file, true);
  const { database } = opened;
  return closingOnError(database, async () => {
    const version = refuseForeign(database, file);
    if (version < migrationNames.length) {
      const found = migrationNames[version - 1] ?? "none";
      refuse("store.earlier_version", { where: file, found, known: latestMigration() });
    }
    await asDamage(file, async () => {
      // a writer that opens at this very moment sets the mark and makes the WAL
      const isOrphan = walBytes === undefined && isMarkedOpen(database) && !isWriterAlive(file);
      if (isOrphan) refuse("store.wal_missing", { file });
      if (!isWriterAlive(file)) refuseTorn(database, file, walBytes);
      await refuseFaulty(opened);
    });
    return opened;
  });
}

async function closingOnError<T>(database: DatabaseSync, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The last thing before closing: without this mark a missing WAL is noticed at the next opening. */
export function markClosed(database: DatabaseSync): void {
  database.exec("update writer set open = 0");
}

function openFile(file: string, readOnly: boolean): OpenDatabase {
  const database = new DatabaseSync(file, {
    readOnly,
    timeout: BUSY_TIMEOUT_MS,
    enableForeignKeyConstraints: true,
  });
  return { database, db: new Kysely<Schema>({ dialect: sqliteDialect(database) }) };
}

function pragma(database: DatabaseSync, name: string): number | string {
  const value = Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0];
  if (typeof value !== "number" && typeof value !== "string")
    throw new Error(`The pragma ${name} gave no value.`);
  return value;
}

/** Sets what makes "acknowledged" mean "synced", and looks whether it took hold. */
function setUp(database: DatabaseSync, file: string): void {
  database.exec("pragma journal_mode = wal");
  database.exec("pragma synchronous = full");
  database.exec("pragma foreign_keys = on");
  const wanted = { journal_mode: "wal", synchronous: 2, foreign_keys: 1 };
  for (const [setting, value] of Object.entries(wanted)) {
    const found = pragma(database, setting);
    if (found !== value) {
      refuse("store.unsafe_setting", { where: file, setting, value: `${found}`, wanted: `${value}` });
    }
  }
}

function refuseEmpty(file: string): void {
  const { size } = statSync(file);
  if (size === 0) refuse("store.empty_file", { file });
  if (size < SMALLEST_PAGE_BYTES) {
    refuse("store.damaged", { where: file, reason: `it has only ${size} bytes` });
  }
}

/** Answers with the version: the number of migrations that were made. */
function refuseForeign(database: DatabaseSync, file: string): number {
  const version = Number(pragma(database, "user_version"));
  if (pragma(database, "application_id") !== APPLICATION_ID) refuse("store.not_parley", { where: file });
  if (version > migrationNames.length) {
    refuse("store.later_version", { where: file, found: `${version}`, known: `${migrationNames.length}` });
  }
  return version;
}

function isMarkedOpen(database: DatabaseSync): boolean {
  return database.prepare("select writer.open from writer").get()?.open !== 0;
}

/** After an unclean end the whole structure is read; after a clean one the size of the file must be exact. */
function refuseTorn(database: DatabaseSync, file: string, walBytes: number | undefined): void {
  if (walBytes !== undefined && walBytes > 0) {
    const found = pragma(database, "quick_check(1)");
    if (found !== "ok") refuse("store.damaged", { where: file, reason: `${found}` });
    return;
  }
  const expected = Number(pragma(database, "page_count")) * Number(pragma(database, "page_size"));
  const { size } = statSync(file);
  if (size !== expected) {
    refuse("store.damaged", { where: file, reason: `it has ${size} bytes instead of ${expected}` });
  }
}

async function refuseFaulty({ database, db }: OpenDatabase): Promise<void> {
  // a column that is not there is taken for a text by SQLite when it stands alone in double quotes
  for (const [table, columns] of Object.entries(tableColumns)) {
    database.prepare(`select ${columns.map((column) => `${table}.${column}`).join(", ")} from ${table}`);
  }
  const fault = await firstFault(db);
  if (fault !== undefined) throw new ProblemError(fault);
}

/** In a file of ours of the right version, a statement that does not fit the tables means damaged tables. */
export async function asDamage<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && sqliteCode(error) === SQL_ERROR) {
      refuse("store.damaged", { where: file, reason: error.message });
    }
    throw error;
  }
}

/** To be asked before SQLite opens the file, which makes a WAL where there is none. */
function bytesOfWal(file: string): number | undefined {
  return statSync(`${file}-wal`, { throwIfNoEntry: false })?.size;
}

/** What SQLite itself finds, in words; at most as many as a person would read. */
export function structuralFaults(database: DatabaseSync, file: string) {
  const lines = [
    ...database.prepare("pragma integrity_check(20)").all(),
    ...database.prepare("pragma foreign_key_check").all(),
  ]
    .map((row) => Object.values(row).join(" "))
    .filter((line) => line !== "ok");
  return lines.map((reason) => problem("store.damaged", { where: file, reason }));
}

function sync(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
