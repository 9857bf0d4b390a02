import { formatBundle, formatReceipt, leafHash, newTiles, Tree, tileHashes, tilePath } from "#ledger";
import { type Office, type Room, readableRooms } from "#record";
import { digestsIn } from "./blobs.ts";
import { readEntry } from "./entry.ts";
import type { RoomCopy, Source } from "./source.ts";

/** The file of an export that says what is in it. */
export const exportFile = "parley-export.json";

/** What an export is of. */
export type ExportDescription = {
  readonly format: "parley-export/1";
  readonly process: string;
  readonly office: Office;
  readonly rooms: readonly { readonly room: Room; readonly size: number }[];
  /** SHA-256 in hex. */
  readonly blobs: readonly string[];
};

/** One file of an export: its path within the folder, with slashes, and its content. */
export type ExportedFile = { readonly path: string; readonly content: Uint8Array };

type Work = { readonly signal?: AbortSignal; readonly onProgress?: (done: number, of: number) => void };
type OwnAct = { readonly id: string; readonly seq: number };
const bundleWidth = 256;
const encoder = new TextEncoder();

/**
 * All that an office reads, as files that other programs can check: per room a C2SP tiled log
 * (`rooms/<room>/checkpoint`, `tile/…`, `tile/entries/…`), the receipts of the office's own acts
 * (`receipts/<id>.tlog-proof`), and blobs by digest; the description comes last. The bytes depend on nothing but what
 * the office reads. Progress counts entries.
 */
export async function* exportFiles(
  source: Source,
  reader: Office,
  { signal, onProgress }: Work = {},
): AsyncGenerator<ExportedFile, ExportDescription> {
  const readable = new Set<Room>(readableRooms(reader));
  const copies = (await source.rooms()).filter((copy) => readable.has(copy.room) && copy.size > 0);
  const total = copies.reduce((sum, { size }) => sum + size, 0);
  const named = new Set<string>();
  let done = 0;
  for (const copy of copies)
    for await (const file of roomFiles(source, copy, reader, named)) {
      signal?.throwIfAborted();
      done += file.entries;
      if (file.entries > 0) onProgress?.(done, total);
      yield file;
    }
  const blobs: string[] = [];
  for (const digest of [...named].sort()) {
    signal?.throwIfAborted();
    const content = await source.blob(digest);
    if (!content) continue;
    yield { path: `blobs/${digest}`, content };
    blobs.push(digest);
  }
  const rooms = copies.map(({ room, size }) => ({ room, size }));
  const made: ExportDescription = {
    format: "parley-export/1",
    process: source.process,
    office: reader,
    rooms,
    blobs,
  };
  yield { path: exportFile, content: encoder.encode(`${JSON.stringify(made, undefined, 2)}\n`) };
  return made;
}

type RoomFile = ExportedFile & { readonly entries: number };

async function* roomFiles(
  source: Source,
  { room, size, checkpoint }: RoomCopy,
  reader: Office,
  blobs: Set<string>,
): AsyncGenerator<RoomFile> {
  const file = (path: string, content: Uint8Array, entries = 0): RoomFile => ({
    path: `rooms/${room}/${path}`,
    content,
    entries,
  });
  const tree = new Tree();
  const own: OwnAct[] = [];
  let bundle: Uint8Array[] = [];
  for await (const bytes of source.entries(room)) {
    if (tree.size === size) break; // appended since the checkpoint was read
    const read = readEntry(tree.size, bytes);
    if (!("problem" in read)) {
      if (read.entry.act.by.office === reader) own.push({ id: read.entry.act.id, seq: tree.size });
      for (const digest of digestsIn(read.entry.act)) blobs.add(digest);
    }
    tree.append(leafHash(bytes));
    bundle.push(bytes);
    if (bundle.length < bundleWidth) continue;
    yield file(bundlePath(tree.size, bundle.length), formatBundle(bundle), bundle.length);
    bundle = [];
  }
  if (bundle.length > 0)
    yield file(bundlePath(tree.size, bundle.length), formatBundle(bundle), bundle.length);
  for (const tile of newTiles(0, tree.size)) yield file(tilePath(tile), tileHashes(tree, tile));
  if (!checkpoint) return;
  yield file("checkpoint", checkpoint);
  for (const { id, seq } of own) {
    const receipt = formatReceipt({ index: seq, proof: tree.inclusionProof(seq, size), checkpoint });
    yield file(`receipts/${id}.tlog-proof`, receipt);
  }
}

// Where the bundle stands that ends at this size.
function bundlePath(size: number, width: number): string {
  return tilePath({ level: "entries", index: Math.floor((size - 1) / bundleWidth), width });
}
