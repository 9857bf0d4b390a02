import { expect, it } from "vitest";
import { ProblemError, problem, seededRandom } from "#base";
import type { Store } from "#store";
import { sqliteBackend } from "#store/testing";
import { Follower, HttpHost, issue, SignedProcess } from "../testing/index.ts";

it("[HT47] the feed goes on when the store was away for a moment, and misses and doubles nothing", async () => {
  const place = await sqliteBackend.place();
  const store = await place.open();
  const process = await SignedProcess.founded(store);
  const random = seededRandom(47);
  let failures = 0;
  let isAway = false;
  const fail = () => {
    failures += 1;
    throw new ProblemError(problem("store.unreachable", { where: "the database", reason: "It is away." }));
  };
  const failing: Store = {
    ...store,
    latestCheckpoint: async (log) => (isAway ? fail() : store.latestCheckpoint(log)),
    async *read(log, from, limit) {
      for await (const row of store.read(log, from, limit)) {
        if (isAway && random.below(3) === 0) fail();
        yield row;
      }
    },
  };
  process.store = failing;
  const host = await HttpHost.of(process);
  const follower = await Follower.of(
    await host.app.listen({ host: "127.0.0.1", port: 0 }),
    await host.cookie("host"),
  );
  await expect.poll(() => follower.size("process"), { timeout: 20_000 }).toBe(14);
  for (let i = 0; i < 60; i++) {
    isAway = i % 20 > 5 && i % 20 < 15;
    await process.say("host", issue(`${i}`, i % 2 ? "plenary" : "internal-host"));
    await new Promise((done) => setTimeout(done, 10));
  }
  isAway = false;
  for (const room of ["plenary", "internal-host"] as const)
    await expect.poll(() => follower.size(room), { timeout: 20_000 }).toBe(30);
  expect(follower.misplaced).toBe(0);
  expect(failures).toBeGreaterThan(2);
  await follower.leave();
  await host.close();
  await store.close();
  await place.remove();
});
