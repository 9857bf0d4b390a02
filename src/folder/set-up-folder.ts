import { access, chmod, open, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { refuse } from "#base";
import { type DataFolder, type FolderDescription, folderFile, makeRecord, parseJson } from "./data-folder.ts";
import { makeEmptyFolder } from "./empty-folder.ts";

/** The state of a set-up that goes on in this folder, or that has ended. */
const setUpFile = "set-up.json";

/** Makes a folder with an empty record and no process in it; it is in set-up once its state is kept. */
export async function createSetUpFolder(path: string): Promise<void> {
  await makeEmptyFolder(path);
  await makeRecord({ path, role: "host" });
}

/** The state of the set-up of a folder, as it was kept; undefined where there never was one. */
export async function readSetUp(path: string): Promise<unknown> {
  const file = join(path, setUpFile);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    return refuse("folder.unreadable", { path: file, reason: `${error.code}.` });
  });
  if (text === undefined) return undefined;
  return parseJson(text) ?? refuse("folder.unreadable", { path: file, reason: "it is not JSON." });
}

/** Keeps the state of a set-up: whole and on the disk, or the one before it. */
export async function keepSetUp(path: string, state: unknown): Promise<void> {
  await replaceFile(join(path, setUpFile), `${JSON.stringify(state, undefined, 2)}\n`);
}

/** Whether a folder has its process already. */
export function isFounded(path: string): Promise<boolean> {
  return access(join(path, folderFile)).then(
    () => true,
    () => false,
  );
}

/** Says what process a folder holds: the last step of its founding. Saying the same again changes nothing. */
export async function settleFolder(path: string, made: FolderDescription): Promise<DataFolder> {
  await replaceFile(join(path, folderFile), `${JSON.stringify(made, undefined, 2)}\n`);
  return { ...made, path };
}

// Written beside, synced, renamed, and the folder synced: a crash leaves the one or the other (man 2 rename).
async function replaceFile(path: string, text: string): Promise<void> {
  const beside = `${path}.new`;
  try {
    const file = await open(beside, "w", 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await chmod(beside, 0o600);
    await rename(beside, path);
    const folder = await open(dirname(path), "r");
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    refuse("folder.unwritable", { path, reason: `${(error as NodeJS.ErrnoException).code ?? error}.` });
  }
}
