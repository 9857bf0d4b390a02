import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import { startWriter, Witnessed, workMs, writeUntilKilled } from "./crash-round.ts";
import { openSqlite } from "./sqlite.ts";
import { temporaryFolder } from "./test-places.ts";

const SEED = 20251122;

describe("sqlite", () => {
  const lanes = 2;
  const files = 10;
  const killsOfFile = 5;

  it(`[ST60] keeps everything acknowledged over ${lanes * files * killsOfFile} kills of the writer`, {
    timeout: 600_000,
  }, async () => {
    const folder = temporaryFolder();
    const lane = async (number: number): Promise<number> => {
      const random = seededRandom(SEED + number);
      let acknowledged = 0;
      for (let file = 0; file < files; file++) {
        const target = join(folder, `${number}-${file}.db`);
        const witnessed = new Witnessed();
        for (let kill = 0; kill < killsOfFile; kill++) {
          const writer = await writeUntilKilled({ backend: "sqlite", target }, workMs(random));
          acknowledged += writer.acknowledged.length;
          witnessed.note(writer.acknowledged);
          // a reader finds the same as the next writer, which is the one to repair
          const store = await openSqlite(target, { readOnly: kill % 2 === 0 });
          await witnessed.compare(store);
          await store.close();
        }
      }
      return acknowledged;
    };
    const acknowledged = await Promise.all(Array.from({ length: lanes }, (_, i) => lane(i)));
    console.log(
      `sqlite: ${lanes * files * killsOfFile} kills, ${acknowledged.join(" + ")} rows acknowledged`,
    );
    rmSync(folder, { recursive: true });
  });
});

describe("sqlite on a failing disk", () => {
  it("[ST63] refuses in words to make a record for which there is no room, and leaves none behind", async () => {
    const folder = temporaryFolder();
    const target = join(folder, "parley.db");
    const writer = startWriter({ backend: "sqlite", target }, { largestFileBlocks: 50 });
    await writer.ended;
    expect(writer.refused).toEqual(["store.write_failed"]);
    expect(existsSync(target)).toBe(false);
    await (await openSqlite(target)).close();
    rmSync(folder, { recursive: true });
  });

  it("[ST63] acknowledges nothing after a write failed, and keeps what was acknowledged before", async () => {
    const folder = temporaryFolder();
    for (const largestFileBlocks of [1_000, 1_500, 4_000]) {
      const target = join(folder, `${largestFileBlocks}.db`);
      const witnessed = new Witnessed();
      const writer = startWriter({ backend: "sqlite", target }, { largestFileBlocks });
      await writer.ended;
      expect(writer.refused).toEqual(["store.write_failed"]);
      expect(writer.acknowledged.length).toBeGreaterThan(0);
      witnessed.note(writer.acknowledged);
      const store = await openSqlite(target);
      await witnessed.compare(store);
      await store.close();
    }
    rmSync(folder, { recursive: true });
  });

  it("[ST63] acknowledges nothing after a session could not be written, and keeps those before", async () => {
    const folder = temporaryFolder();
    const target = join(folder, "parley.db");
    const writer = startWriter({ backend: "sqlite", target, signsIn: true }, { largestFileBlocks: 1_000 });
    await writer.ended;
    expect(writer.refused).toEqual(["store.write_failed", "store.write_failed"]);
    expect(writer.acknowledged.length).toBeGreaterThan(0);
    expect(new Set(writer.acknowledged.map(({ log }) => log))).toEqual(new Set(["session"]));
    const store = await openSqlite(target);
    for (const { id } of writer.acknowledged) expect(await store.session(id)).toBeDefined();
    expect(await store.logs()).toEqual([]);
    expect(await store.check()).toEqual([]);
    await store.close();
    rmSync(folder, { recursive: true });
  });
});
