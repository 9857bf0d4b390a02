import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { seededRandom } from "#base";
import { openExport, storeSource, verifyExportFiles, writeExport } from "#folder";
import { type Office, readableRooms, roomTable } from "#record";
import { places, randomAct, randomHistory } from "#record/testing";
import { refusalOf } from "#server/testing";
import { type Place, sqliteBackend, temporaryFolder } from "#store/testing";
import { readAs, verifySource } from "./index.ts";
import { identityOf, isReplayable, newIdentities, SignedHistory } from "./testing/signed-history.ts";

const pairs = 200;
const readers: readonly Office[] = ["party-a", "party-b", "exchange-a", "operator", "forensic-b", "public"];

/** Every file of a folder by its path, with its bytes. */
function filesOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name)).toString("latin1")]));
}

it(`[RP2] gives an office byte for byte the same export and reading over ${pairs} pairs of worlds that differ in what it cannot read`, {
  timeout: 1_800_000,
}, async () => {
  const identities = await newIdentities();
  const counted = { shown: 0, hidden: 0, files: 0 };
  for (let seed = 1; seed <= pairs; seed++) {
    const reader = readers[seed % readers.length] ?? "public";
    const readable = readableRooms(reader);
    const hidden = places.filter(({ room }) => !readable.includes(room) && room !== "process");
    const random = seededRandom(seed);
    const [one, other]: Place[] = [await sqliteBackend.place(), await sqliteBackend.place()];
    if (!one || !other) throw new Error("Two places were made.");
    const stores = [await one.open(), await other.open()] as const;
    const [plain, fuller] = [
      await SignedHistory.begin(stores[0], seed, identities),
      await SignedHistory.begin(stores[1], seed, identities),
    ];
    let sealed = 0;
    const attempts = randomHistory(seed, 45).attempts.filter(isReplayable);
    for (const { act, at } of attempts.filter((attempt) => readable.includes(attempt.act.room))) {
      for (const history of [plain, fuller]) history.now = at;
      const { envelope, signed } = await plain.say(plain.told(act));
      if (envelope) {
        const refused = await refusalOf(fuller.process.registry.submit(envelope)); // the same bytes
        expect(refused?.code).toBe(signed);
        fuller.world.say(fuller.told(act));
        counted.shown += refused ? 0 : 1;
      }
      for (let i = random.below(3); i > 0; i--) {
        const spot = random.pick(hidden);
        if (roomTable[spot.room].sealed && ++sealed > 4) continue;
        const extra = randomAct(fuller.world, random, spot);
        if (!extra || !isReplayable({ act: extra, problem: undefined })) continue;
        const said = await fuller.say(extra);
        if (!said.signed) counted.hidden += 1;
      }
    }
    const folder = temporaryFolder();
    const exports = await Promise.all(
      stores.map(async (store, i) => {
        const source = storeSource(store, { process: "two-rivers" });
        const out = join(folder, `${i}`);
        await writeExport(source, reader, out);
        const opened = await openExport(out);
        expect((await verifySource(opened)).problems).toEqual([]);
        expect((await verifyExportFiles(opened)).problems).toEqual([]);
        const reading = await readAs(source, reader, identityOf(identities, reader));
        expect(await readAs(opened, reader, identityOf(identities, reader))).toEqual(reading);
        return { files: filesOf(out), reading };
      }),
    );
    expect(exports[1]?.files).toEqual(exports[0]?.files);
    expect(exports[1]?.reading).toEqual(exports[0]?.reading);
    counted.files += exports[0]?.files.size ?? 0;
    for (const store of stores) await store.close();
    for (const place of [one, other]) await place.remove();
  }
  console.log(`${pairs} pairs:`, counted);
  expect(counted.hidden).toBeGreaterThan(pairs * 3);
});
