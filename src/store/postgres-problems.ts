import pg from "pg";
import { type Problem, ProblemError, problem } from "#base";

/** SQLSTATE of an error that the server sent (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
export function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

/** Says in words what PostgreSQL refused; an error that nobody outside can act on stays as it is. */
export function postgresError(error: unknown, where: string): unknown {
  const found = postgresProblem(error, where);
  return found === undefined ? error : new ProblemError(found);
}

function postgresProblem(error: unknown, where: string): Problem | undefined {
  if (!(error instanceof Error)) return undefined;
  const reason = reasonOf(error);
  const state = sqlState(error);
  if (state === undefined) {
    return isConnectionLoss(error) ? problem("store.unreachable", { where, reason }) : undefined;
  }
  if (state === "53100") return problem("store.disk_full", { where });
  if (state === "25006") return problem("store.read_only", { where });
  if (state.startsWith("XX")) return problem("store.damaged", { where, reason });
  if (state === "58030") return problem("store.write_failed", { where, reason });
  if (state === "42501") return problem("store.no_access", { where, reason });
  // connection, authorisation, no such database, too many clients, shutting down
  const isUnreachable = ["08", "28", "3D", "53", "57"].some((its) => state.startsWith(its));
  return isUnreachable ? problem("store.unreachable", { where, reason }) : undefined;
}

/** pg gives these as plain errors of the socket, or in words of its own. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isConnectionLoss);
  if ("syscall" in error) return true;
  const state = sqlState(error);
  if (state !== undefined) return state.startsWith("08") || state.startsWith("57P");
  return /connection|client (has encountered|was closed)|timeout expired|cannot use a pool/i.test(
    error.message,
  );
}

function reasonOf(error: Error): string {
  if (error.message !== "") return error.message;
  return error instanceof AggregateError ? error.errors.map(String).join("; ") : error.name;
}
