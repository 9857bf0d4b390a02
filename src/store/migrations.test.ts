import { rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { appendAt } from "./builders.ts";
import { checkpointCrc, rowCrc } from "./crc.ts";
import { migrate, migrationNames } from "./migrations/index.ts";
import { openSqlite } from "./sqlite.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";
import type { Store } from "./store.ts";
import { codeOf } from "./suite.ts";
import { postgresPlace, temporaryFolder, testDatabaseUrl } from "./test-places.ts";

// the first migration makes the tables of acts; every later version must keep what it holds
const versions = migrationNames.map((name, i) => ({ name, number: i + 1 }));

describe("sqlite", () => {
  for (const { name, number } of versions) {
    it(`[ST30] brings a record of ${name} up to date and keeps every row of it`, async () => {
      const folder = temporaryFolder();
      const file = join(folder, "parley.db");
      const database = new DatabaseSync(file);
      database.exec(`pragma application_id = ${0x5061726c}`);
      const db = new Kysely<never>({ dialect: sqliteDialect(database) });
      await migrate(db, "sqlite", { target: name });
      expect(database.prepare("pragma user_version").get()).toEqual({ user_version: number });
      await insertOne(db);
      database.close();
      if (number < versions.length) {
        expect(await codeOf(openSqlite(file, { readOnly: true }))).toBe("store.earlier_version");
      }
      await expectOne(await openSqlite(file));
      await expectOne(await openSqlite(file, { readOnly: true }));
      rmSync(folder, { recursive: true });
    });
  }
});

describe.skipIf(testDatabaseUrl === undefined)("postgres", () => {
  const url = testDatabaseUrl ?? "";

  for (const { name } of versions) {
    it(`[ST30] brings a record of ${name} up to date and keeps every row of it`, async () => {
      const place = postgresPlace(url);
      await place.execute(`create schema ${place.schema}`);
      const pool = new pg.Pool({ connectionString: url, options: `-c search_path=${place.schema}` });
      const db = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
      await migrate(db, "postgres", { schema: place.schema, target: name });
      await insertOne(db);
      await pool.end();
      await expectOne(await place.open());
      await place.remove();
    });
  }

  it("[ST31] is made once when several processes open a new place at the same moment", async () => {
    const place = postgresPlace(url);
    const stores = await Promise.all(Array.from({ length: 6 }, () => place.open()));
    for (const store of stores) expect(await store.logs()).toEqual([]);
    await Promise.all(stores.map((store) => store.close()));
    await place.remove();
  });

  it("[ST31] is made while other schemas of the database come and go", async () => {
    const passing = postgresPlace(url);
    const tables = Array.from({ length: 20 }, (_, i) => `create table ${passing.schema}.t${i} (n serial)`);
    let isDone = false;
    const passer = (async () => {
      while (!isDone) {
        await passing.execute(`create schema ${passing.schema}; ${tables.join("; ")}`);
        await passing.remove();
      }
    })();
    for (let round = 0; round < 30; round++) {
      const place = postgresPlace(url);
      await (await place.open()).close();
      await place.remove();
    }
    isDone = true;
    await passer;
  });

  it("[ST31] refuses tables of another program", async () => {
    const place = postgresPlace(url);
    await place.execute(`create schema ${place.schema}; create table ${place.schema}.act (theatre text)`);
    expect(await codeOf(place.open())).toBe("store.not_parley");
    await place.remove();
  });
});

/** As the first version wrote it; a later migration that changes these columns brings its own way to read them. */
async function insertOne(db: Kysely<never>): Promise<void> {
  const { log, rows, checkpoint } = await appendAt("a", 0);
  const [row] = rows;
  if (row === undefined) throw new Error("The builder made no row.");
  await sql`insert into log (name) values (${log})`.execute(db);
  await sql`insert into act (log, seq, id, received_at, leaf_hash, crc, entry)
    select number, 0, ${row.id}, ${row.receivedAt}, ${row.leafHash}, ${rowCrc(log, 0, row)}, ${row.entry} from log`.execute(
    db,
  );
  await sql`insert into checkpoint (log, size, root, crc, note)
    select number, 1, ${checkpoint.root}, ${checkpointCrc(log, checkpoint)}, ${checkpoint.note} from log`.execute(
    db,
  );
}

async function expectOne(store: Store): Promise<void> {
  const { rows, checkpoint } = await appendAt("a", 0);
  const found: object[] = [];
  for await (const row of store.read("a", 0)) found.push(row);
  expect(found).toEqual(rows.map((row, seq) => ({ seq, ...row })));
  expect(await store.latestCheckpoint("a")).toEqual(checkpoint);
  expect(await store.check()).toEqual([]);
  await store.close();
}
