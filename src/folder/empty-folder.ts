import { mkdir, readdir } from "node:fs/promises";
import { refuse } from "#base";

/** Makes a folder, or takes one that is empty; what is there is never written over. */
export async function makeEmptyFolder(path: string): Promise<void> {
  try {
    if ((await namesIn(path)).length > 0) refuse("folder.exists", { path });
    await mkdir(path, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOTDIR" || code === "EEXIST") refuse("folder.exists", { path });
    if (code === undefined) throw error; // a refusal already, or a bug
    refuse("folder.unwritable", { path, reason: `${code}.` });
  }
}

async function namesIn(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return []; // not there is as good as empty
    throw error;
  }
}
