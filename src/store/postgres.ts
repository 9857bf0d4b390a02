import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { ProblemError, problem } from "#base";
import { BatchQueue, type Outcome } from "./batch-queue.ts";
import { allFaults, firstFault } from "./faults.ts";
import { CommitUnconfirmed, postgresCommit } from "./postgres-append.ts";
import { bringUpToDate, refuseUnsafe } from "./postgres-open.ts";
import { isConnectionLoss, postgresError } from "./postgres-problems.ts";
import { typeParsers } from "./postgres-types.ts";
import { PostgresWatch } from "./postgres-watch.ts";
import { checkRequest, type Request, requestBytes } from "./request.ts";
import type { Schema } from "./schema.ts";
import type { AppendResult, Store } from "./store.ts";
import { storeOver } from "./store-over.ts";

export type PostgresOptions = {
  /** Where the tables are; made if it is not there. Lower-case letters, digits and _. */
  readonly schema?: string;
  /** Connections that this process holds at most, besides the one that listens. */
  readonly connections?: number;
};

const MAX_BATCH_BYTES = 4_000_000;
const ATTEMPTS = 2;
const CONNECT_WITHIN_MS = 10_000;

/**
 * Every query of the store is a look-up in an index or a range of one. Plans are kept for a connection's life, and
 * one that was made while the tables were nearly empty would read all of them from then on. A way that is off counts
 * as so dear that the server would compile the query first, which takes longer than any of them.
 */
const byIndexOnly = [
  ...["seqscan", "bitmapscan", "hashjoin", "mergejoin"].map((way) => `enable_${way}=off`),
  "jit=off",
];

/** Opens the record in a PostgreSQL database; any number of processes may do so at once. */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Store> {
  const { schema = "parley", connections = 8 } = options;
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    throw new Error(`"${schema}" is not a name for a schema: lower-case letters, digits and _.`);
  }
  const where = describeUrl(url);
  const config = {
    connectionString: url,
    options: [`search_path=${schema}`, "synchronous_commit=on", ...byIndexOnly]
      .map((it) => `-c ${it}`)
      .join(" "),
    types: typeParsers,
    application_name: "parley",
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  };
  const pool = new pg.Pool({ ...config, max: connections });
  // an idle connection that breaks is replaced by the pool; the next query reports a server that is away
  pool.on("error", () => {});
  // one that breaks while it is in use fails its query; unheard, the event would end this process as well
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    await inWords(where, async () => {
      await refuseUnsafe(db, where);
      await bringUpToDate(db, schema, where);
      const fault = await firstFault(db);
      if (fault !== undefined) throw new ProblemError(fault);
    });
  } catch (error) {
    await pool.end();
    throw error;
  }

  const commitOnce = async (batch: readonly Request[]): Promise<readonly Outcome<AppendResult>[]> => {
    const client = await pool.connect();
    let broken: boolean | undefined;
    try {
      return await postgresCommit(client, schema, batch);
    } catch (error) {
      broken = error instanceof CommitUnconfirmed || isConnectionLoss(error);
      throw error;
    } finally {
      client.release(broken);
    }
  };

  const commit = async (
    batch: readonly Request[],
    attempt = 1,
  ): Promise<readonly Outcome<AppendResult>[]> => {
    try {
      return await commitOnce(batch);
    } catch (error) {
      if (error instanceof CommitUnconfirmed) throw error;
      if (isConnectionLoss(error)) {
        // nothing was committed: the pool may have held a connection of before a restart of the server
        if (attempt < ATTEMPTS) return commit(batch, attempt + 1);
        throw error;
      }
      if (batch.length === 1) throw error;
    }
    // one by one, so that only the appends that cannot be written fail
    const outcomes: Outcome<AppendResult>[] = [];
    for (const request of batch) outcomes.push(await settled(() => commit([request])));
    return outcomes;
  };

  const queue = new BatchQueue<Request, AppendResult>({
    commit,
    weigh: requestBytes,
    maxWeight: MAX_BATCH_BYTES,
  });
  const store: Store = storeOver({
    backend: "postgres",
    db,
    inWords: (work) => inWords(where, work),
    whenWritable: (work) => work(),
    append: (appends, guards) => {
      const request = { appends, guards };
      checkRequest(request);
      return queue.add(request);
    },
    watch: (listener) => watch.add(listener),
    check: () => allFaults(db),
    close: async () => {
      await queue.drained();
      await watch.stop();
      await pool.end();
    },
  });
  const watch = new PostgresWatch({ config, schema, logs: () => store.logs() });
  return store;
}

async function settled(
  work: () => Promise<readonly Outcome<AppendResult>[]>,
): Promise<Outcome<AppendResult>> {
  try {
    const [outcome] = await work();
    if (outcome === undefined) throw new Error("The commit of one append gave no answer.");
    return outcome;
  } catch (error) {
    // handed to the caller whose append it was
    return { error };
  }
}

async function inWords<T>(where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CommitUnconfirmed) {
      const reason = error.cause instanceof Error ? error.cause.message : String(error.cause);
      throw new ProblemError(problem("store.outcome_unknown", { where, reason }));
    }
    throw postgresError(error, where);
  }
}

/** The address without the password, for messages. */
function describeUrl(url: string): string {
  return url.replace(/^(\w+:\/\/[^:@/]*):[^@]*@/, "$1@").replace(/([?&]password=)[^&]*/, "$1...");
}
