import { type Office, type Room, readableRooms } from "#record";
import { digestsIn } from "./blobs.ts";
import { readEntry } from "./entry.ts";

/** One room's log as a viewer holds it. */
export type RoomCopy = {
  readonly room: Room;
  readonly size: number;
  /** The signed checkpoint at this size; undefined where the log is empty. */
  readonly checkpoint: Uint8Array | undefined;
};

/** Where a viewer's acts are read from: the host's data folder, an export, a mirror, later a browser's database. */
export interface Source {
  readonly process: string;
  rooms(): Promise<readonly RoomCopy[]>;
  /** The entries' exact bytes in the order of the log. */
  entries(room: Room): AsyncIterable<Uint8Array>;
  /** The digests (SHA-256, hex) of the blobs held. */
  blobs(): Promise<readonly string[]>;
  blob(digest: string): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}

/** The part of a source that one office reads: its rooms, and the blobs that the acts in them name. */
export function readableSource(source: Source, reader: Office): Source {
  const readable = new Set<Room>(readableRooms(reader));
  const copies = async () => (await source.rooms()).filter((copy) => readable.has(copy.room));
  let shown: ReadonlySet<string> | undefined;
  const blobs = async () => {
    const named = await digestsNamed(source, await copies());
    const held = (await source.blobs()).filter((digest) => named.has(digest));
    shown = new Set(held);
    return held;
  };
  return {
    process: source.process,
    rooms: copies,
    async *entries(room) {
      if (readable.has(room)) yield* source.entries(room);
    },
    blobs,
    async blob(digest) {
      if (!shown?.has(digest) && !(await blobs()).includes(digest)) return undefined;
      return source.blob(digest);
    },
    close: () => source.close(),
  };
}

/** The digests of the blobs that the acts of some rooms name. */
export async function digestsNamed(
  source: Pick<Source, "entries">,
  copies: readonly RoomCopy[],
): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  for (const { room, size } of copies) {
    let seq = 0;
    for await (const bytes of source.entries(room)) {
      if (seq === size) break; // appended since the head was read
      const read = readEntry(seq++, bytes);
      if (!("problem" in read)) for (const digest of digestsIn(read.entry.act)) named.add(digest);
    }
  }
  return named;
}
