import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256, toHex } from "#ledger";
import { type Act, canonicalBytes, encodeEntry, offices, readableRooms } from "#record";
import { readAs, readableSource, type Source, verifySource } from "#replica";
import { bodies, issue, refusalOf, round, SignedProcess } from "#server/testing";
import type { Store } from "#store";
import { type Place, sqliteBackend, temporaryFolder } from "#store/testing";
import {
  cloneInto,
  type DataFolder,
  importInto,
  openExport,
  openStore,
  storeSource,
  verifyExportFiles,
  writeExport,
} from "./index.ts";

let place: Place;
let store: Store;
let process: SignedProcess;
let folder: string;
let made = 0;

beforeEach(async () => {
  place = await sqliteBackend.place();
  store = await place.open();
  process = await SignedProcess.founded(store);
  folder = temporaryFolder();
});
afterEach(async () => {
  await store.close();
  await place.remove();
});

const source = () => storeSource(store, { process: process.process });
const next = () => join(folder, `${made++}`);

async function exported(from: Source = source(), office: "party-a" | "public" = "party-a") {
  const out = next();
  await writeExport(from, office, out);
  return openExport(out);
}

async function talk(count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    process.now += 60_000;
    await process.say("party-a", bodies(n + 1));
    await process.say("host", issue(`Question ${process.now}`));
    await process.say("party-b", { ...round((process.now / 60_000) % 1_000_000), room: "plenary" });
  }
}

/** All that a replica holds, in a form to compare. */
async function contentOf(held: DataFolder): Promise<string> {
  const kept = await openStore(held, { readOnly: true });
  const rows: unknown[] = [];
  for (const { log } of await kept.logs()) {
    for await (const { entry } of kept.read(log, 0)) rows.push(toHex(sha256(entry)));
    rows.push(log, (await kept.latestCheckpoint(log))?.note);
  }
  await kept.close();
  return JSON.stringify(rows);
}

async function withReplica<T>(held: DataFolder, use: (from: Source) => Promise<T>): Promise<T> {
  const kept = await openStore(held, { readOnly: true });
  try {
    const only = readableRooms(held.office ?? "public");
    return await use(storeSource(kept, { process: held.process, only }));
  } finally {
    await kept.close();
  }
}

describe("an export", () => {
  it("[FD10] of every office verifies whole, and shows what the host shows it", async () => {
    await talk(3);
    for (const office of offices) {
      const out = next();
      await writeExport(source(), office, out);
      const copy = await openExport(out);
      expect((await verifySource(copy)).problems).toEqual([]);
      const files = await verifyExportFiles(copy);
      expect(files.problems).toEqual([]);
      expect(files.receipts).toBe(process.registry.state(office).entries.size === 0 ? 0 : ownActs(office));
      expect((await readAs(copy, office)).state).toEqual((await readAs(source(), office)).state);
      expect((await copy.rooms()).every(({ room }) => readableRooms(office).includes(room))).toBe(true);
    }
    function ownActs(office: (typeof offices)[number]): number {
      return [...process.registry.state(office).entries.values()].filter(
        ({ act }) => act.by.office === office,
      ).length;
    }
  });

  it("[FD11] has bytes that follow from what the office reads: not from time, place or batches", async () => {
    const drafts = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        process.signed(n % 2 ? "party-a" : "host", n % 2 ? bodies(n) : issue(`${n}`)),
      ),
    );
    const elsewhere = await sqliteBackend.place();
    const other = await elsewhere.open();
    const registry = await SignedProcess.founded(other);
    for (const draft of drafts) await process.registry.submit(draft); // one by one
    await Promise.all(drafts.map((draft) => registry.registry.submit(draft))); // together
    const [one, two] = [next(), next()];
    await writeExport(source(), "party-a", one);
    await writeExport(storeSource(other, { process: process.process }), "party-a", two);
    expect(filesOf(two)).toEqual(filesOf(one));
    expect(filesOf(one).size).toBeGreaterThan(20);
    await other.close();
    await elsewhere.remove();
  });

  it("[FD12] larger than a tile verifies, and a later one continues it", async () => {
    const words = Array.from({ length: 300 }, (_, n) => process.signed("party-a", bodies(1 + n)));
    await Promise.all((await Promise.all(words)).map((one) => process.registry.submit(one)));
    const earlier = await exported();
    await talk(2);
    const later = await exported();
    for (const copy of [earlier, later]) expect((await verifyExportFiles(copy)).problems).toEqual([]);
    expect((await verifySource(later, { since: earlier })).problems).toEqual([]);
    expect((await verifySource(earlier, { since: later })).problems.map((one) => one.code)).toEqual([
      "verify.history",
      "verify.history",
    ]);
  });

  it("[FD13] carries the blobs that its acts name, and no others", async () => {
    const [shown, hidden] = [Buffer.from("the agreed list"), Buffer.from("a paper of the other side")];
    for (const bytes of [shown, hidden]) await store.putBlob(toHex(sha256(bytes)), bytes);
    const { id } = await process.say("host", round(1));
    const named = (bytes: Uint8Array) => {
      const blob = { digest: toHex(sha256(bytes)), bytes: bytes.length, mediaType: "text/plain" };
      return { round: id, title: "A list", to: ["host"], at: "2025-07-01", blob, source: own };
    };
    await process.say("party-b", { room: "plenary", kind: "document.handed_over", payload: named(shown) });
    const copy = await exported();
    expect(await copy.blobs()).toEqual([toHex(sha256(shown))]);
    const { folder: replica } = await cloneInto(copy, "party-a", next());
    await withReplica(replica, async (from) => {
      expect(await from.blobs()).toEqual([toHex(sha256(shown))]);
      expect(await from.blob(toHex(sha256(shown)))).toEqual(new Uint8Array(shown));
      expect(await from.blob(toHex(sha256(hidden)))).toBe(undefined);
    });
  });

  it("[RP10] and a clone of the host's own folder show an office no blob of a room that it does not read", async () => {
    const paper = new TextEncoder().encode("what only the host reads");
    const digest = toHex(sha256(paper));
    await store.putBlob(digest, paper);
    const read = readableSource(withBlobIn("internal-host", digest), "party-a");
    expect(await read.blobs()).toEqual([]);
    expect(await read.blob(digest)).toBe(undefined);
    const host = readableSource(withBlobIn("internal-host", digest), "host");
    expect(await host.blobs()).toEqual([digest]);
    expect(await host.blob(digest)).toEqual(paper);
  });

  it("[RP11] or a reading of a store that grows meanwhile verifies up to the heads that it began with", async () => {
    await talk(2);
    const growing: Source = {
      ...source(),
      async *entries(room) {
        await process.registry.submit(await process.grant("party-b", `m${made++ + 2}`));
        await talk(1);
        yield* source().entries(room);
      },
    };
    expect((await verifySource(growing)).problems).toEqual([]);
    expect((await verifyExportFiles(await exported(growing))).problems).toEqual([]);
  });
});

describe("a replica", () => {
  it("[FD14] shows what the export shows, and grows by later exports", async () => {
    await talk(2);
    const { folder: replica, verification } = await cloneInto(await exported(), "party-a", next());
    expect(verification.problems).toEqual([]);
    await talk(2);
    const later = await exported();
    expect((await importInto(replica, later)).acts).toBe(14 + 12);
    expect((await importInto(replica, later)).acts, "nothing new").toBe(14 + 12);
    await withReplica(replica, async (from) => {
      expect((await readAs(from, "party-a")).state).toEqual((await readAs(source(), "party-a")).state);
      expect((await verifySource(from, { since: later })).problems).toEqual([]);
      const again = await exported(from);
      expect(filesOf(again.path)).toEqual(filesOf(later.path));
    });
  });

  it("[FD15] takes nothing older, forked, of another process, or with rooms left out, and is not changed", async () => {
    await talk(1);
    const older = await exported();
    const alone = await sqliteBackend.place();
    const forkStore = await alone.open();
    await talk(1);
    const { folder: replica } = await cloneInto(await exported(), "party-a", next());
    const before = await contentOf(replica);
    const fork = await SignedProcess.founded(forkStore); // the same keys, another history
    for (let n = 0; n < 9; n++) await fork.say("party-a", bodies(n + 100));
    for (let n = 0; n < 9; n++) await fork.say("host", issue(`other ${n}`));
    const forked = await exported(storeSource(forkStore, { process: fork.process }));
    const other = { ...older, process: "three-rivers" };
    const fewer = {
      ...older,
      rooms: async () => (await older.rooms()).filter(({ room }) => room !== "plenary"),
    };
    const damaged = { ...older, blobs: async () => ["0".repeat(64)] };
    const cases = [
      [older, "folder.newer"],
      [forked, "verify.history"],
      [other, "folder.newer"],
      [fewer, "folder.newer"],
      [damaged, "verify.blob"],
      [await exported(source(), "public"), "folder.newer"],
    ] as const;
    for (const [copy, code] of cases) {
      expect((await refusalOf(importInto(replica, copy)))?.code, code).toBe(code);
      expect(await contentOf(replica)).toBe(before);
    }
    await forkStore.close();
    await alone.remove();
  });

  it("[FD16] holds the rooms of its office alone, whatever it is made from", async () => {
    await talk(1);
    await process.say("host", issue("For us alone", "internal-host"));
    const { folder: replica } = await cloneInto(source(), "party-a", next());
    const kept = await openStore(replica, { readOnly: true });
    const names = (await kept.logs()).map(({ log }) => log);
    expect(names).toEqual(["humanitarian", "plenary", "process"].map((room) => `two-rivers/${room}`));
    await kept.close();
  });

  it("[FD17] is not made of a copy with any problem, nor over another folder", async () => {
    await talk(1);
    const copy = await exported();
    const path = next();
    const damaged = { ...copy, blobs: async () => ["0".repeat(64)] };
    expect((await refusalOf(cloneInto(damaged, "party-a", path)))?.code).toBe("verify.blob");
    await cloneInto(copy, "party-a", path);
    expect((await refusalOf(cloneInto(copy, "party-a", path)))?.code).toBe("folder.exists");
  });
});

// The host's source, in which an act of a room names a blob.
function withBlobIn(room: "internal-host", digest: string): Source {
  const from = source();
  const blob = { digest, bytes: 24, mediaType: "text/plain" };
  const act = { ...process.compose("host", issue("A paper", room)), payload: { title: "t", words: "w" } };
  const payload = { round: act.id, title: "t", to: ["host"], at: "2025-07-01", blob, source: own };
  return {
    ...from,
    rooms: async () => [...(await from.rooms()), { room, size: 1, checkpoint: undefined }],
    async *entries(of) {
      if (of !== room) yield* from.entries(of);
      else yield entryOf({ ...act, kind: "document.handed_over", payload } as Act);
    },
    blobs: async () => [digest],
    blob: async (asked) => (asked === digest ? store.blob(digest) : undefined),
  };
}

const own = { kind: "own_record", publisher: "Secretariat" };

function entryOf(act: Act): Uint8Array {
  return encodeEntry({ receivedAt: process.now, roster: 14, signatures: [] }, canonicalBytes(act));
}

function filesOf(out: string): ReadonlyMap<string, string> {
  const names = readdirSync(out, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(out, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(out, name)).toString("latin1")]));
}
