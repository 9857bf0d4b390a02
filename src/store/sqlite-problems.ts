import { type Problem, ProblemError, problem } from "#base";

// primary result codes, https://sqlite.org/rescode.html
export const SQL_ERROR = 1;
const PERM = 3;
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

/** The primary code of an error of node:sqlite; undefined for any other error. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number")
    return undefined;
  return error.errcode & 0xff;
}

export const isBusy = (error: unknown): boolean => sqliteCode(error) === BUSY;

/** Says in words what SQLite refused; an error that nobody outside can act on stays as it is. */
export function sqliteError(error: unknown, file: string): unknown {
  const found = sqliteProblem(error, file);
  return found === undefined ? error : new ProblemError(found);
}

function sqliteProblem(error: unknown, file: string): Problem | undefined {
  if (!(error instanceof Error)) return undefined;
  const reason = error.message;
  switch (sqliteCode(error)) {
    case NOTADB:
      return problem("store.not_a_database", { file });
    case CORRUPT:
      return problem("store.damaged", { where: file, reason });
    case FULL:
      return problem("store.disk_full", { where: file });
    case IOERR:
      return problem("store.write_failed", { where: file, reason });
    case CANTOPEN:
    case PERM:
      return problem("store.no_access", { where: file, reason });
    case READONLY:
      return problem("store.read_only", { where: file });
    case BUSY:
    case LOCKED:
      return problem("store.busy", { where: file });
    case undefined:
      // node:sqlite refuses to give an integer that a number cannot hold; the store never wrote one
      if ("code" in error && error.code === "ERR_OUT_OF_RANGE") {
        return problem("store.damaged", { where: file, reason });
      }
      return undefined;
    default:
      return undefined;
  }
}

/** After these the file may be in any state until it is opened again: nothing more is written. */
export function isDiskFailure(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === IOERR || code === CORRUPT || code === NOTADB;
}
