import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";
import type { Store } from "./store.ts";

/** Somewhere to keep a record: a file of its own, or a schema of its own. */
export type Place = {
  /** Opens the record that is here; it may be opened again after it was closed. */
  open(): Promise<Store>;
  /** SQL that goes round the store. */
  execute(sql: string): Promise<void>;
  remove(): Promise<void>;
};

export type TestBackend = {
  readonly name: Store["backend"];
  /** Whether several stores may write to one place at once. */
  readonly isShared: boolean;
  place(): Promise<Place>;
};

export const testDatabaseUrl = process.env.PARLEY_TEST_DATABASE_URL;

export const sqliteBackend: TestBackend = {
  name: "sqlite",
  isShared: false,
  async place() {
    const folder = temporaryFolder();
    const file = join(folder, "parley.db");
    return {
      open: () => openSqlite(file),
      execute: async (sql) => {
        const database = new DatabaseSync(file);
        try {
          database.exec(sql);
        } finally {
          database.close();
        }
      },
      remove: async () => rmSync(folder, { recursive: true }),
    };
  },
};

export const postgresBackend: TestBackend = {
  name: "postgres",
  isShared: true,
  async place() {
    const url = testDatabaseUrl;
    if (url === undefined) throw new Error("PARLEY_TEST_DATABASE_URL names the database to test on.");
    return postgresPlace(url);
  },
};

export function postgresPlace(url: string): Place & { readonly schema: string } {
  const schema = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  const execute = async (sql: string) => {
    const client = new pg.Client({ connectionString: url, options: `-c search_path=${schema}` });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  return {
    schema,
    open: () => openPostgres(url, { schema, connections: 4 }),
    execute,
    remove: () => execute(`set client_min_messages = warning; drop schema if exists ${schema} cascade`),
  };
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "parley-store-"));
