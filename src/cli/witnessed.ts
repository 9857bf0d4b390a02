import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { refuse } from "#base";
import { fromBase64, toBase64 } from "#ledger";
import { bytes32, room } from "#record";
import type { SeenHead } from "#server";

/**
 * The newest heads that witnesses have cosigned, in a file beside the database: a database that was put back from
 * an old backup is found out by it. Whoever puts back the whole folder is found out by the witnesses alone.
 */
const witnessedFile = "witnessed.json";
const form = z.array(z.strictObject({ room, size: z.int().positive(), root: bytes32 }));

export async function readWitnessed(folder: string): Promise<readonly SeenHead[]> {
  const path = join(folder, witnessedFile);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "[]"; // no witness yet
    return refuse("folder.unreadable", { path, reason: `${error.code}.` });
  });
  const heads =
    parsed(text) ?? refuse("folder.unreadable", { path, reason: "it is not a list of witnessed heads." });
  return heads.map((head) => ({ ...head, root: fromBase64(head.root) ?? new Uint8Array() })); // 32 bytes, by the form
}

/** Notes heads that a witness has cosigned; each room keeps its largest. */
export async function noteWitnessed(folder: string, heads: readonly SeenHead[]): Promise<void> {
  const largest = new Map((await readWitnessed(folder)).map((head) => [head.room, head]));
  for (const head of heads)
    if (head.size >= (largest.get(head.room)?.size ?? 0)) largest.set(head.room, head);
  const written = [...largest.values()].map((head) => ({
    room: head.room,
    size: head.size,
    root: toBase64(head.root),
  }));
  const path = join(folder, witnessedFile);
  await writeFile(`${path}.new`, `${JSON.stringify(written, undefined, 2)}\n`, { flush: true });
  await rename(`${path}.new`, path);
}

function parsed(text: string): z.infer<typeof form> | undefined {
  try {
    return form.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // no JSON
  }
}
