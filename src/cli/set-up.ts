import { rm } from "node:fs/promises";
import { join } from "node:path";
import { ProblemError, refuse } from "#base";
import {
  createSetUpFolder,
  isFounded,
  keepSetUp,
  newKeyFile,
  openStore,
  readKeyFile,
  readSetUp,
  settleFolder,
  signingKeyOf,
  writeKeyFile,
} from "#folder";
import {
  Buckets,
  beginSetUp,
  foundProcess,
  newSecret,
  type Registry,
  type Served,
  SetUp,
  setUpState,
} from "#server";
import type { Store } from "#store";
import { logKeyFile } from "./desk.ts";

/** How a process is served over a store: what a set-up ends in, and what a start begins with. */
export type Serve = (store: Store, registry: Registry) => Promise<Served>;

/** Makes the folder of a process that three heads will found. Answers the secret of the host's head: it is kept nowhere. */
export async function createSetUp(path: string): Promise<string> {
  await createSetUpFolder(path);
  try {
    await writeKeyFile(join(path, logKeyFile), await newKeyFile("log", "host", "log"));
    const { secret, hash } = newSecret();
    await keepSetUp(path, beginSetUp(hash));
    return secret;
  } catch (error) {
    await rm(path, { recursive: true, force: true }); // made just now, and nothing stands in it
    throw error;
  }
}

/** Whether a folder has a set-up and no process yet. */
export async function isInSetUp(path: string): Promise<boolean> {
  return !(await isFounded(path)) && (await readSetUp(path)) !== undefined;
}

/** The set-up of a folder over its open store; `served` where its process is founded. Undefined where there is none. */
export async function setUpOf(
  path: string,
  store: Store,
  serve: Serve,
  served?: Served,
): Promise<SetUp<Served> | undefined> {
  const kept = await readSetUp(path);
  if (kept === undefined) return undefined;
  const state = setUpState.safeParse(kept);
  if (!state.success)
    return refuse("folder.unreadable", { path, reason: "its set-up is not in the form parley-set-up/1." });
  const logKey = signingKeyOf(await readKeyFile(join(path, logKeyFile)));
  return SetUp.open(
    {
      logKey: logKey.publicKey,
      keep: (next) => keepSetUp(path, next),
      found: async ({ process, hostName, envelope }) => {
        const registry = await foundProcess({ store, process, hostName, logKey, now: Date.now }, envelope);
        const made = {
          format: "parley-folder/1",
          process,
          role: "host",
          hostName,
          demonstration: false,
        } as const;
        await settleFolder(path, made);
        return serve(store, registry);
      },
      now: Date.now,
      limit: new Buckets(100, 5),
    },
    state.data,
    served,
  );
}

/** Opens the set-up of a folder; a founding that broke off is gone on with, and what then goes wrong is told. */
export async function atSetUp(
  path: string,
  serve: Serve,
  tell: (error: unknown) => void,
  run: (setUp: SetUp<Served>) => Promise<void>,
): Promise<void> {
  const store = await openStore({ path, role: "host" }, { readOnly: false });
  try {
    const setUp = await setUpOf(path, store, serve);
    if (!setUp) return refuse("folder.not_parley", { path });
    await setUp.goOn().catch((error) => {
      if (!(error instanceof ProblemError)) throw error;
      tell(error); // the host can reopen the set-up: it is served all the same
    });
    await run(setUp);
    await setUp.served?.host.registry.close();
  } finally {
    await store.close();
  }
}
