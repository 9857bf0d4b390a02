import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { refuse } from "#base";
import { parseBundle, tilePath } from "#ledger";
import { type Office, office, processId, type Room, room } from "#record";
import { type ExportDescription, exportFile, exportFiles, type Source } from "#replica";
import { parseJson } from "./data-folder.ts";
import { makeEmptyFolder } from "./empty-folder.ts";

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

/**
 * Writes all that an office reads as files that other programs can check: those of `exportFiles`. The bytes depend on
 * nothing but what the office reads.
 */
export async function writeExport(source: Source, reader: Office, out: string): Promise<ExportDescription> {
  await makeEmptyFolder(out);
  const files = exportFiles(source, reader);
  for (;;) {
    const next = await files.next();
    if (next.done) return next.value;
    await put(join(out, ...next.value.path.split("/")), next.value.content);
  }
}

async function put(path: string, content: Uint8Array): Promise<void> {
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
