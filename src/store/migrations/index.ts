import { type Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import type { Store } from "../store.ts";
import { logs } from "./2026-11-22-01-logs.ts";
import { beside } from "./2026-11-22-02-beside.ts";
import { signIn } from "./2026-11-22-03-sign-in.ts";
import { seatRequests } from "./2026-11-22-04-seat-requests.ts";
import { cosigned } from "./2026-11-22-05-cosigned.ts";
import type { Steps } from "./steps.ts";

/** By dated name, in order. */
const migrations: Readonly<Record<string, Steps>> = {
  "2026-11-22-01-logs": logs,
  "2026-11-22-02-beside": beside,
  "2026-11-22-03-sign-in": signIn,
  "2026-11-22-04-seat-requests": seatRequests,
  "2026-11-22-05-cosigned": cosigned,
};

export const migrationNames: readonly string[] = Object.keys(migrations).sort();
export const MIGRATION_TABLE = "migration";

/** The newest migration that this program knows. */
export function latestMigration(): string {
  const name = migrationNames.at(-1);
  if (name === undefined) throw new Error("There are no migrations.");
  return name;
}

/** Brings the database up to `target` in one transaction: it is as before, or up to date. */
export async function migrate<S>(
  db: Kysely<S>,
  backend: Store["backend"],
  options: { readonly schema?: string; readonly target?: string } = {},
): Promise<void> {
  const { schema, target = latestMigration() } = options;
  const migrator = new Migrator({
    db,
    ...(schema === undefined ? {} : { migrationTableSchema: schema }),
    migrationTableName: MIGRATION_TABLE,
    migrationLockTableName: `${MIGRATION_TABLE}_lock`,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          Object.entries(migrations).map(([name, steps]) => [
            name,
            {
              up: async (tx: Kysely<unknown>) => {
                for (const statement of steps[backend]) await sql.raw(statement).execute(tx);
                if (backend === "sqlite") {
                  const version = migrationNames.indexOf(name) + 1;
                  await sql.raw(`pragma user_version = ${version}`).execute(tx);
                }
              },
            },
          ]),
        ),
    },
  });
  const { error } = await migrator.migrateTo(target);
  if (error !== undefined) throw error;
}
