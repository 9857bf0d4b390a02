import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appendAt } from "./builders.ts";
import { startWriter } from "./crash-round.ts";
import { openSqlite } from "./sqlite.ts";
import { codeOf } from "./suite.ts";
import { temporaryFolder } from "./test-places.ts";

describe("one writer on a file", () => {
  let folder: string;
  let target: string;
  beforeEach(() => {
    folder = temporaryFolder();
    target = join(folder, "parley.db");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("[ST40] refuses a second writer, naming the file and the process that holds it", async () => {
    const writer = startWriter({ backend: "sqlite", target });
    await writer.firstAcknowledged;
    const refused = openSqlite(target);
    await expect(refused).rejects.toMatchObject({
      problem: { code: "store.in_use", details: { file: target, pid: writer.process.pid } },
    });
    await expect(refused).rejects.toThrow(`${target} is held by process ${writer.process.pid}`);
    writer.process.kill("SIGKILL");
    await writer.ended;
  });

  it("[ST41] lets the next writer in at once when the process is killed", async () => {
    for (let kill = 0; kill < 3; kill++) {
      const writer = startWriter({ backend: "sqlite", target });
      await writer.firstAcknowledged;
      writer.process.kill("SIGKILL");
      await writer.ended;
      const store = await openSqlite(target);
      expect(await store.size("one")).toBeGreaterThan(0);
      await store.close();
    }
  });

  it("[ST42] refuses a second writer in the same process, and lets it in after the first is closed", async () => {
    const first = await openSqlite(target);
    expect(await codeOf(openSqlite(target))).toBe("store.in_use");
    // the refusal did not let go of the first one's lock
    expect(await codeOf(openSqlite(target))).toBe("store.in_use");
    await first.append([await appendAt("a", 0)]);
    await first.close();
    const second = await openSqlite(target);
    expect(await second.size("a")).toBe(1);
    await second.close();
  });

  it("[ST43] reads while another process writes, and hears of what it appends", async () => {
    const writer = startWriter({ backend: "sqlite", target });
    await writer.firstAcknowledged;
    const reader = await openSqlite(target, { readOnly: true });
    const heard = new Set<string>();
    await reader.watch((log) => heard.add(log));
    const before = await reader.size("one");
    await expect.poll(() => reader.size("one")).toBeGreaterThan(before);
    await expect.poll(() => heard.size).toBeGreaterThan(0);
    for await (const row of reader.read("one", before)) expect(row.id).toBe(`one#${row.seq}`);
    // an append between two looks of the opening is no damage
    for (let i = 0; i < 60; i++) await (await openSqlite(target, { readOnly: true })).close();
    expect(writer.process.exitCode).toBe(null);
    writer.process.kill("SIGKILL");
    await writer.ended;
    await reader.close();
  });

  it("[ST44] writes nothing through a store that was opened for reading", async () => {
    const store = await openSqlite(target);
    await store.append([await appendAt("a", 0)]);
    await store.close();
    const reader = await openSqlite(target, { readOnly: true });
    const writes = [
      () => appendAt("a", 1).then((append) => reader.append([append])),
      () => reader.putBlob("0".repeat(64), new Uint8Array(1)),
      () => reader.putTile("a", 0, 0, new Uint8Array(1)),
      () => reader.putSnapshot("k", "a", new Uint8Array(1)),
      () => reader.putCheckpointNote("a", 1, "x"),
      () => reader.touchSession("0".repeat(64), 0),
      () => reader.takeInvitation("0".repeat(64), 0),
      () => reader.noteCredentialUse("k", 1, 0),
      () => reader.takeChallenge("c", "sign-in", 0),
      () => reader.sweepUntaken(0),
    ];
    for (const write of writes) expect(await codeOf(write())).toBe("store.read_only");
    expect(await reader.size("a")).toBe(1);
    expect(await reader.check()).toEqual([]);
    await reader.close();
  });

  it("[ST45] makes no file for a reader, nor for a writer who asked for an old one", async () => {
    expect(await codeOf(openSqlite(target, { readOnly: true }))).toBe("store.missing");
    expect(await codeOf(openSqlite(target, { create: false }))).toBe("store.missing");
    expect(existsSync(target)).toBe(false);
    expect(await codeOf(openSqlite(join(folder, "none", "parley.db")))).toBe("store.no_access");
  });
});
