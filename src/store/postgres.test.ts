import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { appendAt, appendOf, rowAt } from "./builders.ts";
import { openPostgres } from "./postgres.ts";
import { refuseUnsafe } from "./postgres-open.ts";
import type { Schema } from "./schema.ts";
import type { Append, Store } from "./store.ts";
import { codeOf } from "./suite.ts";
import { postgresPlace, testDatabaseUrl } from "./test-places.ts";

describe("postgres that is not there", () => {
  it("[ST70] says in words that the server does not answer, and keeps the password to itself", async () => {
    const opening = openPostgres("postgres://parley:secret@127.0.0.1:9/parley");
    await expect(opening).rejects.toMatchObject({ problem: { code: "store.unreachable" } });
    await expect(opening).rejects.toThrow("postgres://parley@127.0.0.1:9/parley");
    await expect(opening).rejects.not.toThrow("secret");
  });

  it("[ST70] takes a schema that needs quotes as a mistake of the caller", async () => {
    await expect(openPostgres("postgres://127.0.0.1:9/parley", { schema: 'a"b' })).rejects.toThrow(
      "is not a name for a schema",
    );
  });
});

describe.skipIf(testDatabaseUrl === undefined)("postgres", () => {
  it("[ST71] refuses a server whose settings would lose what was acknowledged", async () => {
    const pool = new pg.Pool({ connectionString: testDatabaseUrl, options: "-c synchronous_commit=off" });
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
    expect(await codeOf(refuseUnsafe(db, "here"))).toBe("store.unsafe_setting");
    await pool.end();
    // the store asks for the safe value itself, whatever the role or the database is set to
    const place = postgresPlace(`${testDatabaseUrl}`);
    await (await place.open()).close();
    await place.remove();
  });

  it("[ST72] hears of what another process appends, and of no other schema", async () => {
    const url = testDatabaseUrl ?? "";
    const [place, elsewhere] = [postgresPlace(url), postgresPlace(url)];
    const [one, two, third] = [await place.open(), await place.open(), await elsewhere.open()];
    const heard: string[] = [];
    await one.watch((log, size) => heard.push(`${log} ${size}`));
    await third.append([await appendAt("c", 0)]);
    await two.append([await appendAt("a", 0, 2), await appendAt("b", 0)]);
    await expect.poll(() => heard).toEqual(["a 2", "b 1"]);
    for (const store of [one, two, third]) await store.close();
    for (const used of [place, elsewhere]) await used.remove();
  });

  it("[ST73] lets processes append to the same logs in opposite orders without holding each other up for ever", async () => {
    const place = postgresPlace(`${testDatabaseUrl}`);
    const stores = [await place.open(), await place.open(), await place.open()];
    const logs = Array.from({ length: 12 }, (_, i) => `log ${i}`);
    const appendAll = async (store: Store, order: readonly string[]): Promise<void> => {
      for (let done = 0; done < 15; ) {
        const appends: Append[] = [];
        for (const log of order) {
          const size = await store.size(log);
          const row = { ...(await rowAt(log, size)), id: crypto.randomUUID() };
          appends.push(await appendOf(log, size, [row]));
        }
        if ((await store.append(appends)).done) done++;
      }
    };
    const orders = [logs, logs.toReversed(), [...logs.slice(6), ...logs.slice(0, 6)]];
    await Promise.all(stores.map((store, i) => appendAll(store, orders[i] ?? logs)));
    for (const log of logs) expect(await stores[0]?.size(log)).toBe(45);
    for (const store of stores) await store.close();
    await place.remove();
  });

  it("[ST74] says that the outcome is unknown when the connection breaks at the commit, and works on", async () => {
    const place = postgresPlace(`${testDatabaseUrl}`);
    const store = await place.open();
    // a deferred trigger runs at the commit: there it ends its own connection
    await place.execute(`create function leave() returns trigger language plpgsql as $$ begin
        perform pg_terminate_backend(pg_backend_pid()); return null;
      end $$;
      create constraint trigger leaving after insert on act deferrable initially deferred
        for each row execute function leave()`);
    expect(await codeOf(store.append([await appendAt("a", 0)]))).toBe("store.outcome_unknown");
    await place.execute("drop trigger leaving on act");
    expect(await store.has("a", "a#0")).toBeUndefined();
    expect(await store.append([await appendAt("a", 0)])).toEqual({ done: true });
    await store.close();
    await place.remove();
  });
});
