import { refuse } from "#base";

/** One chunk of a PNG file (ISO/IEC 15948 5.3). */
export type PngChunk = { readonly type: string; readonly content: Uint8Array };

export type Png = { readonly chunks: readonly PngChunk[]; readonly after: number };

const mostChunks = 100_000;
/** Chunks that say what is drawn, and nothing else. */
const drawing: ReadonlySet<string> = new Set(
  "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs hIST".split(" "),
);

/** The chunks of a PNG file to the end of its picture; one that is cut off or does not fit itself is refused. */
export function readPng(bytes: Uint8Array): Png {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const chunks: PngChunk[] = [];
  let at = 8;
  while (chunks.at(-1)?.type !== "IEND") {
    if (bytes.length - at < 12) broken("it ends early");
    if (chunks.length === mostChunks) broken(`it has more than ${mostChunks} parts`);
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!/^[A-Za-z]{4}$/.test(type)) broken(`no part begins at byte ${at}`);
    if (length > bytes.length - at - 12) broken(`its part ${type} of ${length} bytes is cut off`);
    chunks.push({ type, content: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  if (chunks[0]?.type !== "IHDR" || !chunks.some(({ type }) => type === "IDAT"))
    broken("there is no picture in it");
  return { chunks, after: bytes.length - at };
}

/** Whether a chunk draws nothing: texts, times, Exif, credentials, what no standard names; or moves the picture. */
export function isPngMetadata({ type }: PngChunk): boolean {
  return !drawing.has(type);
}

function broken(what: string): never {
  return refuse("footage.unreadable", { reason: `The picture is cut off or damaged: ${what}.` });
}
