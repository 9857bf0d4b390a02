import type { Office } from "#record";
import { exportFiles, type Source } from "#replica";
import { type Packed, zipOf } from "./zip.ts";

type Work = { readonly signal?: AbortSignal; readonly onProgress?: (done: number, of: number) => void };

/** An office's copy as one archive: a folder that `parley verify` checks, and the name of that folder. */
export async function archiveOf(
  source: Source,
  reader: Office,
  work: Work = {},
): Promise<{ readonly name: string; readonly parts: readonly Uint8Array<ArrayBuffer>[] }> {
  const name = `${source.process}-${reader}`;
  return { name, parts: await zipOf(within(name, exportFiles(source, reader, work))) };
}

async function* within(folder: string, files: AsyncIterable<Packed>): AsyncGenerator<Packed> {
  for await (const { path, content } of files) yield { path: `${folder}/${path}`, content };
}
