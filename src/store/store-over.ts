import type { Kysely } from "kysely";
import {
  allLeafHashes,
  blobBytes,
  checkpointAt,
  isBlobHeld,
  logSize,
  logSizes,
  newestCheckpoint,
  newestCosigned,
  readCheckpoints,
  readRows,
  seqOfId,
  snapshotOf,
  tileBytes,
} from "./reads.ts";
import { checkCount, checkDigest, checkName, checkText } from "./request.ts";
import type { Schema } from "./schema.ts";
import { signInOver } from "./sign-in-over.ts";
import type { Append, AppendResult, Guard, Store } from "./store.ts";
import { keepBlob, keepSnapshot, keepTile, removeBlob, replaceNote } from "./writes.ts";

/** What differs between the two databases. */
export type Backend = Pick<Store, "backend" | "watch" | "check" | "close"> & {
  readonly db: Kysely<Schema>;
  /** Runs the work, and turns the errors of the database into problems. */
  readonly inWords: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs a write beside the logs, where writing is allowed. */
  readonly whenWritable: <T>(work: () => Promise<T>) => Promise<T>;
  readonly append: (appends: readonly Append[], guards: readonly Guard[]) => Promise<AppendResult>;
};

/** The store over one database: everything that both answer in the same way. */
export function storeOver({ backend, db, inWords, whenWritable, ...own }: Backend): Store {
  let closing: Promise<void> | undefined;
  const requireOpen = (): void => {
    if (closing !== undefined)
      throw new Error("The store was closed; nothing is read or written through it.");
  };
  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    requireOpen();
    return inWords(work);
  };
  const writing = <T>(work: () => Promise<T>): Promise<T> => asked(() => whenWritable(work));

  return {
    backend,
    append: (appends, guards = []) => asked(() => own.append(appends, guards)),
    logs: () => asked(() => logSizes(db)),
    size: (log) => asked(() => logSize(db, log)),
    read: (log, from, limit) => {
      requireOpen();
      checkCount("place to read from", from);
      if (limit !== undefined) checkCount("limit", limit);
      return eachInWords(readRows(db, log, from, limit), asked);
    },
    leafHashes: (log) => asked(() => allLeafHashes(db, log)),
    has: (log, id) => asked(() => seqOfId(db, log, id)),
    latestCheckpoint: (log) => asked(() => newestCheckpoint(db, log)),
    checkpoint: (log, size) => asked(() => checkpointAt(db, log, size)),
    checkpoints: (log, fromSize = 0) => {
      requireOpen();
      return eachInWords(readCheckpoints(db, log, fromSize), asked);
    },
    cosignedCheckpoints: (log, most) => {
      checkCount("number of checkpoints", most);
      return asked(() => newestCosigned(db, log, most));
    },
    putCheckpointNote: (log, size, note, previous) =>
      writing(async () => {
        checkText(`note of ${log}`, note);
        return replaceNote(db, log, size, note, previous);
      }),
    putBlob: (digest, bytes) =>
      writing(async () => {
        checkDigest(digest);
        await keepBlob(db, digest, bytes);
      }),
    blob: (digest) => asked(() => blobBytes(db, digest)),
    hasBlob: (digest) => asked(() => isBlobHeld(db, digest)),
    dropBlob: (digest) =>
      writing(async () => {
        checkDigest(digest);
        await removeBlob(db, digest);
      }),
    putTile: (log, level, index, bytes) =>
      writing(async () => {
        if (!Number.isSafeInteger(level)) throw new Error(`The tile level ${level} is not a whole number.`);
        checkCount("tile index", index);
        await keepTile(db, log, level, index, bytes);
      }),
    tile: (log, level, index) => asked(() => tileBytes(db, log, level, index)),
    putSnapshot: (key, upTo, bytes) =>
      writing(async () => {
        checkName("snapshot key", key);
        checkText("snapshot's end", upTo);
        await keepSnapshot(db, key, upTo, bytes);
      }),
    snapshot: (key) => asked(() => snapshotOf(db, key)),
    ...signInOver({ db, isShared: backend === "postgres", asked, writing }),
    watch: (listener) => asked(() => own.watch(listener)),
    check: () => asked(() => own.check()),
    close: () => {
      closing ??= inWords(() => own.close());
      return closing;
    },
  };
}

async function* eachInWords<T>(
  items: AsyncGenerator<T>,
  inWords: <R>(work: () => Promise<R>) => Promise<R>,
): AsyncGenerator<T> {
  for (;;) {
    const next = await inWords(() => items.next());
    if (next.done) return;
    yield next.value;
  }
}
