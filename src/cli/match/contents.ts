import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { refuse } from "#base";

const chunkSize = 1 << 20; // bytes; small pieces would lie scattered in memory and hold it

/** The bytes of a file, unpacked where it is packed with gzip; or a refusal that names it. */
export async function contents(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) =>
    refuse("lists.unreadable", {
      path,
      reason: error.code === "ENOENT" ? "there is no such file." : `${error.code}.`,
    }),
  );
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { chunkSize });
  } catch (error) {
    return refuse("lists.unreadable", {
      path,
      reason: `${error instanceof Error ? error.message.replace(/\.$/, "") : String(error)}.`,
    });
  }
}
