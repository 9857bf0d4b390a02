import { ProblemError, problem, refuse } from "#base";
import { leafHash, openCheckpoint, sameBytes, Tree } from "#ledger";
import { type Office, type Room, readableRooms } from "#record";
import {
  type RoomCopy,
  readableSource,
  readEntry,
  readFounding,
  roomVerifier,
  type Source,
  type Verification,
  type VerifyOptions,
  verifySource,
} from "#replica";
import type { Append, Checkpoint, Row, Store } from "#store";
import { createFolder, type DataFolder, openStore } from "./data-folder.ts";

/** Makes a replica of a copy that verifies; a copy with any problem is not taken. */
export async function cloneInto(
  source: Source,
  reader: Office,
  path: string,
  options: VerifyOptions = {},
): Promise<{ readonly folder: DataFolder; readonly verification: Verification }> {
  const verification = await verified(source, options);
  const founding = await readFounding(source);
  if ("problem" in founding) throw new ProblemError(founding.problem);
  const { hostName, demonstration } = founding.payload;
  const folder = await createFolder(path, {
    format: "parley-folder/1",
    process: source.process,
    role: "replica",
    office: reader,
    hostName,
    demonstration,
  });
  const store = await openStore(folder, { readOnly: false });
  try {
    await takeAll(source, store, folder);
  } finally {
    await store.close();
  }
  return { folder, verification };
}

/** Brings a replica up to date from a newer copy: it must verify, and continue what the replica holds. */
export async function importInto(
  folder: DataFolder,
  source: Source,
  options: VerifyOptions = {},
): Promise<Verification> {
  if (source.process !== folder.process)
    refuse("folder.newer", {
      room: "process",
      reason: `The export is of ${source.process}, the replica of ${folder.process}.`,
    });
  const verification = await verified(source, options);
  const store = await openStore(folder, { readOnly: false });
  try {
    await refuseOthers(source, store, folder);
    await takeAll(source, store, folder);
  } finally {
    await store.close();
  }
  return verification;
}

async function verified(source: Source, options: VerifyOptions): Promise<Verification> {
  const verification = await verifySource(source, options);
  const [first] = verification.problems;
  if (first) throw new ProblemError(first);
  return verification;
}

// What the replica holds of each room must be the beginning of what the copy holds of it.
async function refuseOthers(source: Source, store: Store, folder: DataFolder): Promise<void> {
  const offered = new Set((await source.rooms()).map((copy) => copy.room));
  for (const room of readableRooms(folder.office ?? "public")) {
    const held = await store.latestCheckpoint(`${folder.process}/${room}`);
    if (!held) continue;
    if (!offered.has(room))
      refuse("folder.newer", { room, reason: "The replica holds this room, and the export does not." });
    await refuseOther(source, room, held);
  }
}

async function refuseOther(source: Source, room: Room, held: Checkpoint): Promise<void> {
  const tree = new Tree();
  for await (const bytes of source.entries(room)) tree.append(leafHash(bytes));
  if (tree.size < held.size)
    refuse("folder.newer", {
      room,
      reason: `The replica has ${held.size} entries, the export ${tree.size}.`,
    });
  if (!sameBytes(tree.root(held.size), held.root))
    throw new ProblemError(
      problem("verify.history", {
        room,
        size: held.size,
        reason: "The replica's signed root is not in this export.",
      }),
    );
}

// Blobs first, then all rooms at once: an act that is there has its content with it, and no room is ahead of another.
async function takeAll(source: Source, store: Store, folder: DataFolder): Promise<void> {
  const readable = new Set(readableRooms(folder.office ?? "public"));
  const shown = folder.office ? readableSource(source, folder.office) : source;
  for (const digest of await shown.blobs()) {
    const bytes = await shown.blob(digest);
    if (bytes) await store.putBlob(digest, bytes);
  }
  const founding = await readFounding(source);
  if ("problem" in founding) throw new ProblemError(founding.problem);
  const appends: Append[] = [];
  for (const copy of await source.rooms()) {
    if (!readable.has(copy.room) || !copy.checkpoint) continue;
    const { checkpoint } = openCheckpoint(copy.checkpoint, {
      log: roomVerifier(founding.payload, source.process, copy.room),
    });
    const log = `${folder.process}/${copy.room}`;
    const expectedSize = await store.size(log);
    const rows = await rowsFrom(source, copy, expectedSize);
    const note = new TextDecoder().decode(copy.checkpoint);
    const { size, root } = checkpoint;
    if (rows.length > 0) appends.push({ log, expectedSize, rows, checkpoint: { size, root, note } });
  }
  if (appends.length === 0) return;
  const result = await store.append(appends);
  if (!result.done)
    throw new Error(`The replica's log ${result.moved} grew while it was brought up to date.`);
}

async function rowsFrom(source: Source, { room, size }: RoomCopy, from: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let seq = 0;
  for await (const entry of source.entries(room)) {
    if (seq === size) break; // appended since the head was read
    const read = seq >= from ? readEntry(seq, entry) : undefined;
    if (read && "problem" in read) throw new ProblemError(read.problem);
    if (read) {
      const { act, receivedAt } = read.entry;
      rows.push({ id: act.id, receivedAt, leafHash: leafHash(entry), entry });
    }
    seq += 1;
  }
  return rows;
}
