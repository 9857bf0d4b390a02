import { describe, expect, it } from "vitest";
import { ProblemError } from "#base";
import { offices } from "#record";
import type { Store } from "#store";
import { postgresBackend, testDatabaseUrl } from "#store/testing";
import type { Registry } from "./registry.ts";
import { onStage, type Stage } from "./testing/backends.ts";
import { bodies, refusalOf, round } from "./testing/index.ts";

const rooms = ["process", "plenary", "humanitarian", "host-a"] as const;

/** Two servers over one database, each with a clock of its own. */
async function servers(stage: Stage): Promise<{ one: Registry; two: Registry; end: () => Promise<void> }> {
  const { process, place } = stage;
  const stores: Store[] = [await place.open(), await place.open()];
  const [first, second] = stores;
  if (!first || !second) throw new Error("Two stores were opened.");
  return {
    one: await process.another(first),
    two: await process.another(second, () => process.now + 3_000),
    end: async () => {
      for (const store of stores) await store.close();
    },
  };
}

describe.skipIf(testDatabaseUrl === undefined)("two registries on one database", () => {
  onStage(postgresBackend, (stage) => {
    it("[RG15] serve one process: dense places, nothing lost, equal states", async () => {
      const { process, store } = stage;
      const { one, two, end } = await servers(stage);
      const envelopes = await Promise.all(
        Array.from({ length: 60 }, (_, i) =>
          i % 4 === 0 ? process.signed("host", round(i + 1)) : process.signed("party-a", bodies(i)),
        ),
      );
      const admitted = await Promise.all(
        envelopes.map((envelope, i) => (i % 2 ? one : two).submit(envelope)),
      );
      for (const room of rooms) {
        const seqs = admitted.filter((act) => act.room === room).map((act) => act.seq);
        expect(seqs.toSorted((a, b) => a - b)).toEqual(seqs.map((_, i) => i));
        let last = 0;
        for await (const row of store.read(process.log(room), 0)) {
          expect(row.receivedAt).toBeGreaterThanOrEqual(last);
          last = row.receivedAt;
        }
      }
      expect(admitted).toHaveLength(60);
      const [again, another] = [await process.another(store), await process.another(store)];
      for (const office of offices) expect(again.state(office)).toEqual(another.state(office));
      expect(again.state("host").talks.rounds.size).toBe(15);
      expect(again.state("host").remains.handovers.size).toBe(45);
      await end();
    });

    it("[RG16] admit exactly one of two acts that exclude each other", async () => {
      const { process } = stage;
      const { one, two, end } = await servers(stage);
      for (let number = 1; number <= 12; number++) {
        const pair = [
          await process.signed("host", round(number)),
          await process.signed("party-a", round(number)),
        ];
        const answers = await Promise.all(
          pair.map((envelope, i) => refusalOf((i === 0 ? one : two).submit(envelope))),
        );
        const rules = answers.map((problem) => problem?.details.rule);
        expect(rules.toSorted()).toEqual(["TK1", undefined]);
      }
      const same = await process.signed("party-a", bodies());
      const both = await Promise.allSettled([one.submit(same), two.submit(same)]);
      const refused = both.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
      expect(refused).toHaveLength(1);
      expect(refused[0]).toBeInstanceOf(ProblemError);
      expect(refused[0].problem.code).toBe("act.replayed");
      await end();
    });

    it("[RG17] refuse nothing for want of what the other has admitted", async () => {
      const { process } = stage;
      const { one, two, end } = await servers(stage);
      await one.submit(await process.grant("party-a", "m2"));
      process.store = stage.store;
      await process.open();
      const key = process.device("party-a", "m2");
      const seated = await process.signed("party-a", bodies(1), [key], "m2");
      expect((await two.submit(seated)).seq, "a seat granted by the other").toBe(0);
      await process.open();
      const seen = await process.signed("party-a", bodies(2)); // names a head that `one` has not read
      expect((await one.submit(seen)).seq).toBe(1);
      await two.submit(await process.revoke("party-a", "m2"));
      const late = await process.signed("party-a", bodies(3), [key], "m2");
      expect((await refusalOf(one.submit(late)))?.code).toBe("act.seat_revoked");
      await end();
    });
  });
});
