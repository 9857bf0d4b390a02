import { writeFile } from "node:fs/promises";
import { z } from "zod";
import { ProblemError, refuse } from "#base";
import { cosignerOf, type DataFolder, openStore, readFolder, readKeyFile, storeSource } from "#folder";
import { translator } from "#i18n";
import { processId, type Room, room } from "#record";
import {
  type CosignedHead,
  cosignSource,
  mergeCosigned,
  readableSource,
  readFounding,
  type Source,
} from "#replica";
import type { Store } from "#store";
import type { Common } from "./context.ts";
import { openCopy } from "./copy.ts";
import { readJsonFile } from "./desk.ts";
import { languageOf } from "./language.ts";
import { standardOutput } from "./output.ts";
import { noteWitnessed } from "./witnessed.ts";

const sentFile = z.strictObject({
  format: z.literal("parley-cosigned/1"),
  process: processId,
  heads: z.array(z.strictObject({ room, size: z.int().positive(), note: z.string() })),
});

/**
 * `parley witness sign COPY FILE --key WITNESSKEY [--since EARLIER]`: verifies a copy, and the earlier one as its
 * beginning, and writes the heads with this witness's cosignature, for the host to keep.
 */
export async function witnessSignCommand(
  path: string,
  file: string,
  options: Common & { readonly since?: string },
): Promise<void> {
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  const [keyPath] = options.key ?? [];
  if (!keyPath) return refuse("command.usage", { reason: "Name the witness's key: --key KEYFILE." });
  const key = await readKeyFile(keyPath);
  const copy = await openCopy(path);
  const since = options.since === undefined ? undefined : await openCopy(options.since);
  try {
    const heads = await cosignSource(
      readableSource(copy.source, key.office),
      cosignerOf(key),
      Date.now(),
      since?.source,
    );
    const notes = heads.map((head) => ({ ...head, note: new TextDecoder().decode(head.note) }));
    const sent = { format: "parley-cosigned/1", process: copy.source.process, heads: notes };
    await writeFile(file, `${JSON.stringify(sent, undefined, 2)}\n`).catch((error: NodeJS.ErrnoException) =>
      refuse("folder.unwritable", { path: file, reason: `${error.code}.` }),
    );
    out.data(sent);
    out.line(t("witness.signed", { n: heads.length, path: file }));
  } finally {
    await copy.source.close();
    await since?.source.close();
  }
}

/** `parley witness add DIR FILE`: the host keeps the cosignatures of a witness of the process. */
export async function witnessAddCommand(path: string, file: string, options: Common): Promise<void> {
  const out = standardOutput(options.json ?? false);
  const t = translator(languageOf(options.lang));
  const folder = await readFolder(path);
  if (folder.role !== "host") refuse("folder.read_only", { path });
  const sent = sentFile.safeParse(await readJsonFile(file));
  if (!sent.success)
    return refuse("command.draft", { path: file, reason: "it is not in the form parley-cosigned/1." });
  const store = await openStore(folder, { readOnly: false });
  try {
    const source = storeSource(store, { process: folder.process });
    const heads = sent.data.heads.map((head) => ({ ...head, note: new TextEncoder().encode(head.note) }));
    const added = await keepCosigned(store, source, folder, heads);
    out.data({ heads: added });
    out.line(t("witness.kept", { n: added }));
  } finally {
    await store.close();
  }
}

/** Merges cosigned heads into the checkpoints that the host keeps; answers how many. All or an error. */
export async function keepCosigned(
  store: Store,
  source: Source,
  folder: DataFolder,
  heads: readonly CosignedHead[],
): Promise<number> {
  const founding = await readFounding(source);
  if ("problem" in founding) throw new ProblemError(founding.problem);
  const merged: { room: Room; log: string; size: number; root: Uint8Array; note: string; kept: string }[] =
    [];
  for (const { room: of, size, note } of heads) {
    const log = `${folder.process}/${of}`;
    const kept = await store.latestCheckpoint(log);
    if (!kept) return refuse("witness.refused", { room: of, reason: "The host has no such log." });
    const bytes = mergeCosigned(
      founding.payload,
      folder.process,
      of,
      new TextEncoder().encode(kept.note),
      note,
    );
    merged.push({
      room: of,
      root: kept.root,
      log,
      size,
      note: new TextDecoder().decode(bytes),
      kept: kept.note,
    });
  }
  for (const { log, size, note, kept } of merged) await store.putCheckpointNote(log, size, note, kept);
  await noteWitnessed(folder.path, merged);
  return merged.length;
}
