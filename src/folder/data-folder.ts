import { access, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { refuse } from "#base";
import { office, processId, type Room, rooms } from "#record";
import { digestsNamed, type RoomCopy, type Source } from "#replica";
import { openPostgres, openSqlite, type Store } from "#store";
import { makeEmptyFolder } from "./empty-folder.ts";

const description = z
  .strictObject({
    format: z.literal("parley-folder/1"),
    process: processId,
    /** The host's folder appends; a replica only holds what one office reads. */
    role: z.enum(["host", "replica"]),
    office: office.optional(),
    hostName: z.string(),
    demonstration: z.boolean(),
  })
  .refine(({ role, office: held }) => (role === "replica") === (held !== undefined), {
    error: "a replica names its office, and the host's folder none",
  });
export type FolderDescription = z.infer<typeof description>;

/** A folder with a process in it: the host's own, or a replica that one office keeps. */
export type DataFolder = FolderDescription & { readonly path: string };

/** What says where a folder's record stands. */
type Recorded = Pick<DataFolder, "path" | "role">;

export const folderFile = "parley.json";

/** Makes the folder with an empty record in it; a folder that is there and not empty is left alone. */
export async function createFolder(path: string, made: FolderDescription): Promise<DataFolder> {
  await makeEmptyFolder(path);
  const folder = { ...made, path };
  // the record first: a folder that describes itself has one, and a lost one is never begun anew unnoticed
  await makeRecord(folder);
  await writeFile(join(path, folderFile), `${JSON.stringify(made, undefined, 2)}\n`, { flag: "wx" });
  return folder;
}

/** Makes the empty record of a folder, where it is a file. */
export async function makeRecord(folder: Recorded): Promise<void> {
  if (databaseUrl(folder) === undefined) await (await openSqlite(databaseFile(folder))).close();
}

export async function readFolder(path: string): Promise<DataFolder> {
  const file = join(path, folderFile);
  const text = await readFile(file, "utf8").catch(() => refuse("folder.not_parley", { path }));
  const parsed = description.safeParse(parseJson(text));
  if (!parsed.success)
    return refuse("folder.unreadable", { path: file, reason: "it is not in the form parley-folder/1." });
  return { ...parsed.data, path };
}

/** Opens the record of a folder. PARLEY_DATABASE_URL puts the host's on PostgreSQL; a replica's is always a file. */
export async function openStore(
  folder: Recorded,
  { readOnly }: { readonly readOnly: boolean },
): Promise<Store> {
  const url = databaseUrl(folder);
  const file = databaseFile(folder);
  const isInFile = await isThere(file);
  if (url === undefined) {
    if (!isInFile && folder.role === "host")
      refuse("folder.record_missing", { path: folder.path, where: file });
    return openSqlite(file, { readOnly, create: false });
  }
  if (isInFile) refuse("folder.record_in_file", { file }); // two records of one process would be two histories
  return openPostgres(url);
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function databaseUrl({ role }: Recorded): string | undefined {
  return role === "host" ? process.env.PARLEY_DATABASE_URL || undefined : undefined;
}

function databaseFile({ path }: Recorded): string {
  return join(path, "parley.db");
}

/** What a store holds of a process, as a source to read, export and verify. */
export function storeSource(
  store: Store,
  held: { readonly process: string; readonly only?: readonly Room[] },
): Source {
  const logOf = (room: Room) => `${held.process}/${room}`;
  const shown = held.only ?? rooms;
  // the process room last: its head then covers every seat under which the other rooms' acts came in
  const asked = shown.toSorted((one, other) => Number(one === "process") - Number(other === "process"));
  const copies = async () => {
    const found: RoomCopy[] = [];
    for (const room of asked) {
      const head = await store.latestCheckpoint(logOf(room));
      if (head) found.push({ room, size: head.size, checkpoint: new TextEncoder().encode(head.note) });
    }
    return found.sort((one, other) => shown.indexOf(one.room) - shown.indexOf(other.room));
  };
  async function* entries(room: Room) {
    if (shown.includes(room)) for await (const row of store.read(logOf(room), 0)) yield row.entry;
  }
  return {
    process: held.process,
    rooms: copies,
    entries,
    async blobs() {
      const digests = [...(await digestsNamed({ entries }, await copies()))].sort();
      const kept = await Promise.all(digests.map((digest) => store.hasBlob(digest)));
      return digests.filter((_, i) => kept[i]);
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
