import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { refuse } from "#base";
import { office, processId, type Room, rooms } from "#record";
import { digestsIn, type RoomCopy, readEntry, type Source } from "#replica";
import { openPostgres, openSqlite, type Store } from "#store";

const description = z.strictObject({
  format: z.literal("parley-folder/1"),
  process: processId,
  /** The host's folder appends; a replica only holds what one office reads. */
  role: z.enum(["host", "replica"]),
  office: office.optional(),
  hostName: z.string(),
  demonstration: z.boolean(),
});
export type FolderDescription = z.infer<typeof description>;

/** A folder with a process in it: the host's own, or a replica that one office keeps. */
export type DataFolder = FolderDescription & { readonly path: string };

export const folderFile = "parley.json";

export async function createFolder(path: string, made: FolderDescription): Promise<DataFolder> {
  const found = await readdir(path).catch(() => []); // a folder that is not there is as good as an empty one
  if (found.length > 0) refuse("folder.exists", { path });
  await mkdir(path, { recursive: true });
  await writeFile(join(path, folderFile), `${JSON.stringify(made, undefined, 2)}\n`, { flag: "wx" });
  return { ...made, path };
}

export async function readFolder(path: string): Promise<DataFolder> {
  const file = join(path, folderFile);
  const text = await readFile(file, "utf8").catch(() => refuse("folder.not_parley", { path }));
  const parsed = description.safeParse(parseJson(text));
  if (!parsed.success)
    return refuse("folder.unreadable", { path: file, reason: "it is not in the form parley-folder/1." });
  return { ...parsed.data, path };
}

/** PARLEY_DATABASE_URL puts the host's logs on PostgreSQL; a replica is always a file. */
export function openStore(folder: DataFolder, { readOnly }: { readonly readOnly: boolean }): Promise<Store> {
  const url = process.env.PARLEY_DATABASE_URL;
  if (url && folder.role === "host") return openPostgres(url);
  return openSqlite(join(folder.path, "parley.db"), { readOnly });
}

/** What a store holds of a process, as a source to read, export and verify. */
export function storeSource(
  store: Store,
  held: { readonly process: string; readonly only?: readonly Room[] },
): Source {
  const logOf = (room: Room) => `${held.process}/${room}`;
  const shown = held.only ?? rooms;
  return {
    process: held.process,
    async rooms() {
      const copies: RoomCopy[] = [];
      for (const room of shown) {
        const head = await store.latestCheckpoint(logOf(room));
        if (head) copies.push({ room, size: head.size, checkpoint: new TextEncoder().encode(head.note) });
      }
      return copies;
    },
    async *entries(room) {
      for await (const row of store.read(logOf(room), 0)) yield row.entry;
    },
    async blobs() {
      const digests = new Set<string>();
      for (const room of shown)
        for await (const row of store.read(logOf(room), 0)) {
          const read = readEntry(row.seq, row.entry);
          if (!("problem" in read)) for (const digest of digestsIn(read.entry.act)) digests.add(digest);
        }
      const held = await Promise.all(
        [...digests].sort().map(async (one) => ((await store.hasBlob(one)) ? [one] : [])),
      );
      return held.flat();
    },
    blob: (digest) => store.blob(digest),
    close: () => store.close(),
  };
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema that follows refuses it in words
  }
}
