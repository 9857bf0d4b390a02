import type { WrappedSecret } from "#ledger";
import type { Room } from "#record";
import type { Chunk } from "./chunk.ts";
import { chunkRange, chunksToWrite, type Keep, type KeptMeta, type KeptRoom, type Queued } from "./keep.ts";

/** Keeps what a replica holds for as long as the program runs. */
export function memoryKeep(): Keep {
  const rooms = new Map<Room, KeptRoom>();
  const chunks = new Map<Room, Chunk[]>();
  const queue = new Map<string, Queued>();
  const opened = new Map<string, WrappedSecret>();
  let meta: KeptMeta = {};
  return {
    rooms: async () => [...rooms.values()],
    chunks: async (room, from, to) => (chunks.get(room) ?? []).slice(...chunkRange(from, to)),
    append: async (from, more, head) => {
      const held = rooms.get(head.room);
      if ((held?.size ?? 0) !== from) return { done: false, held };
      const own = chunks.get(head.room) ?? [];
      for (const { index, chunk } of chunksToWrite(from, more, own.at(-1))) own[index] = chunk;
      chunks.set(head.room, own);
      rooms.set(head.room, head);
      return { done: true };
    },
    note: async (head) => {
      if (rooms.get(head.room)?.size === head.size) rooms.set(head.room, head);
    },
    queue: async () => [...queue.values()],
    enqueue: async (item) => {
      queue.set(item.id, item);
    },
    dequeue: async (id) => {
      queue.delete(id);
    },
    opened: async () => new Map(opened),
    putOpened: async (papers) => {
      for (const [id, wrapped] of papers) opened.set(id, wrapped);
    },
    meta: async () => meta,
    setMeta: async (change) => {
      meta = { ...meta, ...change };
    },
    close: async () => {},
    forget: async () => {
      for (const held of [rooms, chunks, queue, opened]) held.clear();
      meta = {};
    },
  };
}
