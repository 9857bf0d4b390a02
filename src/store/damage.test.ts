import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ProblemError, seededRandom } from "#base";
import { appendAt, emptyRoot, hex, sha256 } from "./builders.ts";
import { openSqlite, type SqliteOptions } from "./sqlite.ts";
import type { Checkpoint, Store, StoredRow } from "./store.ts";
import { codeOf } from "./suite.ts";
import { temporaryFolder } from "./test-places.ts";

const LOGS = ["host/plenary", "host/exchange"];
const blobBytes = Uint8Array.from({ length: 20_000 }, (_, i) => (i * 13) & 0xff);

const seat = { process: "host", office: "party-a", member: "m1" };
const session = { tokenHash: "5e".repeat(32), ...seat, createdAt: 1, lastUsedAt: 2, expiresAt: 3 };
const credential = {
  ...{ id: "a-passkey", ...seat, publicKey: Uint8Array.from({ length: 77 }, (_, i) => i), counter: 5 },
  ...{ transports: ["usb"], createdAt: 1, lastUsedAt: undefined },
};

type Content = {
  readonly rows: ReadonlyMap<string, readonly StoredRow[]>;
  readonly checkpoints: ReadonlyMap<string, readonly Checkpoint[]>;
};

describe("a damaged file", () => {
  let folder: string;
  let whole: Buffer;
  let content: Content;
  let digest: string;
  /** The same record while its writer was at work: main file and WAL. */
  let live: { main: Buffer; wal: Buffer };

  beforeAll(async () => {
    folder = temporaryFolder();
    const file = join(folder, "whole.db");
    digest = hex(await sha256(blobBytes));
    const first = await openSqlite(file);
    await fill(first, 60);
    await first.putBlob(digest, blobBytes);
    await first.putSession(session);
    await first.putCredential(credential);
    await first.close();
    const second = await openSqlite(file);
    await fill(second, 5);
    live = { main: readBeside(file), wal: readBeside(`${file}-wal`) };
    content = await contentOf(second);
    await second.close();
    whole = readFileSync(file);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Through a copy: closing a file that SQLite has open in this process would drop its locks (POSIX). */
  function readBeside(file: string): Buffer {
    const copy = join(folder, "copy");
    copyFileSync(file, copy);
    return readFileSync(copy);
  }

  let placed = 0;
  function place(main: Uint8Array, wal?: Uint8Array): string {
    const file = join(folder, `${placed++}.db`);
    writeFileSync(file, main);
    if (wal !== undefined) writeFileSync(`${file}-wal`, wal);
    return file;
  }

  const ways: SqliteOptions[] = [{}, { readOnly: true }];

  it("[ST50] refuses an empty file, text, and the database of another program", async () => {
    for (const way of ways) {
      expect(await codeOf(openSqlite(place(new Uint8Array(0)), way))).toBe("store.empty_file");
      const text = Buffer.from("Dear colleagues,\n".repeat(1_000));
      expect(await codeOf(openSqlite(place(text), way))).toBe("store.not_a_database");
      expect(await codeOf(openSqlite(place(new Uint8Array(8_192)), way))).toBe("store.not_a_database");
      const other = join(folder, `${placed++}.db`);
      const database = new DatabaseSync(other);
      database.exec("create table things (name text)");
      database.close();
      expect(await codeOf(openSqlite(other, way))).toBe("store.not_parley");
    }
  });

  it("[ST51] refuses a file that was cut off anywhere", async () => {
    const random = seededRandom(51);
    const page = 4_096;
    const cuts = [1, 15, 16, 99, 100, 511, 512, 1_000, page - 1, page, page + 1, 2 * page];
    cuts.push(whole.length - 1, whole.length - 512, whole.length - page, whole.length - page - 1);
    for (let i = 0; i < 20; i++) cuts.push(1 + random.below(whole.length - 1));
    for (const cut of cuts) {
      for (const way of ways) {
        const code = await codeOf(openSqlite(place(whole.subarray(0, cut)), way));
        expect(["store.damaged", "store.not_a_database"], `${code} at ${cut} of ${whole.length}`).toContain(
          code,
        );
      }
    }
  });

  it("[ST52] refuses a file with something behind its end", async () => {
    for (const way of ways) {
      const longer = Buffer.concat([whole, new Uint8Array(4_096)]);
      expect(await codeOf(openSqlite(place(longer), way))).toBe("store.damaged");
    }
  });

  it("[ST53] with any byte changed, shows what was written or refuses", { timeout: 300_000 }, async () => {
    const random = seededRandom(53);
    const pages = Array.from({ length: whole.length / 4_096 }, (_, page) => page);
    const schemaPages = pages.filter(
      (page) => page === 0 || whole.subarray(page * 4_096, (page + 1) * 4_096).includes("CREATE "),
    );
    const found = { refusedAtOpening: 0, foundByCheck: 0, withoutEffect: 0 };
    for (let i = 0; i < 600; i++) {
      const changed = Buffer.from(whole);
      // a third of them in the header and the pages that say which tables there are
      const page = schemaPages[random.below(schemaPages.length)] ?? 0;
      const at = i % 3 === 0 ? page * 4_096 + random.below(4_096) : random.below(changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 + random.below(255));
      found[await judge(place(changed), ways[i % 2] ?? {}, `byte ${at}`)]++;
    }
    expect(found.foundByCheck).toBeGreaterThan(100);
    expect(found.refusedAtOpening).toBeGreaterThan(30);
    console.log("600 changed bytes:", found);
  });

  it("[ST54] with any page overwritten, shows what was written or refuses", {
    timeout: 300_000,
  }, async () => {
    const random = seededRandom(54);
    for (let page = 0; page < whole.length / 4_096; page++) {
      const zeroed = Buffer.from(whole);
      zeroed.fill(0, page * 4_096, (page + 1) * 4_096);
      await judge(place(zeroed), ways[page % 2] ?? {}, `page ${page} zeroed`);
      const other = Buffer.from(whole);
      const from = random.below(whole.length / 4_096) * 4_096;
      whole.copy(other, page * 4_096, from, from + 4_096);
      await judge(place(other), ways[page % 2] ?? {}, `page ${page} written over by that at ${from}`);
    }
  });

  it("[ST55] refuses a file whose WAL was left behind", async () => {
    for (const way of ways) {
      const file = place(live.main);
      expect(await codeOf(openSqlite(file, way))).toBe("store.wal_missing");
    }
    const both = await openSqlite(place(live.main, live.wal));
    expect(await contentOf(both)).toEqual(content);
    await both.close();
  });

  it("[ST56] with the WAL cut or changed anywhere, shows whole appends from the beginning on", {
    timeout: 300_000,
  }, async () => {
    const random = seededRandom(56);
    const sizes = new Set<number>();
    for (let i = 0; i < 120; i++) {
      let wal = Buffer.from(live.wal);
      // every second one near the end: the torn tail of a power cut
      const at = i % 2 === 0 ? wal.length - 1 - random.below(9_000) : random.below(wal.length);
      if (i % 3 === 0) wal[at] = (wal[at] ?? 0) ^ (1 + random.below(255));
      else wal = wal.subarray(0, at);
      const store = await openSqlite(place(live.main, wal));
      for (const log of LOGS) {
        const size = await store.size(log);
        sizes.add(size);
        const rows = await all(store.read(log, 0));
        expect(rows).toEqual(content.rows.get(log)?.slice(0, size));
        expect(await store.latestCheckpoint(log)).toEqual(
          content.checkpoints.get(log)?.find((one) => one.size === size),
        );
      }
      expect(await store.check()).toEqual([]);
      await store.close();
    }
    expect(sizes.size).toBeGreaterThan(2);
  });

  /** Nothing that is shown differs from what was written, and what is missing is spoken of. */
  async function judge(file: string, way: SqliteOptions, what: string) {
    let store: Store;
    try {
      store = await openSqlite(file, way);
    } catch (error) {
      requireWords(error, what);
      return "refusedAtOpening";
    }
    const faults = await store.check();
    for (const log of LOGS) {
      const rows = await shownBefore(store.read(log, 0), what);
      const checkpoints = await shownBefore(store.checkpoints(log), what);
      if (faults.length === 0) {
        expect(rows, what).toEqual(content.rows.get(log));
        expect(checkpoints, what).toEqual(content.checkpoints.get(log));
      } else {
        expect(content.rows.get(log)?.slice(0, rows.length), what).toEqual(rows);
        for (const checkpoint of checkpoints) {
          expect(content.checkpoints.get(log), what).toContainEqual(checkpoint);
        }
      }
    }
    const blob = await store.blob(digest).catch((error: unknown) => requireWords(error, what));
    if (blob !== undefined) expect(Buffer.compare(blob, blobBytes), what).toBe(0);
    if (faults.length === 0) expect(blob, what).toBeDefined();
    const reads = [store.session(session.tokenHash), store.credential(credential.id)];
    for (const [i, wanted] of [session, credential].entries()) {
      const found = await reads[i]?.catch((error: unknown) => requireWords(error, what));
      if (found !== undefined) expect(found, what).toEqual(wanted);
      if (faults.length === 0) expect(found, what).toBeDefined();
    }
    await store.close().catch((error: unknown) => requireWords(error, what));
    return faults.length > 0 ? "foundByCheck" : "withoutEffect";
  }
});

async function fill(store: Store, rounds: number): Promise<void> {
  for (const log of LOGS) {
    for (let round = 0; round < rounds; round++) {
      const end = await store.latestCheckpoint(log);
      await store.append([await appendAt(log, end?.size ?? 0, 1 + (round % 3), end?.root ?? emptyRoot)]);
    }
  }
}

async function contentOf(store: Store): Promise<Content> {
  const rows = new Map<string, StoredRow[]>();
  const checkpoints = new Map<string, Checkpoint[]>();
  for (const log of LOGS) {
    rows.set(log, await all(store.read(log, 0)));
    checkpoints.set(log, await all(store.checkpoints(log)));
  }
  return { rows, checkpoints };
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** What was shown until a refusal, if there was one. */
async function shownBefore<T>(items: AsyncIterable<T>, what: string): Promise<T[]> {
  const found: T[] = [];
  try {
    for await (const item of items) found.push(item);
  } catch (error) {
    requireWords(error, what);
  }
  return found;
}

function requireWords(error: unknown, what: string): undefined {
  if (!(error instanceof ProblemError)) throw new Error(`${what} is not refused in words.`, { cause: error });
}
