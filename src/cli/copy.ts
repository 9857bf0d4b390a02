import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Client, RefusedByServer } from "#api";
import { ProblemError, refuse } from "#base";
import {
  type DataFolder,
  type ExportSource,
  openExport,
  openStore,
  readFolder,
  readKeyFile,
  storeSource,
} from "#folder";
import { type Office, office, readableRooms } from "#record";
import { hostSource, type Reading, readAs, type Source } from "#replica";

/** A folder that commands read: the host's process, a replica, or an export. */
export type Copy = {
  readonly path: string;
  readonly source: Source;
  readonly folder: DataFolder | undefined;
  /** The export where it is one: its files beside the entries can be verified too. */
  readonly exported: ExportSource | undefined;
  /** The office that a replica or export was made for; undefined for the host's folder, which holds all. */
  readonly only: Office | undefined;
};

/** Opens a folder, or a host by its address; a sign-in link opens it as the link's office. */
export async function openCopy(path: string): Promise<Copy> {
  if (/^https?:\/\//.test(path)) return openHost(path);
  const folder = await readFolder(path).catch((error) => {
    if (error instanceof ProblemError && error.problem.code === "folder.not_parley") return undefined;
    throw error;
  });
  if (!folder) {
    const source = await openExport(path);
    return { path, source, folder: undefined, exported: source, only: source.office };
  }
  const store = await openStore(folder, { readOnly: true });
  const only = folder.office;
  const held = { process: folder.process, ...(only ? { only: readableRooms(only) } : {}) };
  return { path, source: storeSource(store, held), folder, exported: undefined, only };
}

async function openHost(address: string): Promise<Copy> {
  if (!URL.canParse(address))
    return refuse("command.usage", { reason: `"${address}" is no address of a host.` });
  const { origin, hash } = new URL(address);
  const client = new Client(origin);
  const link = /^#sign-in=([a-z-]+):([0-9a-f]+)$/.exec(hash);
  try {
    if (link?.[1] && link[2]) {
      const body = { office: parseOffice(link[1]), secret: link[2] };
      await client.call("startDemonstrationSession", { body });
    }
    const { office: only } = await client.call("readProcess");
    const source = await hostSource(client);
    return { path: origin, source, folder: undefined, exported: undefined, only };
  } catch (error) {
    if (error instanceof RefusedByServer)
      return refuse("command.host", { address: origin, reason: error.message });
    if (error instanceof TypeError)
      return refuse("command.host", { address: origin, reason: "No answer came." });
    throw error;
  }
}

/** The office whose view is asked for; a replica shows the one that it was made for. */
export function officeFor(copy: Copy, as: string | undefined): Office {
  const asked = as === undefined ? (copy.only ?? "public") : parseOffice(as);
  if (copy.only !== undefined && asked !== copy.only)
    refuse("folder.office", { office: asked, held: copy.only });
  return asked;
}

export function parseOffice(text: string): Office {
  const parsed = office.safeParse(text);
  if (parsed.success) return parsed.data;
  return refuse("command.usage", {
    reason: `"${text}" is no office. Offices: ${office.options.join(", ")}.`,
  });
}

/** What an office reads of a copy, with the keys given and, in a demonstration, those that lie beside it. */
export async function readCopy(
  copy: Copy,
  reader: Office,
  keyPaths: readonly string[],
  until?: number,
): Promise<Reading> {
  const files = [...keyPaths, ...(await demonstrationKeys(copy, reader))];
  const keys = await Promise.all(files.map(readKeyFile));
  return readAs(
    copy.source,
    reader,
    keys.flatMap((key) => (key.identity ? [key.identity] : [])),
    until,
  );
}

async function demonstrationKeys(copy: Copy, reader: Office): Promise<readonly string[]> {
  if (!copy.folder?.demonstration) return [];
  const folder = join(copy.path, "keys");
  const names = await readdir(folder).catch(() => []); // a replica of a demonstration has no keys beside it
  const keys = await Promise.all(
    names.filter((name) => name.endsWith(".key.json")).map(async (name) => join(folder, name)),
  );
  const read = await Promise.all(keys.map(async (path) => ({ path, key: await readKeyFile(path) })));
  return read.filter(({ key }) => key.demonstration && key.office === reader).map(({ path }) => path);
}
