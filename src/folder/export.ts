import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { refuse } from "#base";
import {
  formatBundle,
  formatReceipt,
  leafHash,
  newTiles,
  parseBundle,
  Tree,
  tileHashes,
  tilePath,
} from "#ledger";
import { type Office, office, processId, type Room, readableRooms, room } from "#record";
import { digestsIn, type RoomCopy, readEntry, type Source } from "#replica";
import { parseJson } from "./data-folder.ts";
import { makeEmptyFolder } from "./empty-folder.ts";

export const exportFile = "parley-export.json";

const description = z.strictObject({
  format: z.literal("parley-export/1"),
  process: processId,
  office,
  rooms: z
    .array(z.strictObject({ room, size: z.int().positive() }))
    .refine((copies) => isWithoutRepeats(copies.map((copy) => copy.room)), { error: "names a room twice" }),
  blobs: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .refine(isWithoutRepeats, { error: "names a blob twice" }),
});
function isWithoutRepeats(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

type Description = z.infer<typeof description>;

/**
 * Writes all that an office reads as files that other programs can check: per room a C2SP tiled log
 * (`rooms/<room>/checkpoint`, `tile/…`, `tile/entries/…`), the receipts of the office's own acts
 * (`receipts/<id>.tlog-proof`), and blobs by digest. The bytes depend on nothing but what the office reads.
 */
export async function writeExport(source: Source, reader: Office, out: string): Promise<Description> {
  await makeEmptyFolder(out);
  const readable = new Set<Room>(readableRooms(reader));
  const copies = (await source.rooms()).filter((copy) => readable.has(copy.room) && copy.size > 0);
  const blobs = new Set<string>();
  for (const copy of copies) await writeRoom(source, copy, reader, out, blobs);
  const kept: string[] = [];
  for (const digest of [...blobs].sort()) {
    const bytes = await source.blob(digest);
    if (!bytes) continue;
    await put(join(out, "blobs", digest), bytes);
    kept.push(digest);
  }
  const made: Description = {
    format: "parley-export/1",
    process: source.process,
    office: reader,
    rooms: copies.map((copy) => ({ room: copy.room, size: copy.size })),
    blobs: kept,
  };
  await put(join(out, exportFile), `${JSON.stringify(made, undefined, 2)}\n`);
  return made;
}

async function writeRoom(
  source: Source,
  copy: RoomCopy,
  reader: Office,
  out: string,
  blobs: Set<string>,
): Promise<void> {
  const folder = join(out, "rooms", copy.room);
  const tree = new Tree();
  const own: { readonly id: string; readonly seq: number }[] = [];
  let bundle: Uint8Array[] = [];
  const flush = async () => {
    if (bundle.length === 0) return;
    const index = Math.floor((tree.size - 1) / 256);
    const path = tilePath({ level: 0, index, width: bundle.length }).replace("tile/0/", "tile/entries/");
    await put(join(folder, path), formatBundle(bundle));
    bundle = [];
  };
  for await (const bytes of source.entries(copy.room)) {
    if (tree.size === copy.size) break; // appended since the checkpoint was read
    const read = readEntry(tree.size, bytes);
    if (!("problem" in read)) {
      if (read.entry.act.by.office === reader) own.push({ id: read.entry.act.id, seq: tree.size });
      for (const digest of digestsIn(read.entry.act)) blobs.add(digest);
    }
    tree.append(leafHash(bytes));
    bundle.push(bytes);
    if (bundle.length === 256) await flush();
  }
  await flush();
  for (const tile of newTiles(0, tree.size)) await put(join(folder, tilePath(tile)), tileHashes(tree, tile));
  const { checkpoint } = copy;
  if (!checkpoint) return;
  await put(join(folder, "checkpoint"), checkpoint);
  for (const { id, seq } of own) {
    const receipt = formatReceipt({ index: seq, proof: tree.inclusionProof(seq, copy.size), checkpoint });
    await put(join(folder, "receipts", `${id}.tlog-proof`), receipt);
  }
}

async function put(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content, { flag: "wx" });
}

export type ExportSource = Source & { readonly office: Office; readonly path: string };

/** Opens an export for reading and verifying. */
export async function openExport(path: string): Promise<ExportSource> {
  const file = join(path, exportFile);
  const text = await readFile(file, "utf8").catch(() => refuse("folder.not_parley", { path }));
  const parsed = description.safeParse(parseJson(text));
  if (!parsed.success)
    return refuse("export.damaged", { path: file, reason: "It is not in the form parley-export/1." });
  const { process, office: reader, rooms: copies, blobs } = parsed.data;
  const folderOf = (of: Room) => join(path, "rooms", of);
  const need = (at: string) =>
    readFile(at).catch(() =>
      refuse("export.damaged", { path: at, reason: "It is missing or cannot be read." }),
    );
  return {
    process,
    office: reader,
    path,
    async rooms() {
      return Promise.all(
        copies.map(async (copy) => ({
          ...copy,
          checkpoint: new Uint8Array(await need(join(folderOf(copy.room), "checkpoint"))),
        })),
      );
    },
    async *entries(of) {
      const size = copies.find((copy) => copy.room === of)?.size ?? 0;
      for (let index = 0; index * 256 < size; index++) {
        const width = Math.min(256, size - index * 256);
        const at = join(
          folderOf(of),
          tilePath({ level: 0, index, width }).replace("tile/0/", "tile/entries/"),
        );
        yield* parseBundle(await need(at), width);
      }
    },
    blobs: async () => blobs,
    blob: async (digest) => new Uint8Array(await need(join(path, "blobs", digest))),
    close: async () => {},
  };
}
