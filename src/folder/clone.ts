import { ProblemError, problem, refuse } from "#base";
import { leafHash, openCheckpoint, sameBytes, Tree } from "#ledger";
import type { Office, Room } from "#record";
import {
  readEntry,
  readFounding,
  roomVerifier,
  type Source,
  type Verification,
  type VerifyOptions,
  verifySource,
} from "#replica";
import type { Store } from "#store";
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
    for (const copy of await source.rooms()) await refuseOther(source, store, folder, copy.room);
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

// What the replica holds of a room must be the beginning of what the copy holds of it.
async function refuseOther(source: Source, store: Store, folder: DataFolder, room: Room): Promise<void> {
  const held = await store.latestCheckpoint(`${folder.process}/${room}`);
  if (!held) return;
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

async function takeAll(source: Source, store: Store, folder: DataFolder): Promise<void> {
  // blobs first: an act that is there has its content with it
  for (const digest of await source.blobs()) {
    const bytes = await source.blob(digest);
    if (bytes) await store.putBlob(digest, bytes);
  }
  for (const copy of await source.rooms()) await takeRoom(source, store, folder, copy.room);
}

async function takeRoom(source: Source, store: Store, folder: DataFolder, room: Room): Promise<void> {
  const log = `${folder.process}/${room}`;
  const held = await store.size(log);
  const rows: { id: string; receivedAt: number; leafHash: Uint8Array; entry: Uint8Array }[] = [];
  let seq = 0;
  for await (const entry of source.entries(room)) {
    const read = seq >= held ? readEntry(seq, entry) : undefined;
    if (read && "problem" in read) throw new ProblemError(read.problem);
    if (read)
      rows.push({
        id: read.entry.act.id,
        receivedAt: read.entry.receivedAt,
        leafHash: leafHash(entry),
        entry,
      });
    seq += 1;
  }
  const copy = (await source.rooms()).find((one) => one.room === room);
  if (rows.length === 0 || !copy?.checkpoint) return;
  const founding = await readFounding(source);
  if ("problem" in founding) throw new ProblemError(founding.problem);
  const { checkpoint } = openCheckpoint(copy.checkpoint, {
    log: roomVerifier(founding.payload, source.process, room),
  });
  const note = new TextDecoder().decode(copy.checkpoint);
  const result = await store.append([
    { log, expectedSize: held, rows, checkpoint: { size: checkpoint.size, root: checkpoint.root, note } },
  ]);
  if (!result.done) throw new Error(`The replica's log ${log} grew while it was being brought up to date.`);
}
