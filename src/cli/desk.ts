import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { refuse } from "#base";
import { type DataFolder, openStore, readFolder, readKeyFile, signingKeyOf } from "#folder";
import { Registry } from "#server";
import type { Store } from "#store";
import { readWitnessed } from "./witnessed.ts";

/** The host's folder opened for writing: the registry and the store under it. */
export type Desk = { readonly folder: DataFolder; readonly store: Store; readonly registry: Registry };

/** The log's own key, in the host's folder. */
export const logKeyFile = "log.key.json";

export async function atDesk<T>(
  path: string,
  run: (desk: Desk) => Promise<T>,
  now: () => number = Date.now,
): Promise<T> {
  const folder = await readFolder(path);
  if (folder.role !== "host") refuse("folder.read_only", { path });
  const logKey = signingKeyOf(await readKeyFile(join(path, logKeyFile)));
  const store = await openStore(folder, { readOnly: false });
  try {
    const { process, hostName } = folder;
    const seen = await readWitnessed(path);
    const registry = await Registry.open({ store, process, hostName, logKey, seen, now });
    const result = await run({ folder, store, registry });
    await registry.close();
    return result;
  } finally {
    await store.close();
  }
}

/** A JSON file that a person wrote; "-" reads standard input. */
export async function readJsonFile(path: string): Promise<unknown> {
  const text =
    path === "-"
      ? await readStandardInput()
      : await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) =>
          refuse("command.draft", {
            path,
            reason: error.code === "ENOENT" ? "there is no such file." : `${error.code}.`,
          }),
        );
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse("command.draft", {
      path,
      reason: `it is not JSON: ${error instanceof Error ? error.message : error}.`,
    });
  }
}

async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
