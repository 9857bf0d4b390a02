import { describe, expect, it } from "vitest";
import { storeSource } from "#folder";
import { fold, type Office, offices, roomTable } from "#record";
import { randomHistory } from "#record/testing";
import { sqliteBackend } from "#store/testing";
import { type Reading, readAs, verifySource } from "./index.ts";
import { identityOf, isReplayable, newIdentities, plain, SignedHistory } from "./testing/signed-history.ts";

const histories = 12;

type Answer = {
  readonly what: string;
  readonly inMemory: string | undefined;
  readonly signed: string | undefined;
};
type Read = { readonly office: Office; readonly reading: Reading; readonly expected: unknown };

// One run for both rules: signing and sealing take the time.
const told = Promise.all(Array.from({ length: histories }, (_, i) => tell(i + 1)));

async function tell(seed: number) {
  const identities = await newIdentities();
  const place = await sqliteBackend.place();
  const store = await place.open();
  const history = await SignedHistory.begin(store, seed, identities);
  const answers: Answer[] = [];
  let sealed = 0;
  for (const { act, at } of randomHistory(seed, 90).attempts.filter(isReplayable)) {
    history.now = at;
    const { inMemory, signed } = await history.say(history.told(act));
    answers.push({ what: `${act.kind} in ${act.room}`, inMemory, signed });
    if (!inMemory && roomTable[act.room].sealed) sealed += 1;
  }
  const source = storeSource(store, { process: history.process.process });
  const read: Read[] = [];
  for (const office of offices) {
    const reading = await readAs(source, office, identityOf(identities, office));
    read.push({ office, reading, expected: plain(fold(history.world.entriesFor(office))) });
  }
  const { problems } = await verifySource(source);
  await store.close();
  await place.remove();
  return { answers, read, problems, sealed };
}

describe(`${histories} random histories, signed and sealed`, () => {
  it("[RG21] are admitted act by act as the rules in memory admit them", { timeout: 300_000 }, async () => {
    const answers = (await told).flatMap((one) => one.answers);
    for (const { what, inMemory, signed } of answers) {
      expect(signed === undefined, `${what}: ${inMemory} and ${signed}`).toBe(inMemory === undefined);
      if (inMemory === "act.refused_by_rule") expect(signed, what).toBe(inMemory);
    }
    const refused = answers.filter(({ inMemory }) => inMemory !== undefined).length;
    console.log(`${histories} histories: ${answers.length - refused} acts admitted, ${refused} refused`);
    expect(refused).toBeGreaterThan(100);
  });

  it("[RP1] show each office with its keys exactly what is its own to read, and verify", async () => {
    for (const { read, problems } of await told) {
      expect(problems).toEqual([]);
      for (const { office, reading, expected } of read) {
        expect({ closed: reading.closed, problems: reading.problems }, office).toEqual({
          closed: 0,
          problems: [],
        });
        expect(plain(reading.state), office).toEqual(expected);
      }
    }
    expect((await told).reduce((sum, { sealed }) => sum + sealed, 0)).toBeGreaterThan(histories);
  });
});
