import { readFile } from "node:fs/promises";
import { refuse } from "#base";

/** The bytes of a file, or a refusal that names it. */
export function contents(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: NodeJS.ErrnoException) =>
    refuse("lists.unreadable", {
      path,
      reason: error.code === "ENOENT" ? "there is no such file." : `${error.code}.`,
    }),
  );
}
