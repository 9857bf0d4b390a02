import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import { binariesIn, type PostgresServer, startPostgres } from "../../scripts/postgres.ts";
import { appendAt } from "./builders.ts";
import { startWriter, Witnessed, workMs, writeUntilKilled } from "./crash-round.ts";
import { postgresPlace } from "./test-places.ts";

const SEED = 20251122;

// a server of its own: it is made to crash, and others test on the one of PARLEY_TEST_DATABASE_URL
const control = process.env.PARLEY_TEST_PG_CTL;

describe.skipIf(control === undefined)("postgres", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(await binariesIn(dirname(control ?? "")));
  });
  afterAll(async () => server?.stop());

  const places = 5;
  const clientKills = 4;
  const serverKills = 2;

  it(`[ST61] keeps everything acknowledged over ${places * clientKills} kills of the writer and ${places * serverKills} of the server`, {
    timeout: 600_000,
  }, async () => {
    const random = seededRandom(SEED);
    let acknowledged = 0;
    for (let number = 0; number < places; number++) {
      const place = postgresPlace(server.url);
      const order = { backend: "postgres", target: server.url, schema: place.schema } as const;
      const witnessed = new Witnessed();
      for (let kill = 0; kill < clientKills + serverKills; kill++) {
        if (kill < clientKills) {
          const writer = await writeUntilKilled(order, workMs(random));
          witnessed.note(writer.acknowledged);
          acknowledged += writer.acknowledged.length;
          await othersGone(server.url);
        } else {
          const writer = startWriter(order);
          await writer.firstAcknowledged;
          await pause(workMs(random));
          await server.crash(kill % 2 === 0 ? "SIGKILL" : "SIGQUIT");
          await writer.ended;
          expect(["store.unreachable", "store.outcome_unknown"]).toContain(writer.refused[0]);
          witnessed.note(writer.acknowledged);
          acknowledged += writer.acknowledged.length;
          await server.start();
        }
        const store = await place.open();
        await witnessed.compare(store);
        await store.close();
      }
    }
    console.log(`postgres: ${places * (clientKills + serverKills)} kills, ${acknowledged} rows acknowledged`);
  });

  it("[ST62] works on after the server was restarted, and tells a watcher what he missed", async () => {
    const place = postgresPlace(server.url);
    const [store, other] = [await place.open(), await place.open()];
    const heard: string[] = [];
    await store.watch((log, size) => heard.push(`${log} ${size}`));
    await store.append([await appendAt("a", 0)]);
    await server.crash("SIGQUIT");
    await expect(store.size("a")).rejects.toMatchObject({ problem: { code: "store.unreachable" } });
    await server.start();
    await expect.poll(() => other.size("a"), { timeout: 10_000 }).toBe(1);
    expect(await other.append([await appendAt("a", 1)])).toEqual({ done: true });
    expect(await store.append([await appendAt("a", 2)])).toEqual({ done: true });
    await expect.poll(() => heard.at(-1), { timeout: 10_000 }).toBe("a 3");
    await Promise.all([store.close(), other.close()]);
  });
});

/** A killed client's transaction may still be at its commit on the server. */
async function othersGone(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const left = async () => {
    const { rowCount } = await client.query(
      "select 1 from pg_stat_activity where application_name = 'parley'",
    );
    return rowCount;
  };
  await expect.poll(left, { timeout: 20_000, interval: 5 }).toBe(0);
  await client.end();
}
