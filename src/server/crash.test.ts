import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import { openSqlite } from "#store";
import { postgresPlace, testDatabaseUrl } from "#store/testing";
import type { WriterOrder } from "./crash-writer.ts";
import { startWriter, Witnessed, type Writer, writeUntilKilled } from "./testing/crash-round.ts";

const seed = 20_251_122;

/**
 * Kills a writer on each of several places in turn, again and again. While one place's writer works, that of the
 * next place makes ready: it is starting up that takes the time.
 */
async function killInTurn(
  orders: readonly WriterOrder[],
  rounds: number,
  least: number,
  judge: (witnessed: Witnessed, order: WriterOrder) => Promise<void>,
): Promise<number> {
  const random = seededRandom(seed);
  const witnessed = new Map(orders.map((order) => [order, new Witnessed()]));
  const turns = Array.from({ length: rounds }, () => orders).flat();
  let next: Writer | undefined;
  let acknowledged = 0;
  for (const [turn, order] of turns.entries()) {
    const writer: Writer = next ?? startWriter({ ...order, seed: turn });
    const following = turns[turn + 1];
    next = following && startWriter({ ...following, seed: turn + 1 });
    const said = await writeUntilKilled(writer, 20 + random.next() * 280, least);
    acknowledged += said.length;
    const at = witnessed.get(order);
    at?.note(said);
    if (at) await judge(at, order);
  }
  return acknowledged;
}

describe("sqlite", () => {
  const files = 10;
  const killsOfFile = 10;

  it(`[RG22] keeps every acknowledged act at its place over ${files * killsOfFile} kills of the registry`, {
    timeout: 600_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "parley-crash-"));
    const orders = Array.from({ length: files }, (_, i): WriterOrder => {
      return { backend: "sqlite", target: join(folder, `${i}.db`), seed };
    });
    const acknowledged = await killInTurn(orders, killsOfFile, 6, async (witnessed, { target }) => {
      const store = await openSqlite(target);
      await witnessed.compare(store);
      await store.close();
    });
    expect(acknowledged).toBeGreaterThan(files * killsOfFile * 5);
    console.log(`sqlite: ${files * killsOfFile} kills, ${acknowledged} acts acknowledged`);
    rmSync(folder, { recursive: true });
  });
});

describe.skipIf(testDatabaseUrl === undefined)("postgres", () => {
  const schemas = 3;
  const killsOfSchema = 10;

  it(`[RG22] keeps every acknowledged act at its place over ${schemas * killsOfSchema} kills of the registry`, {
    timeout: 600_000,
  }, async () => {
    const url = testDatabaseUrl ?? "";
    const places = Array.from({ length: schemas }, () => postgresPlace(url));
    const orders = places.map(({ schema }): WriterOrder => {
      return { backend: "postgres", target: url, schema, seed };
    });
    const acknowledged = await killInTurn(orders, killsOfSchema, 2, async (witnessed, { schema }) => {
      await othersGone(url, schema ?? "");
      const store = await places.find((place) => place.schema === schema)?.open();
      if (!store) throw new Error(`There is no place ${schema}.`);
      await witnessed.compare(store);
      await store.close();
    });
    expect(acknowledged).toBeGreaterThan(schemas * killsOfSchema); // a loaded machine syncs a few a second
    console.log(`postgres: ${schemas * killsOfSchema} kills, ${acknowledged} acts acknowledged`);
    for (const place of places) await place.remove();
  });
});

/** A killed client's transaction may still be at its commit on the server: it holds the locks of its logs. */
async function othersGone(url: string, schema: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const writing = `select 1 from pg_locks join pg_class on pg_class.oid = relation
    join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = '${schema}' and mode = 'RowExclusiveLock'`;
  const left = async () => (await client.query(writing)).rowCount;
  await expect.poll(left, { timeout: 20_000, interval: 5 }).toBe(0);
  await client.end();
}
