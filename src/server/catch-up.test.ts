import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProblemError, problem, seededRandom } from "#base";
import { formatCheckpoint, leafHash, noteSigner, signNote } from "#ledger";
import { offices, rooms } from "#record";
import type { Store } from "#store";
import { postgresBackend, testDatabaseUrl } from "#store/testing";
import type { Registry } from "./registry.ts";
import { onEachBackend, onStage } from "./testing/backends.ts";
import {
  bodies,
  hostPlaces,
  issue,
  keyFor,
  randomEnvelope,
  refusalOf,
  type SignedProcess,
} from "./testing/index.ts";

/** What a registry makes of the record: every head and every office's state. */
function memory(registry: Registry) {
  return [rooms.map((room) => registry.head(room)), offices.map((office) => registry.state(office))];
}

/** Says some acts at once, of kinds that fit what this registry holds. */
async function sayAtOnce(process: SignedProcess, registry: Registry, seed: number, many: number) {
  const random = seededRandom(seed);
  const envelopes = Array.from({ length: many }, () =>
    randomEnvelope(process, random, random.pick(hostPlaces), registry),
  );
  const answers = envelopes.flatMap((one) => (one ? [refusalOf(registry.submit(one))] : []));
  return (await Promise.all(answers)).filter((problem) => problem === undefined).length;
}

onEachBackend((stage) => {
  it("[RG24] holds what the store holds when batches have failed, as if it were opened anew", async () => {
    const { process, store } = stage;
    const random = seededRandom(24);
    const failure = new ProblemError(problem("store.disk_full", { where: "the disk" }));
    const failing: Store = {
      ...store,
      append: async (appends, guards) => {
        const end = random.pick(["written", "lost", "written and not confirmed"] as const);
        if (end === "lost") throw failure;
        const result = await store.append(appends, guards);
        if (end === "written") return result;
        throw failure;
      },
    };
    const registry = await process.another(failing);
    let admitted = 0;
    for (let round = 0; round < 40; round++) {
      process.now += 60_000 * random.below(2);
      admitted += await sayAtOnce(process, registry, round, 12);
    }
    expect(admitted).toBeGreaterThan(20);
    const one = async () => refusalOf(registry.submit(await process.signed("party-a", bodies())));
    while (await one()) expect(memory(registry)).not.toEqual([]); // until one is written: memory is then made right
    expect(memory(registry)).toEqual(memory(await process.another(store)));
  });
});

describe.skipIf(testDatabaseUrl === undefined)("registries that catch up", () => {
  onStage(postgresBackend, (stage) => {
    it("[RG24] hold what the store holds after any interleaving, as if they were opened anew", async () => {
      const { process, place, store } = stage;
      const skewMs = 3_000;
      let admitted = 0;
      const stores = await Promise.all([place.open(), place.open()]);
      const step = fc.record({
        server: fc.nat(2), // 2: both at once
        many: fc.integer({ min: 1, max: 6 }),
        passMs: fc.constantFrom(0, 0, 1, 5_000),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), fc.nat(), async (steps, seed) => {
          const pair = await Promise.all(
            stores.map((one, i) => process.another(one, () => process.now + i * skewMs)),
          );
          for (const [i, { server, many, passMs }] of steps.entries()) {
            process.now += passMs;
            const speaking = pair.filter((_, k) => server === 2 || server === k);
            const counts = speaking.map((one, k) => sayAtOnce(process, one, seed + 97 * i + k, many));
            for (const count of await Promise.all(counts)) admitted += count;
          }
          const fresh = memory(await process.another(store));
          for (const one of pair) {
            await one.catchUp();
            expect(memory(one)).toEqual(fresh);
            await one.close();
          }
        }),
        { numRuns: 20 },
      );
      expect(admitted).toBeGreaterThan(50);
      for (const one of stores) await one.close();
    }, 120_000);

    it("[RG25] take in what another admits when they hear of it, without an act of their own", async () => {
      const { process, place } = stage;
      const other = await place.open();
      const listening = await process.another(other);
      await process.say("host", issue("Heard."));
      await expect.poll(() => listening.state("party-a").positions.issues.size, { timeout: 20_000 }).toBe(1);
      await listening.close();
      await other.close();
    });

    it("[RG14] do not go on from what this host has not signed, nor from fewer entries", async () => {
      const { process, place, store } = stage;
      await process.say("party-b", bodies(1, "b"));
      const humanitarian = process.log("humanitarian");
      const forger = noteSigner(`${process.hostName}/${process.process}/humanitarian`, keyFor("forger"));
      const lies: Readonly<Record<string, (other: Store) => Partial<Store>>> = {
        "fewer entries": (other) => ({
          logs: async () => (await other.logs()).filter(({ log }) => log !== humanitarian),
        }),
        "an older head": (other) => ({ latestCheckpoint: (log) => other.checkpoint(log, 1) }),
        "a head that another key has signed": (other) => ({
          latestCheckpoint: async (log) => {
            const head = await other.latestCheckpoint(log);
            if (!head) return undefined;
            const text = formatCheckpoint({ origin: forger.name, size: head.size, root: head.root });
            return { ...head, note: new TextDecoder().decode(signNote(text, [forger])) };
          },
        }),
        "another entry": (other) => ({
          async *read(log, from, limit) {
            for await (const row of other.read(log, from, limit)) {
              const entry = row.entry.with(row.entry.length - 20, 55);
              yield { ...row, entry, leafHash: leafHash(entry) };
            }
          },
        }),
        "an entry once more": (other) => ({
          read: (log, from, limit) => other.read(log, from - 1, limit),
        }),
      };
      for (const [what, lie] of Object.entries(lies)) {
        let isLying = false;
        const honest = await place.open();
        const lying = lie(honest);
        const between = new Proxy(honest, {
          get: (_, name: keyof Store) => (isLying && lying[name]) || honest[name],
        });
        const registry = await process.another(between);
        isLying = true;
        await process.say("party-b", bodies(2, "b"));
        const submitted = registry.submit(await process.signed("party-a", bodies(3)));
        expect((await refusalOf(submitted))?.code, what).toBe("registry.tampered");
        isLying = false;
        await registry.submit(await process.signed("party-a", bodies(4)));
        expect(memory(registry), what).toEqual(memory(await process.another(store)));
        await registry.close();
        await honest.close();
      }
    });
  });
});
