import { type FileHandle, open } from "node:fs/promises";
import { refuse } from "#base";
import { type Inspected, inspectFootage, inspectParts, mostBytes, vint } from "#footage";

/** What tells of a file beside what it draws is never longer than this in a file that is one. */
const mostTold = 64 * 1_024 * 1_024;
const drawn = { mp4: new Set(["mdat", "free", "skip"]), webmCluster: 0x1f43b675, webmSegment: 0x18538067 };

/** What a file is, however long: of a long one only the parts are read that tell of it, not what it draws. */
export async function inspectFile(path: string): Promise<Inspected & { readonly bytes: number }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size <= mostBytes) return { ...inspectFootage(new Uint8Array(await file.readFile())), bytes: size };
    const first = await read(file, 0, 12);
    if (first[0] === 0x1a) return { ...inspectParts(await webmParts(file, size)), bytes: size };
    if (first[4] === 0x66) return { ...inspectParts(await mp4Parts(file, size)), bytes: size };
    // a picture is never as long as that
    return refuse("footage.too_large", { bytes: size, most: mostBytes });
  } finally {
    await file.close();
  }
}

// The boxes of an MP4 file in their order, those of what is drawn without content.
async function mp4Parts(file: FileHandle, size: number): Promise<Uint8Array> {
  const parts = new Parts();
  for (let at = 0; at < size; ) {
    const head = await read(file, at, 16);
    const view = new DataView(head.buffer, head.byteOffset, head.length);
    if (head.length < 8) return parts.add(head).joined();
    const short = view.getUint32(0);
    const length =
      short === 1 && head.length === 16 ? Number(view.getBigUint64(8)) : short === 0 ? size - at : short;
    const isWhole = length >= 8 && at + length <= size;
    if (isWhole && drawn.mp4.has(Buffer.from(head.subarray(4, 8)).toString("latin1")))
      parts.add(Uint8Array.of(0, 0, 0, 8, ...head.subarray(4, 8)));
    else parts.add(await read(file, at, isWhole ? length : 16));
    if (!isWhole) break; // it is refused by what is read of it
    at += length;
  }
  return parts.joined();
}

// The elements of a WebM file without its clusters; those in its segment follow its head.
async function webmParts(file: FileHandle, size: number): Promise<Uint8Array> {
  const parts = new Parts();
  for (let at = 0; at < size; ) {
    const head = await read(file, at, 12);
    const id = vint(head, 0, true);
    const length = id && vint(head, id.length, false);
    if (!id || !length) break;
    const inside = at + id.length + length.length;
    if (id.value === drawn.webmSegment) {
      at = inside;
      continue;
    }
    const end = Math.min(size, inside + length.value);
    if (id.value !== drawn.webmCluster) parts.add(await read(file, at, end - at));
    at = end;
  }
  return parts.joined();
}

class Parts {
  readonly #parts: Uint8Array[] = [];
  #bytes = 0;

  add(part: Uint8Array): this {
    this.#bytes += part.length;
    if (this.#bytes > mostTold)
      refuse("footage.unreadable", { reason: "It has more beside what it shows than any camera writes." });
    this.#parts.push(part);
    return this;
  }

  joined(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#parts));
  }
}

async function read(file: FileHandle, at: number, length: number): Promise<Uint8Array> {
  if (length > mostTold)
    return refuse("footage.unreadable", {
      reason: "It has more beside what it shows than any camera writes.",
    });
  const bytes = new Uint8Array(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  return bytes.subarray(0, bytesRead);
}
