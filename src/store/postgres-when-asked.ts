import type { PostgresOptions } from "./postgres.ts";
import type { Store } from "./store.ts";

/** Opens the record in a PostgreSQL database; its client is loaded only then, for most records are a file. */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Store> {
  const postgres = await import("./postgres.ts");
  return postgres.openPostgres(url, options);
}
