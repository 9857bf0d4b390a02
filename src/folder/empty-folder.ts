import { access, mkdir, readdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { refuse } from "#base";

/** Makes a folder, or takes one that is empty; what is there is never written over. */
export async function makeEmptyFolder(path: string): Promise<void> {
  try {
    if ((await namesIn(path)).length > 0) refuse("folder.exists", { path });
    await makeFolder(resolve(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOTDIR" || code === "EEXIST") refuse("folder.exists", { path });
    if (code === undefined) throw error; // a refusal already, or a bug
    refuse("folder.unwritable", { path, reason: `${code}.` });
  }
}

// Node's own recursive mkdir never ends where a folder that is there takes no other, as /proc.
async function makeFolder(path: string): Promise<void> {
  const isThere = (at: string) =>
    access(at).then(
      () => true,
      () => false,
    );
  if (await isThere(path)) return;
  const parent = dirname(path);
  if (parent !== path && !(await isThere(parent))) await makeFolder(parent);
  await mkdir(path);
}

async function namesIn(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return []; // not there is as good as empty
    throw error;
  }
}
