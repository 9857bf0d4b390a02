import { type Kysely, sql } from "kysely";
import { refuse } from "#base";
import { latestMigration, MIGRATION_TABLE, migrate, migrationNames } from "./migrations/index.ts";
import { sqlState } from "./postgres-problems.ts";
import type { Schema } from "./schema.ts";

/** Looks at the settings that make "acknowledged" mean "synced", and at the text encoding. */
export async function refuseUnsafe(db: Kysely<Schema>, where: string): Promise<void> {
  const wanted = { fsync: "on", full_page_writes: "on", synchronous_commit: "on", server_encoding: "UTF8" };
  for (const [setting, value] of Object.entries(wanted)) {
    const found = await settingOf(db, setting);
    if (found !== value) refuse("store.unsafe_setting", { where, setting, value: found, wanted: value });
  }
}

async function settingOf(db: Kysely<Schema>, setting: string): Promise<string> {
  const { rows } = await sql<{ value: string }>`select current_setting(${setting}) as value`.execute(db);
  return rows[0]?.value ?? "nothing";
}

/** Makes the schema and its tables, or brings them up to date; refuses those of a later version. */
export async function bringUpToDate(db: Kysely<Schema>, schema: string, where: string): Promise<void> {
  const made = await migrationsMade(db, schema);
  if (made === undefined) await refuseForeignTables(db, schema, where);
  const unknown = made?.find((name) => !migrationNames.includes(name));
  if (unknown !== undefined) {
    refuse("store.later_version", { where, found: unknown, known: latestMigration() });
  }
  if (made?.length === migrationNames.length) return;
  await createSchema(db, schema);
  // Kysely's migrator takes a lock of its own: of several processes one makes them, the others wait
  await migrateBesideOthers(db, schema);
}

const INVALID_SCHEMA_NAME = "3F000";
const UNDEFINED_TABLE = "42P01";
const ATTEMPTS = 20;

/** Kysely's migrator looks at the tables of every schema in the database, and fails when one is dropped meanwhile. */
async function migrateBesideOthers(db: Kysely<Schema>, schema: string, attempt = 1): Promise<void> {
  try {
    await migrate(db, "postgres", { schema });
  } catch (error) {
    const isOfAnother = [INVALID_SCHEMA_NAME, UNDEFINED_TABLE].includes(sqlState(error) ?? "");
    if (!isOfAnother || attempt === ATTEMPTS) throw error;
    // the migrations are one transaction: nothing of the failed attempt is left
    await migrateBesideOthers(db, schema, attempt + 1);
  }
}

async function migrationsMade(db: Kysely<Schema>, schema: string): Promise<string[] | undefined> {
  const table = `${quoted(schema)}.${MIGRATION_TABLE}`;
  const { rows } = await sql<{ found: string | null }>`select to_regclass(${table}) as found`.execute(db);
  if (rows[0]?.found == null) return undefined;
  const names = await sql<{ name: string }>`select name from ${sql.raw(table)} order by name`.execute(db);
  return names.rows.map(({ name }) => name);
}

async function refuseForeignTables(db: Kysely<Schema>, schema: string, where: string): Promise<void> {
  const { rows } = await sql<{ found: string | null }>`
    select to_regclass(${`${quoted(schema)}.act`}) as found`.execute(db);
  if (rows[0]?.found != null) refuse("store.not_parley", { where });
}

async function createSchema(db: Kysely<Schema>, schema: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // `create schema if not exists` fails when two processes do it at the same moment
    await sql`select pg_advisory_xact_lock(hashtext('parley schema'))`.execute(tx);
    await sql`create schema if not exists ${sql.id(schema)}`.execute(tx);
  });
}

const quoted = (schema: string): string => `"${schema}"`;
