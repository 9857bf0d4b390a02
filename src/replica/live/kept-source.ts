import type { Client } from "#api";
import { type Room, readableRooms } from "#record";
import { digestsNamed, type RoomCopy, type Source } from "../source.ts";
import { bytesOf } from "./chunk.ts";
import type { Copy } from "./copy.ts";
import { readKept } from "./kept-room.ts";

const entriesAtOnce = 1_024;

/**
 * What a replica holds, as a source to verify and to export, up to the heads that it has now. A replica keeps no
 * documents: they are asked of the host where it is given one, and else there are none.
 */
export function keptSource(copy: Copy, client?: Client): Source {
  const copies: readonly RoomCopy[] = readableRooms(copy.office).map((room) => {
    const { head } = copy.held.room(room);
    const checkpoint = head && new TextEncoder().encode(newestNote(head));
    return { room, size: head?.size ?? 0, checkpoint };
  });
  const source: Source = {
    process: copy.held.process,
    rooms: async () => copies,
    async *entries(room: Room) {
      const size = copies.find((one) => one.room === room)?.size ?? 0;
      for (let from = 0; from < size; from += entriesAtOnce)
        for (const entry of await readKept(copy.keep, room, from, Math.min(size, from + entriesAtOnce)))
          yield bytesOf(entry);
    },
    blobs: async () => (client ? [...(await digestsNamed(source, copies))].sort() : []),
    blob: async (digest) => client?.call("readBlob", { params: { digest } }),
    close: async () => {},
  };
  return source;
}

// The head with its cosignatures, where they have come.
function newestNote(head: NonNullable<ReturnType<Copy["held"]["room"]>["head"]>): string {
  return head.cosigned.find((one) => one.size === head.size)?.note ?? head.checkpoint;
}
