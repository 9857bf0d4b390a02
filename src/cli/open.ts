import { rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { refuse } from "#base";
import { createFolder, newKeyFile, readKeyFile, signingKeyOf, writeKeyFile } from "#folder";
import { translator } from "#i18n";
import { formatVerifierKey, noteVerifier } from "#ledger";
import { processId } from "#record";
import { logName } from "#replica";
import type { Common } from "./context.ts";
import { utc } from "./dates.ts";
import { atDesk, logKeyFile, readJsonFile } from "./desk.ts";
import { languageOf } from "./language.ts";
import { standardOutput } from "./output.ts";
import { say } from "./say.ts";

const founding = z.looseObject({ hostName: z.string() });

/**
 * `parley open DIR FOUNDING.json --process NAME --key HOST --key A --key B`: a new process. The founding act names
 * the heads' keys and carries their three signatures; the log's own key is made here and named in it.
 */
export async function openCommand(
  path: string,
  file: string,
  options: Common & { readonly process?: string },
): Promise<void> {
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  const name = processId.safeParse(options.process);
  if (!name.success)
    return refuse("command.usage", { reason: "Name the process: --process NAME, of a-z, 0-9 and -." });
  const keys = await Promise.all((options.key ?? []).map(readKeyFile));
  const [host, ...heads] = keys.toSorted(
    (one, other) => Number(other.office === "host") - Number(one.office === "host"),
  );
  if (!host || heads.length !== 2)
    return refuse("command.usage", {
      reason: "Give three heads' keys with --key: the host's and both parties'.",
    });
  const data = founding.safeParse(await readJsonFile(file));
  if (!data.success)
    return refuse("command.draft", { path: file, reason: "it is not the payload of a founding act." });
  const logKey = await newKeyFile("log", "host", "log");
  const log = formatVerifierKey(
    noteVerifier(logName(data.data.hostName, name.data), signingKeyOf(logKey).publicKey),
  );
  await createFolder(path, {
    format: "parley-folder/1",
    process: name.data,
    role: "host",
    hostName: data.data.hostName,
    demonstration: keys.some((key) => key.demonstration),
  });
  await writeKeyFile(join(path, logKeyFile), logKey);
  const found = () =>
    atDesk(path, ({ registry }) => {
      const payload = { ...data.data, log };
      const draft = {
        room: "process",
        kind: "process.opened",
        payload,
        capacity: "head of office",
        saidAt: new Date().toISOString(),
      } as const;
      return say(registry, draft, host, heads);
    });
  const admitted = await found().catch(async (error) => {
    await rm(path, { recursive: true, force: true }); // made by this command just now, and nothing stands in it
    throw error;
  });
  const { id, room, seq, receivedAt } = admitted;
  out.data({ id, room, seq, receivedAt: new Date(receivedAt).toISOString(), log });
  out.line(t("act.recorded", { id, room, seq, date: utc(receivedAt) }));
}
