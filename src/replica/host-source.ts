import type { Client } from "#api";
import { fromBase64 } from "#ledger";
import type { Room } from "#record";
import { digestsNamed, type RoomCopy, type Source } from "./source.ts";

const page = 1_000;

/**
 * What a host serves to a session, as a source to verify and to take. The heads are read once: what is said
 * meanwhile belongs to the next reading.
 */
export async function hostSource(client: Client): Promise<Source> {
  const { process } = await client.call("readProcess");
  const { rooms } = await client.call("listRooms");
  const copies: readonly RoomCopy[] = rooms
    .filter((one) => one.checkpoint !== null)
    .map(({ room, size, checkpoint }) => ({
      room,
      size,
      checkpoint: new TextEncoder().encode(checkpoint ?? ""),
    }));
  const source: Source = {
    process,
    rooms: async () => copies,
    async *entries(room: Room) {
      const size = copies.find((copy) => copy.room === room)?.size ?? 0;
      for (let from = 0; from < size; ) {
        const limit = Math.min(page, size - from);
        const { entries } = await client.call("readEntries", { params: { room }, query: { from, limit } });
        for (const entry of entries) yield fromBase64(entry) ?? new Uint8Array(); // no entry: verifying says so
        if (entries.length === 0) return;
        from += entries.length;
      }
    },
    blobs: async () => [...(await digestsNamed(source, copies))].sort(),
    blob: (digest) => client.call("readBlob", { params: { digest } }),
    close: async () => {},
  };
  return source;
}
