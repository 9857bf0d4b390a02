import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";

/** Kysely over one open node:sqlite database; the opener closes it. Every query runs to its end at once. */
export function sqliteDialect(database: DatabaseSync): Dialect {
  return {
    createDriver: () => sqliteDriver(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new TransactionalSqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/** SQLite rolls back changes of tables too (https://sqlite.org/lang_transaction.html), so migrations run in one. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function sqliteDriver(database: DatabaseSync): Driver {
  const connection = sqliteConnection(database);
  const run = (statement: string) => async (to: DatabaseConnection) => {
    await to.executeQuery(CompiledQuery.raw(statement));
  };
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: run("begin immediate"),
    commitTransaction: run("commit"),
    rollbackTransaction: async (to) => {
      // a write that failed has ended the transaction already (https://sqlite.org/lang_transaction.html)
      if (database.isTransaction) await run("rollback")(to);
    },
    releaseConnection: async () => {},
    destroy: async () => {},
  };
}

const MAX_PREPARED = 100;

function sqliteConnection(database: DatabaseSync): DatabaseConnection {
  const prepared = new Map<string, StatementSync>();
  const prepare = (text: string): StatementSync => {
    let statement = prepared.get(text);
    if (statement === undefined) {
      if (prepared.size >= MAX_PREPARED) prepared.clear();
      statement = database.prepare(text);
      prepared.set(text, statement);
    }
    return statement;
  };
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const statement = prepare(sql);
      // Kysely's types say what the parameters are; the driver refuses others by itself
      const values = parameters as SQLInputValue[];
      if (statement.columns().length > 0) return { rows: statement.all(...values) as R[] };
      const { changes } = statement.run(...values);
      return { numAffectedRows: BigInt(changes), rows: [] };
    },
    // biome-ignore lint/correctness/useYield: the interface asks for a generator, and nothing here streams
    async *streamQuery() {
      throw new Error("The store reads in pages and never streams a query.");
    },
  };
}
