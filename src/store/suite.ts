import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ProblemError } from "#base";
import { appendAt, appendOf, chainRoot, emptyRoot, hex, rowAt, sha256 } from "./builders.ts";
import { migrationNames } from "./migrations/index.ts";
import type { Append, Store, StoredRow } from "./store.ts";
import type { Place, TestBackend } from "./test-places.ts";

const A = "istanbul-2025/plenary";
const B = "istanbul-2025/humanitarian";

/** The rules of SPEC.md that hold on every database. */
export function describeRules(backend: TestBackend): void {
  let place: Place;
  let store: Store;

  beforeEach(async () => {
    place = await backend.place();
    store = await place.open();
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  it("[ST1] reads back every row byte for byte, in order, counted from 0", async () => {
    const first = await appendAt(A, 0, 3);
    const second = await appendAt(A, 3, 2, first.checkpoint.root);
    expect(await store.append([first])).toEqual({ done: true });
    expect(await store.append([second])).toEqual({ done: true });
    const rows = [...first.rows, ...second.rows].map((row, seq) => ({ seq, ...row }));
    expect(await all(store.read(A, 0))).toEqual(rows);
    expect(await store.size(A)).toBe(5);
  });

  it("[ST2] keeps any bytes from none to 65,535, any well-formed id, any whole time", async () => {
    const every = Uint8Array.from({ length: 65_535 }, (_, i) => i & 0xff);
    const rows = [
      { ...(await rowAt(A, 0)), entry: new Uint8Array(0), receivedAt: -1 },
      { ...(await rowAt(A, 1)), entry: every, receivedAt: Number.MAX_SAFE_INTEGER },
      { ...(await rowAt(A, 2)), id: "Їжак 🦔 \\x00 ', \"{NULL}", receivedAt: 0 },
    ];
    await store.append([await appendOf(A, 0, rows)]);
    expect(await all(store.read(A, 0))).toEqual(rows.map((row, seq) => ({ seq, ...row })));
    expect(await store.has(A, "Їжак 🦔 \\x00 ', \"{NULL}")).toBe(2);
  });

  it("[ST3] writes nothing to a log of another size than expected, and says which log moved", async () => {
    await store.append([await appendAt(A, 0, 2)]);
    for (const wrong of [0, 1, 3]) {
      expect(await store.append([await appendAt(A, wrong)])).toEqual({ done: false, moved: A, size: 2 });
    }
    expect(await store.size(A)).toBe(2);
    expect((await store.latestCheckpoint(A))?.size).toBe(2);
  });

  it("[ST4] appends to several logs together or to none", async () => {
    await store.append([await appendAt(B, 0)]);
    const both = [await appendAt(A, 0), await appendAt(B, 0)];
    expect(await store.append(both)).toEqual({ done: false, moved: B, size: 1 });
    expect(await store.logs()).toEqual([{ log: B, size: 1 }]);
    expect(await store.append([await appendAt(A, 0), await appendAt(B, 1)])).toEqual({ done: true });
    expect(await store.logs()).toEqual([
      { log: B, size: 2 },
      { log: A, size: 1 },
    ]);
  });

  it("[ST5] writes nothing when a guarded log has grown", async () => {
    await store.append([await appendAt(B, 0, 2)]);
    const grown = await store.append([await appendAt(A, 0)], [{ log: B, size: 1 }]);
    expect(grown).toEqual({ done: false, moved: B, size: 2 });
    const unknown = await store.append([await appendAt(A, 0)], [{ log: "none", size: 1 }]);
    expect(unknown).toEqual({ done: false, moved: "none", size: 0 });
    const guards = [
      { log: B, size: 2 },
      { log: "none", size: 0 },
    ];
    expect(await store.append([await appendAt(A, 0)], guards)).toEqual({ done: true });
    expect(await store.size(B)).toBe(2);
  });

  it("[ST6] refuses an id that the log holds already, and names its place", async () => {
    const append = await appendAt(A, 0, 2);
    await store.append([append]);
    const again = await appendOf(A, 2, append.rows.slice(1));
    expect(await codeOf(store.append([again]))).toBe("store.id_repeated");
    await expect(store.append([again])).rejects.toThrow("as entry 1 of istanbul-2025/plenary");
    const twice = await rowAt(A, 2);
    expect(await codeOf(store.append([await appendOf(A, 2, [twice, twice])]))).toBe("store.id_repeated");
    expect(await store.size(A)).toBe(2);
    expect(await store.append([await appendOf(B, 0, append.rows)])).toEqual({ done: true });
  });

  it("[ST7] the database itself refuses to change, replace or delete acts and logs", async () => {
    await store.append([await appendAt(A, 0, 2)]);
    const before = await all(store.read(A, 0));
    const statements = [
      "update act set id = 'other'",
      "update act set seq = 9 where seq = 1",
      "delete from act where seq = 1",
      "delete from act",
      "update log set name = 'other'",
      "delete from log",
      ...(backend.name === "postgres" ? ["truncate act", "truncate log cascade", "truncate checkpoint"] : []),
      ...(backend.name === "sqlite" ? ["insert or replace into act select * from act where seq = 1"] : []),
    ];
    for (const statement of statements) await expect(place.execute(statement), statement).rejects.toThrow();
    expect(await all(store.read(A, 0))).toEqual(before);
  });

  it("[ST8] the database itself refuses a gap and a repeated place", async () => {
    await store.append([await appendAt(A, 0, 2)]);
    for (const seq of [0, 1, 3, 100]) {
      const statement = `insert into act (log, seq, id, received_at, leaf_hash, crc, entry)
        select log, ${seq}, 'new', 0, leaf_hash, 0, entry from act where seq = 0`;
      await expect(place.execute(statement), `seq ${seq}`).rejects.toThrow();
    }
    expect(await store.size(A)).toBe(2);
  });

  it("[ST9] of many appends that expect the same size exactly one is done", async () => {
    const others = backend.isShared ? await Promise.all([place.open(), place.open()]) : [];
    const stores = [store, ...others];
    for (let size = 0; size < 10; size++) {
      const tries = Array.from({ length: 12 }, async (_, i) => {
        const row = { ...(await rowAt(A, size)), id: `${size} by ${i}` };
        const writer = stores[i % stores.length] ?? store;
        return writer.append([await appendOf(A, size, [row])]);
      });
      const results = await Promise.all(tries);
      expect(results.filter((result) => result.done)).toHaveLength(1);
      for (const result of results) {
        if (!result.done) expect(result).toEqual({ done: false, moved: A, size: size + 1 });
      }
    }
    expect(await store.size(A)).toBe(10);
    for (const other of others) await other.close();
  });

  it("[ST10] of two appends that guard each other's log at most one is done", async () => {
    const other = backend.isShared ? await place.open() : store;
    for (let size = 0; size < 20; size++) {
      const sizes = { a: await store.size(A), b: await store.size(B) };
      const results = await Promise.all([
        store.append([await appendAt(A, sizes.a)], [{ log: B, size: sizes.b }]),
        other.append([await appendAt(B, sizes.b)], [{ log: A, size: sizes.a }]),
      ]);
      expect(results.filter((result) => result.done)).toHaveLength(1);
    }
    if (other !== store) await other.close();
  });

  it("[ST11] appends that arrive together succeed or fail each by itself", async () => {
    const [first, second, third] = [await appendAt(A, 0), await appendAt(A, 1), await appendAt(A, 2)];
    const repeated = await appendOf(A, 2, first.rows);
    const settled = await Promise.allSettled([
      store.append([first]),
      store.append([await appendAt(B, 7)]),
      store.append([second]),
      store.append([repeated]),
      store.append([third], [{ log: B, size: 1 }]),
      store.append([third], [{ log: B, size: 0 }]),
    ]);
    expect(settled.map((one) => (one.status === "fulfilled" ? one.value : "refused"))).toEqual([
      { done: true },
      { done: false, moved: B, size: 0 },
      { done: true },
      "refused",
      { done: false, moved: B, size: 0 },
      { done: true },
    ]);
    expect(await store.logs()).toEqual([{ log: A, size: 3 }]);
  });

  it("[ST12] reads from any place, as many as asked, over page borders", async () => {
    await store.append([await appendAt(A, 0, 600)]);
    const seqs = async (from: number, limit?: number) =>
      (await all(store.read(A, from, limit))).map((row) => row.seq);
    const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
    expect(await seqs(0)).toEqual(range(0, 600));
    expect(await seqs(255, 2)).toEqual([255, 256]);
    expect(await seqs(256, 256)).toEqual(range(256, 512));
    expect(await seqs(0, 0)).toEqual([]);
    expect(await seqs(599, 5)).toEqual([599]);
    expect(await seqs(600)).toEqual([]);
    expect(await all(store.read("none", 0))).toEqual([]);
  });

  it("[ST13] gives all leaf hashes in order", async () => {
    const append = await appendAt(A, 0, 300);
    await store.append([append]);
    expect(await store.leafHashes(A)).toEqual(
      new Uint8Array(Buffer.concat(append.rows.map((row) => row.leafHash))),
    );
    expect(await store.leafHashes("none")).toEqual(new Uint8Array(0));
  });

  it("[ST14] answers where an id is, for that log alone", async () => {
    await store.append([await appendAt(A, 0, 3)]);
    expect(await store.has(A, `${A}#2`)).toBe(2);
    expect(await store.has(A, `${A}#3`)).toBeUndefined();
    expect(await store.has(B, `${A}#2`)).toBeUndefined();
    expect(await store.size(B)).toBe(0);
  });

  it("[ST15] keeps every checkpoint with its append", async () => {
    const first = await appendAt(A, 0, 3);
    const second = await appendAt(A, 3, 2, first.checkpoint.root);
    expect(await store.latestCheckpoint(A)).toBeUndefined();
    await store.append([first]);
    await store.append([second]);
    expect(await store.latestCheckpoint(A)).toEqual(second.checkpoint);
    expect(await store.checkpoint(A, 3)).toEqual(first.checkpoint);
    expect(await store.checkpoint(A, 4)).toBeUndefined();
    expect(await all(store.checkpoints(A))).toEqual([first.checkpoint, second.checkpoint]);
    expect(await all(store.checkpoints(A, 4))).toEqual([second.checkpoint]);
    const leaves = (await all(store.read(A, 0))).map((row) => row.leafHash);
    expect(second.checkpoint.root).toEqual(await chainRoot(emptyRoot, leaves));
  });

  it("[ST16] reads a history of checkpoints longer than a page", async () => {
    let root = emptyRoot;
    for (let size = 0; size < 300; size++) {
      const append = await appendAt(A, size, 1, root);
      root = append.checkpoint.root;
      await store.append([append]);
    }
    const sizes = (await all(store.checkpoints(A))).map(({ size }) => size);
    expect(sizes).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
  });

  it("[ST17] replaces the note of a checkpoint, and on request only the note that was seen", async () => {
    const { checkpoint, ...append } = await appendAt(A, 0);
    await store.append([{ ...append, checkpoint }]);
    expect(await store.putCheckpointNote(A, 1, "with one")).toBe(true);
    expect(await store.putCheckpointNote(A, 1, "with two", "with one")).toBe(true);
    expect(await store.putCheckpointNote(A, 1, "with another", "with one")).toBe(false);
    expect(await store.latestCheckpoint(A)).toEqual({ ...checkpoint, note: "with two" });
    expect(await codeOf(store.putCheckpointNote(A, 2, "x"))).toBe("store.checkpoint_unknown");
    expect(await codeOf(store.putCheckpointNote("none", 1, "x"))).toBe("store.checkpoint_unknown");
    const merged = await Promise.all([
      store.putCheckpointNote(A, 1, "left", "with two"),
      store.putCheckpointNote(A, 1, "right", "with two"),
    ]);
    expect(merged.sort()).toEqual([false, true]);
  });

  it("[ST106] answers the newest checkpoints that have more signatures than the log's own", async () => {
    let root = emptyRoot;
    const note = (size: number, witnesses: number) =>
      `origin\n${size}\nroot\n\n— log AAAA\n${"— witness AAAA\n".repeat(witnesses)}`;
    for (let size = 0; size < 40; size++) {
      const { checkpoint, ...append } = await appendAt(A, size, 1, root);
      root = checkpoint.root;
      await store.append([{ ...append, checkpoint: { ...checkpoint, note: note(size + 1, 0) } }]);
    }
    expect(await store.cosignedCheckpoints(A, 4)).toEqual([]);
    for (const size of [3, 11, 20]) await store.putCheckpointNote(A, size, note(size, size % 4));
    const found = await store.cosignedCheckpoints(A, 4);
    expect(found.map((one) => [one.size, one.note])).toEqual([
      [11, note(11, 3)],
      [3, note(3, 3)],
    ]);
    expect((await store.cosignedCheckpoints(A, 1)).map((one) => one.size)).toEqual([11]);
    expect(await store.cosignedCheckpoints(B, 4)).toEqual([]);
  });

  it("[ST18] the database itself refuses to delete a checkpoint or to change its root", async () => {
    await store.append([await appendAt(A, 0)]);
    const before = await store.latestCheckpoint(A);
    for (const statement of [
      "delete from checkpoint",
      "update checkpoint set size = 2",
      "update checkpoint set root = (select leaf_hash from act)",
    ]) {
      await expect(place.execute(statement), statement).rejects.toThrow();
    }
    expect(await store.latestCheckpoint(A)).toEqual(before);
  });

  it("[ST19] keeps blobs by digest: the same again does nothing, other bytes are refused", async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7) & 0xff);
    const digest = hex(await sha256(bytes));
    expect(await store.blob(digest)).toBeUndefined();
    expect(await store.hasBlob(digest)).toBe(false);
    await store.putBlob(digest, bytes);
    await store.putBlob(digest, bytes);
    expect(await store.hasBlob(digest)).toBe(true);
    expect(await store.blob(digest)).toEqual(bytes);
    expect(await codeOf(store.putBlob(digest, bytes.slice(1)))).toBe("store.content_differs");
    expect(await store.blob(digest)).toEqual(bytes);
    const empty = hex(await sha256());
    await store.putBlob(empty, new Uint8Array(0));
    expect(await store.blob(empty)).toEqual(new Uint8Array(0));
  });

  it("[ST108] removes content that was recalled, and nothing else", async () => {
    const [one, other] = [new Uint8Array([1, 2, 3]), new Uint8Array([4])];
    const [digest, kept] = [hex(await sha256(one)), hex(await sha256(other))];
    await store.putBlob(digest, one);
    await store.putBlob(kept, other);
    await store.dropBlob(digest);
    await store.dropBlob(digest);
    expect([await store.hasBlob(digest), await store.blob(digest)]).toEqual([false, undefined]);
    expect(await store.blob(kept)).toEqual(other);
    await store.putBlob(digest, one);
    expect(await store.blob(digest)).toEqual(one);
  });

  it("[ST20] never shows a damaged blob, and heals it when it is put again", async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const digest = hex(await sha256(bytes));
    await store.putBlob(digest, bytes);
    await place.execute(`update blob set bytes = ${literal(new Uint8Array([1, 2, 4]))}`);
    expect(await codeOf(store.blob(digest))).toBe("store.content_damaged");
    expect((await store.check()).map((found) => found.code)).toEqual(["store.content_damaged"]);
    await store.putBlob(digest, bytes);
    expect(await store.blob(digest)).toEqual(bytes);
    expect(await store.check()).toEqual([]);
  });

  it("[ST21] keeps full tiles; a damaged one reads as absent and is healed", async () => {
    await store.append([await appendAt(A, 0)]);
    const bytes = Uint8Array.from({ length: 8_192 }, (_, i) => i & 0xff);
    await store.putTile(A, 0, 5, bytes);
    await store.putTile(A, 0, 5, bytes);
    expect(await store.tile(A, 0, 5)).toEqual(bytes);
    expect(await store.tile(A, 1, 5)).toBeUndefined();
    expect(await store.tile(B, 0, 5)).toBeUndefined();
    expect(await codeOf(store.putTile(A, 0, 5, bytes.slice(1)))).toBe("store.content_differs");
    await place.execute("update tile set crc = 1");
    expect(await store.tile(A, 0, 5)).toBeUndefined();
    expect((await store.check()).map((found) => found.code)).toEqual(["store.content_damaged"]);
    await store.putTile(A, 0, 5, bytes);
    expect(await store.tile(A, 0, 5)).toEqual(bytes);
    await expect(store.putTile("none", 0, 0, bytes)).rejects.toThrow("There is no log none");
  });

  it("[ST22] keeps the last snapshot of a key; a damaged one reads as absent", async () => {
    expect(await store.snapshot("k")).toBeUndefined();
    await store.putSnapshot("k", "plenary:5", new Uint8Array([1]));
    await store.putSnapshot("k", "plenary:9", new Uint8Array([2]));
    expect(await store.snapshot("k")).toEqual({ upTo: "plenary:9", bytes: new Uint8Array([2]) });
    await place.execute("update snapshot set up_to = 'plenary:8'");
    expect(await store.snapshot("k")).toBeUndefined();
  });

  it("[ST23] tells a watcher of every append, and stops when asked", async () => {
    const heard: [string, number][] = [];
    const stop = await store.watch((log, size) => heard.push([log, size]));
    await store.append([await appendAt(A, 0, 2), await appendAt(B, 0)]);
    await store.append([await appendAt(A, 2)]);
    await store.append([await appendAt(A, 0)]);
    await vi.waitFor(() => expect(heard).toHaveLength(3));
    expect(heard).toEqual([
      [A, 2],
      [B, 1],
      [A, 3],
    ]);
    await stop();
    await store.append([await appendAt(A, 3)]);
    await store.size(A);
    expect(heard).toHaveLength(3);
  });

  it("[ST24] closes after the appends under way, and refuses everything afterwards", async () => {
    const under = [store.append([await appendAt(A, 0)]), store.append([await appendAt(A, 1)])];
    await store.close();
    expect(await Promise.all(under)).toEqual([{ done: true }, { done: true }]);
    await expect(store.size(A)).rejects.toThrow("The store was closed");
    await expect(store.append([await appendAt(A, 2)])).rejects.toThrow("The store was closed");
    store = await place.open();
    expect(await store.size(A)).toBe(2);
    expect(await store.check()).toEqual([]);
  });

  it("[ST25] never shows a row whose bytes, id, time, place or log were changed round it", async () => {
    await store.append([await appendAt(A, 0, 3), await appendAt(B, 0, 3)]);
    const open =
      backend.name === "sqlite"
        ? "drop trigger act_no_update;"
        : "alter table act disable trigger user; alter table act drop constraint act_log_fkey;";
    const entry = literal((await rowAt(A, 0)).entry);
    const changes = [
      `entry = ${entry}`,
      "id = 'other'",
      "received_at = 1",
      `leaf_hash = ${literal(emptyRoot)}`,
    ];
    await place.execute(open);
    for (const change of changes) {
      const where = `where seq = 1 and log = (select number from log where name = '${A}')`;
      await place.execute(
        `create table kept as select * from act ${where}; update act set ${change} ${where}`,
      );
      const shown: StoredRow[] = [];
      const reading = (async () => {
        for await (const row of store.read(A, 0)) shown.push(row);
      })();
      expect(await codeOf(reading), change).toBe("store.row_damaged");
      expect(shown.map((row) => row.seq)).toEqual([0]);
      expect((await store.check()).map((found) => found.code)).toContain("store.row_damaged");
      const columns = ["id", "received_at", "leaf_hash", "entry"];
      const back = columns.map((column) => `${column} = (select ${column} from kept)`).join(", ");
      await place.execute(`update act set ${back} ${where}; drop table kept`);
    }
    expect(await store.check()).toEqual([]);
  });

  it("[ST26] refuses at opening a log that does not agree with its newest checkpoint", async () => {
    await store.append([await appendAt(A, 0, 3)]);
    await store.close();
    await place.execute(
      backend.name === "sqlite"
        ? "drop trigger act_no_delete; delete from act where seq = 2"
        : "alter table act disable trigger user; delete from act where seq = 2",
    );
    expect(await codeOf(place.open())).toBe("store.size_mismatch");
    store = await backend.place().then(async (other) => {
      await place.remove();
      place = other;
      return other.open();
    });
  });

  it("[ST27] takes a mistake of the caller as a mistake, in a full sentence, and writes nothing", async () => {
    const good = await appendAt(A, 0);
    const row = await rowAt(A, 0);
    const withRow = async (change: object): Promise<Append> => appendOf(A, 0, [{ ...row, ...change }]);
    const cases: [readonly Append[], string][] = [
      [[], "names at least one log"],
      [[good, good], "named twice"],
      [[{ ...good, rows: [] }], "at least one row"],
      [[{ ...good, log: "" }], "1 to 255 are allowed"],
      [[{ ...good, log: "a\0b" }], "without NUL"],
      [[{ ...good, expectedSize: -1 }], "is not a count"],
      [[{ ...good, checkpoint: { ...good.checkpoint, size: 2 } }], "speaks of 2 rows"],
      [[{ ...good, checkpoint: { ...good.checkpoint, root: new Uint8Array(31) } }], "31 bytes instead of 32"],
      [[await withRow({ id: "x\ud800" })], "not well-formed"],
      [[await withRow({ receivedAt: 1.5 })], "not a whole number"],
      [[await withRow({ leafHash: new Uint8Array(33) })], "33 bytes instead of 32"],
      [[await withRow({ entry: new Uint8Array(65_536) })], "at most 65535 fit"],
    ];
    for (const [appends, words] of cases) {
      await expect(store.append(appends), words).rejects.toThrow(words);
    }
    await expect(store.putBlob("ABC", new Uint8Array(1))).rejects.toThrow("64 lower-case hexadecimal");
    expect(() => store.read(A, -1)).toThrow("is not a count");
    expect(await store.logs()).toEqual([]);
  });

  it("[ST28] refuses tables of a later version, by name, and changes nothing", async () => {
    await store.append([await appendAt(A, 0)]);
    await store.close();
    await place.execute(
      backend.name === "sqlite"
        ? "pragma user_version = 99"
        : "insert into migration (name, timestamp) values ('2099-01-01-01-later', '2099-01-01T00:00:00.000Z')",
    );
    expect(await codeOf(place.open())).toBe("store.later_version");
    await place.execute(
      backend.name === "sqlite"
        ? `pragma user_version = ${migrationNames.length}`
        : "delete from migration where name = '2099-01-01-01-later'",
    );
    store = await place.open();
    expect(await store.size(A)).toBe(1);
  });

  function literal(bytes: Uint8Array): string {
    return backend.name === "sqlite" ? `x'${hex(bytes)}'` : `'\\x${hex(bytes)}'::bytea`;
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  return "not refused";
}
