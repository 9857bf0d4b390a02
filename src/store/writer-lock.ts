import { readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { refuse } from "#base";
import { isBusy, sqliteError } from "./sqlite-problems.ts";

/**
 * Holds `<file>.lock` as the one writer. The lock is the exclusive transaction of a database of its own, which the
 * operating system lets go of when the process ends, however it ends. The process id stands beside it in
 * `<file>.pid`, for people. Nobody may open `<file>.lock` by other means: closing it would drop the lock (POSIX).
 */
export function lockForWriting(file: string): () => void {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(`${file}.lock`, { timeout: 0 });
    lock.exec("pragma journal_mode = memory");
    lock.exec("begin exclusive");
  } catch (error) {
    lock?.close();
    if (isBusy(error)) refuse("store.in_use", { file, pid: writerPid(file) });
    throw sqliteError(error, `${file}.lock`);
  }
  writeFileSync(`${file}.pid`, `${process.pid}\n`);
  const held = lock;
  return () => held.close();
}

/** The process that last opened the file for writing; it may have ended since. */
function writerPid(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(`${file}.pid`, "utf8"), 10);
    return Number.isNaN(pid) ? undefined : pid;
  } catch {
    // the file was never opened for writing here, or the new writer has not written its id yet
    return undefined;
  }
}

export function isWriterAlive(file: string): boolean {
  const pid = writerPid(file);
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is alive and belongs to someone else
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
