/** Far above every list: what unpacks to more was made to fill the memory of who opens it. */
const usualMost = 400_000_000;

/** Unpacks gzip, or the raw deflate of a zip entry; a damaged stream rejects, and one that unpacks to more than `most` bytes. */
export async function inflated(
  bytes: Uint8Array,
  format: "gzip" | "deflate-raw",
  most = usualMost,
): Promise<Uint8Array> {
  const reader = new Blob([new Uint8Array(bytes)])
    .stream()
    .pipeThrough(new DecompressionStream(format))
    .getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > most) {
      await reader.cancel();
      throw new Error("The file unpacks to more than it can hold.");
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
