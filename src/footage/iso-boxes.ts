import { refuse } from "#base";

/** One box of an ISO base media file (ISO/IEC 14496-12 4.2), and where its content stands. */
export type IsoBox = { readonly type: string; readonly content: Uint8Array };

const mostBoxes = 10_000;

/** The boxes that stand one after the other; a size that does not fit is refused, not skipped. */
export function isoBoxes(bytes: Uint8Array): readonly IsoBox[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const boxes: IsoBox[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (bytes.length - at < 8) return broken(`${bytes.length - at} bytes are left after the last box.`);
    if (boxes.length === mostBoxes) return broken(`It has more than ${mostBoxes} boxes in one place.`);
    const type = latin(bytes.subarray(at + 4, at + 8));
    const short = view.getUint32(at);
    const header = short === 1 ? 16 : 8;
    if (header > bytes.length - at) return broken(`The box ${named(type)} ends in its own head.`);
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? bytes.length - at : short;
    if (size < header || size > bytes.length - at)
      return broken(`The box ${named(type)} says that it has ${size} bytes; ${bytes.length - at} are there.`);
    boxes.push({ type, content: bytes.subarray(at + header, at + size) });
    at += size;
  }
  return boxes;
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** A type as it may be shown: whatever stood there, only letters and digits of it. */
function named(type: string): string {
  return `"${type.replace(/[^A-Za-z0-9 ]/g, "?")}"`;
}

function broken(reason: string): never {
  return refuse("footage.unreadable", { reason });
}
