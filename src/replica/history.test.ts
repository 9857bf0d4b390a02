import { expect, it } from "vitest";
import { storeSource } from "#folder";
import { fold, offices } from "#record";
import { randomHistory } from "#record/testing";
import { sqliteBackend } from "#store/testing";
import { readAs, verifySource } from "./index.ts";
import { identityOf, isReplayable, newIdentities, plain, SignedHistory } from "./testing/signed-history.ts";

const histories = 12;

it(`[RG21] [RP1] over ${histories} random histories, signed and sealed: what the registry admits is what the rules admit, and each office reads its own part of it`, {
  timeout: 300_000,
}, async () => {
  const identities = await newIdentities();
  const counted = { admitted: 0, refused: 0, sealed: 0 };
  for (let seed = 1; seed <= histories; seed++) {
    const place = await sqliteBackend.place();
    const store = await place.open();
    const history = await SignedHistory.begin(store, seed, identities);
    for (const { act, at } of randomHistory(seed, 90).attempts.filter(isReplayable)) {
      history.now = at;
      const { inMemory, signed } = await history.say(history.told(act));
      expect(signed === undefined, `${act.kind} in ${act.room}: ${inMemory} and ${signed}`).toBe(
        inMemory === undefined,
      );
      if (inMemory === "act.refused_by_rule") expect(signed).toBe(inMemory);
      counted[inMemory ? "refused" : "admitted"] += 1;
      if (!inMemory && act.room.startsWith("internal-")) counted.sealed += 1;
    }
    const source = storeSource(store, { process: history.process.process });
    for (const office of offices) {
      const reading = await readAs(source, office, identityOf(identities, office));
      expect(reading).toMatchObject({ closed: 0, problems: [] });
      expect(plain(reading.state)).toEqual(plain(fold(history.world.entriesFor(office))));
    }
    expect((await verifySource(source)).problems).toEqual([]);
    await store.close();
    await place.remove();
  }
  console.log(`${histories} histories:`, counted);
  expect(counted.sealed).toBeGreaterThan(histories);
});
