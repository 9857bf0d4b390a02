import { crc32 } from "node:zlib";
import pg from "pg";
import { ProblemError } from "#base";
import type { Outcome } from "./batch-queue.ts";
import { checkpointCrc, rowCrc } from "./crc.ts";
import { decide, type Held } from "./decide.ts";
import { isConnectionLoss, sqlState } from "./postgres-problems.ts";
import type { Request } from "./request.ts";
import type { Append, AppendResult } from "./store.ts";

/** The commit was sent and not confirmed: it is not known whether the batch is recorded. */
export class CommitUnconfirmed extends Error {
  constructor(cause: unknown) {
    super("The server did not confirm the commit.", { cause });
    this.name = "CommitUnconfirmed";
  }
}

/** Channel of LISTEN and NOTIFY for one schema; schemas of one database do not hear each other. */
export const channelOf = (schema: string): string => `parley_${crc32(schema)}`;

/**
 * Commits a batch in one transaction. Locks of the logs, by name and in one order for everyone, are held until the
 * commit: exclusive for logs that grow, shared for guards. Read committed then sees what the last holder wrote.
 * Ids are looked up only when the database has refused one, which is rare.
 */
export async function postgresCommit(
  client: pg.PoolClient,
  schema: string,
  batch: readonly Request[],
  looksUpIds = false,
): Promise<Outcome<AppendResult>[]> {
  await client.query(`begin isolation level read committed; ${lockStatement(schema, batch)}`);
  let verdicts: ReturnType<typeof decide>;
  try {
    verdicts = decide(batch, await heldBy(client, batch, looksUpIds));
    const appends = batch.flatMap((request, i) => (verdicts[i]?.kind === "accepted" ? request.appends : []));
    if (appends.length > 0) await write(client, schema, appends);
  } catch (error) {
    // on a broken connection the server rolls back by itself
    if (!isConnectionLoss(error)) await client.query("rollback");
    if (!looksUpIds && isRepeatedId(error)) return postgresCommit(client, schema, batch, true);
    throw error;
  }
  try {
    await client.query("commit");
  } catch (error) {
    // anything that the server did not say itself leaves the outcome open
    if (isConnectionLoss(error) || sqlState(error) === undefined) throw new CommitUnconfirmed(error);
    throw error;
  }
  return verdicts.map((verdict) => {
    if (verdict.kind === "accepted") return { value: { done: true } };
    if (verdict.kind === "refused") return { error: new ProblemError(verdict.problem) };
    return { value: { done: false, moved: verdict.moved, size: verdict.size } };
  });
}

/** Two logs whose names share a CRC share a lock, which costs a wait and nothing else. */
function lockStatement(schema: string, batch: readonly Request[]): string {
  const exclusiveOf = new Map<number, boolean>();
  for (const { appends, guards } of batch) {
    for (const { log } of guards) {
      const key = lockKey(log);
      exclusiveOf.set(key, exclusiveOf.get(key) ?? false);
    }
    for (const { log } of appends) exclusiveOf.set(lockKey(log), true);
  }
  const space = lockKey(schema);
  const locks = [...exclusiveOf]
    .sort(([a], [b]) => a - b)
    .map(([key, isExclusive]) => `pg_advisory_xact_lock${isExclusive ? "" : "_shared"}(${space}, ${key})`);
  // the expressions of a select list are evaluated from left to right
  return `select ${locks.join(", ")}`;
}

/** A signed 32-bit integer, as the two-key advisory locks take. */
const lockKey = (name: string): number => crc32(name) | 0;

const isRepeatedId = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.constraint === "act_log_id_key";

async function heldBy(client: pg.PoolClient, batch: readonly Request[], looksUpIds: boolean): Promise<Held> {
  const logs = batch.flatMap(({ appends, guards }) => [...appends, ...guards].map(({ log }) => log));
  const sizes = await client.query<{ name: string; size: number }>({
    name: "sizes",
    text: `select name, coalesce((select max(seq) + 1 from act where log = number), 0) as size
      from log where name = any($1::text[])`,
    values: [[...new Set(logs)]],
  });
  const sizeOf = new Map(sizes.rows.map(({ name, size }) => [name, size]));
  const seqOf = looksUpIds ? await seqsOfIds(client, batch) : new Map<string, number>();
  return {
    size: (log) => sizeOf.get(log) ?? 0,
    seqOf: (log, id) => seqOf.get(keyOf(log, id)),
  };
}

async function seqsOfIds(client: pg.PoolClient, batch: readonly Request[]): Promise<Map<string, number>> {
  const asked = batch.flatMap(({ appends }) =>
    appends.flatMap(({ log, rows }) => rows.map(({ id }) => ({ log, id }))),
  );
  const { rows } = await client.query<{ name: string; id: string; seq: number | null }>(
    `select name, id, (
        select seq from act where act.log = (select number from log where log.name = asked.name) and act.id = asked.id
      ) as seq from unnest($1::text[], $2::text[]) as asked (name, id)`,
    [asked.map(({ log }) => log), asked.map(({ id }) => id)],
  );
  return new Map(rows.flatMap(({ name, id, seq }) => (seq === null ? [] : [[keyOf(name, id), seq]])));
}

const keyOf = (log: string, id: string): string => JSON.stringify([log, id]);

const ROWS_AT_ONCE = 1_000;

async function write(client: pg.PoolClient, schema: string, appends: readonly Append[]): Promise<void> {
  const names = [...new Set(appends.map(({ log }) => log))];
  const known = await client.query<{ name: string; number: number }>({
    name: "logs",
    text: `with added as (
        insert into log (name) select unnest($1::text[]) except select name from log returning name, number
      ) select name, number from added union all select name, number from log where name = any($1::text[])`,
    values: [names],
  });
  const numbers = new Map(known.rows.map(({ name, number }) => [name, number]));
  const numberOf = (log: string): number => {
    const number = numbers.get(log);
    if (number === undefined) throw new Error(`The log ${log} was not found after it was added.`);
    return number;
  };
  const acts = appends.flatMap(({ log, expectedSize, rows }) =>
    rows.map((row, i) => {
      const seq = expectedSize + i;
      return { log: numberOf(log), seq, row, crc: rowCrc(log, seq, row) };
    }),
  );
  for (let from = 0; from < acts.length; from += ROWS_AT_ONCE) {
    const some = acts.slice(from, from + ROWS_AT_ONCE);
    await client.query({
      name: "acts",
      text: `insert into act (log, seq, id, received_at, leaf_hash, crc, entry)
        select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::bytea[], $6::bigint[], $7::bytea[])`,
      values: [
        some.map((act) => act.log),
        some.map((act) => act.seq),
        some.map((act) => act.row.id),
        some.map((act) => act.row.receivedAt),
        some.map((act) => asBuffer(act.row.leafHash)),
        some.map((act) => act.crc),
        some.map((act) => asBuffer(act.row.entry)),
      ],
    });
  }
  await client.query({
    name: "checkpoints",
    text: `with added as (
        insert into checkpoint (log, size, root, crc, note)
        select * from unnest($1::bigint[], $2::bigint[], $3::bytea[], $4::bigint[], $5::text[])
      ) select pg_notify($6, told) from unnest($7::text[]) as told`,
    values: [
      appends.map(({ log }) => numberOf(log)),
      appends.map(({ checkpoint }) => checkpoint.size),
      appends.map(({ checkpoint }) => asBuffer(checkpoint.root)),
      appends.map(({ log, checkpoint }) => checkpointCrc(log, checkpoint)),
      appends.map(({ checkpoint }) => checkpoint.note),
      channelOf(schema),
      appends.map(({ log, checkpoint }) => JSON.stringify([log, checkpoint.size])),
    ],
  });
}

/** pg writes arrays of Buffers as arrays of bytea, and arrays of other byte arrays as text. */
const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
