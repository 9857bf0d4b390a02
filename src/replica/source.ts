import { type Office, type Room, readableRooms } from "#record";

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

/** The part of a source that one office reads. */
export function readableSource(source: Source, reader: Office): Source {
  const readable = new Set<Room>(readableRooms(reader));
  return {
    ...source,
    process: source.process,
    rooms: async () => (await source.rooms()).filter((copy) => readable.has(copy.room)),
    async *entries(room) {
      if (readable.has(room)) yield* source.entries(room);
    },
  };
}
