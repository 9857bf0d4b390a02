const segment = 0x18538067;
const tags = 0x1254c367;
const tag = 0x7373;
const simpleTag = 0x67c8;
const tagName = 0x45a3;
const info = 0x1549a966;
const title = 0x7ba9;
const holders: ReadonlySet<number> = new Set([segment, info, tags, tag, simpleTag]);
/** What every program writes: how long it is, and by which encoder. */
const usual: ReadonlySet<string> = new Set(["DURATION", "ENCODER"]);

/** Whether a WebM file (RFC 8794, RFC 9559) has tags of its maker; it is read as far as its elements fit each other. */
export function hasWebmTags(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length) {
    const id = vint(bytes, at, true);
    const size = id && vint(bytes, at + id.length, false);
    if (!id || !size) return false;
    const from = at + id.length + size.length;
    const content = bytes.subarray(from, from + size.value);
    if (id.value === title) return true;
    if (id.value === tagName && !usual.has(new TextDecoder("latin1").decode(content))) return true;
    if (holders.has(id.value) && hasWebmTags(content)) return true;
    at = from + size.value;
  }
  return false;
}

/** A number of one to eight bytes, whose first bit that is set says of how many; an id keeps that bit. */
export function vint(bytes: Uint8Array, at: number, keep: boolean) {
  const first = bytes[at];
  if (first === undefined || first === 0) return undefined;
  const length = Math.clz32(first) - 23;
  let value = keep ? first : first & (0xff >> length);
  for (let i = 1; i < length; i++) value = value * 256 + (bytes[at + i] ?? 0);
  return { value, length };
}
