import { ProblemError, problem } from "#base";
import type { WrappedSecret } from "#ledger";
import type { Room } from "#record";
import type { Chunk } from "./chunk.ts";
import { chunkRange, chunksToWrite, type Keep, type KeptMeta, type KeptRoom, type Queued } from "./keep.ts";

const version = 1;

/** A queued act with the number that keeps the order in which acts were said. */
type Numbered = Queued & { readonly number?: number };

/**
 * Keeps what a replica holds in the browser. Several tabs may use one keep: every write is a transaction, and an
 * append is made only at the size that its author knows.
 */
export async function indexedDbKeep(name: string): Promise<Keep> {
  const database = await opened(name);
  database.onversionchange = () => database.close(); // another tab forgets it, or a later version opens it
  const reading = (...tables: string[]) => database.transaction(tables, "readonly");
  // A write that was answered is on the disk: an act in the queue is not said twice, and not lost.
  const writing = (...tables: string[]) =>
    database.transaction(tables, "readwrite", { durability: "strict" });
  const relaxed = (...tables: string[]) =>
    database.transaction(tables, "readwrite", { durability: "relaxed" });
  return {
    rooms: () => answer<KeptRoom[]>(reading("rooms").objectStore("rooms").getAll()),
    chunks: async (room, from, to) => {
      const [first, end] = chunkRange(from, to);
      if (first >= end) return [];
      return answer<Chunk[]>(
        reading("chunks")
          .objectStore("chunks")
          .getAll(rangeOf(room, first, end - 1)),
      );
    },
    // what was checked here can be had from the host again: it need not be synced
    append: async (from, more, head) => {
      const transaction = relaxed("rooms", "chunks");
      const [rooms, chunks] = [transaction.objectStore("rooms"), transaction.objectStore("chunks")];
      const held = await answer<KeptRoom | undefined>(rooms.get(head.room));
      if ((held?.size ?? 0) !== from) {
        await done(transaction);
        return { done: false, held };
      }
      const [first] = chunkRange(from, from + 1);
      const tail = await answer<Chunk | undefined>(chunks.get([head.room, first]));
      for (const { index, chunk } of chunksToWrite(from, more, tail)) chunks.put(chunk, [head.room, index]);
      rooms.put(head, head.room);
      await done(transaction);
      return { done: true };
    },
    note: async (head) => {
      const transaction = relaxed("rooms");
      const rooms = transaction.objectStore("rooms");
      const held = await answer<KeptRoom | undefined>(rooms.get(head.room));
      if (held?.size === head.size) rooms.put(head, head.room);
      await done(transaction);
    },
    queue: () => answer<Queued[]>(reading("queue").objectStore("queue").getAll()),
    enqueue: async (item) => {
      const transaction = writing("queue");
      const queue = transaction.objectStore("queue");
      const held = await answer<Numbered | undefined>(queue.index("id").get(item.id));
      queue.put(held?.number === undefined ? item : { ...item, number: held.number });
      await done(transaction);
    },
    dequeue: async (id) => {
      const transaction = writing("queue");
      const queue = transaction.objectStore("queue");
      const held = await answer<Numbered | undefined>(queue.index("id").get(id));
      if (held?.number !== undefined) queue.delete(held.number);
      await done(transaction);
    },
    opened: async () => {
      const opened = reading("opened").objectStore("opened");
      const [ids, wrapped] = await Promise.all([
        answer<IDBValidKey[]>(opened.getAllKeys()),
        answer<WrappedSecret[]>(opened.getAll()),
      ]);
      return new Map(wrapped.map((one, i) => [String(ids[i]), one]));
    },
    putOpened: async (papers) => {
      const transaction = relaxed("opened");
      for (const [id, wrapped] of papers) transaction.objectStore("opened").put(wrapped, id);
      await done(transaction);
    },
    meta: async () => {
      const meta = reading("meta").objectStore("meta");
      const [keys, values] = await Promise.all([answer(meta.getAllKeys()), answer(meta.getAll())]);
      return Object.fromEntries(keys.map((key, i) => [key, values[i]])) as KeptMeta; // as setMeta wrote it
    },
    setMeta: async (change) => {
      const transaction = writing("meta");
      const meta = transaction.objectStore("meta");
      for (const [key, value] of Object.entries(change))
        if (value === undefined) meta.delete(key);
        else meta.put(value, key);
      await done(transaction);
    },
    close: async () => database.close(),
    forget: async () => {
      database.close();
      await answer(indexedDB.deleteDatabase(name));
    },
  };
}

function opened(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    const database = request.result;
    database.createObjectStore("rooms");
    database.createObjectStore("chunks");
    database.createObjectStore("opened");
    database.createObjectStore("meta");
    const queue = database.createObjectStore("queue", { keyPath: "number", autoIncrement: true });
    queue.createIndex("id", "id", { unique: true });
  };
  return answer(request);
}

function rangeOf(room: Room, first: number, last: number): IDBKeyRange {
  return IDBKeyRange.bound([room, first], [room, last]);
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(unwritable(request.error));
  });
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, failed) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => failed(unwritable(transaction.error));
  });
}

function unwritable(error: unknown): ProblemError {
  const reason = error instanceof Error ? error.message : "The browser's store did not answer.";
  return new ProblemError(problem("keep.unwritable", { reason }));
}
