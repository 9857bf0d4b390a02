/** Strings of small whole numbers (sounds, or characters folded to 5 bits), end to end, with what bounds their distance. */
export type Strings = {
  readonly starts: Uint32Array;
  readonly bytes: Uint8Array;
  /** The set of signs of each string, one bit for each. */
  readonly masks: Int32Array;
};

const longest = 31;
const heads = new Int32Array(32); // bit i of heads[s]: the pattern has sign s at i

function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * The number of slips between two strings (one sign put in, left out, changed, or two neighbours exchanged; each sign is touched once), or
 * `most + 1` where it is more than `most`. Bit-parallel (Hyyrö 2003), after two bounds: lengths, and signs that only one of them has.
 */
export function slips(strings: Strings, a: number, b: number, most: number): number {
  if (a === b) return 0;
  const { starts, bytes, masks } = strings;
  const from = starts[a]!;
  const length = Math.min(longest, starts[a + 1]! - from);
  const other = starts[b]!;
  const otherLength = Math.min(longest, starts[b + 1]! - other);
  const gap = length > otherLength ? length - otherLength : otherLength - length;
  if (gap > most) return most + 1;
  const maskA = masks[a]!;
  const maskB = masks[b]!;
  if (ones(maskA & ~maskB) > most || ones(maskB & ~maskA) > most) return most + 1;
  if (length === 0) return otherLength;
  for (let i = 0; i < length; i++) heads[bytes[from + i]!]! |= 1 << i;
  let plus = -1;
  let minus = 0;
  let diagonal = 0;
  let before = 0;
  let distance = length;
  const last = 1 << (length - 1);
  for (let j = 0; j < otherLength; j++) {
    const equal = heads[bytes[other + j]!]!;
    const swapped = ((~diagonal & equal) << 1) & before;
    diagonal = (((equal & plus) + plus) ^ plus) | equal | minus | swapped;
    const right = minus | ~(diagonal | plus);
    const left = plus & diagonal;
    if ((right & last) !== 0) distance++;
    else if ((left & last) !== 0) distance--;
    before = equal;
    const shifted = (right << 1) | 1;
    plus = (left << 1) | ~(diagonal | shifted);
    minus = shifted & diagonal;
  }
  for (let i = 0; i < length; i++) heads[bytes[from + i]!] = 0;
  return distance > most ? most + 1 : distance;
}

/** Packs texts, each a list of numbers below 32, for `slips`. */
export function packed(texts: readonly (readonly number[])[]): Strings {
  const starts = new Uint32Array(texts.length + 1);
  let total = 0;
  texts.forEach((text, i) => {
    starts[i] = total;
    total += text.length;
  });
  starts[texts.length] = total;
  const bytes = new Uint8Array(total);
  const masks = new Int32Array(texts.length);
  texts.forEach((text, i) => {
    bytes.set(text, starts[i]);
    let mask = 0;
    for (const sign of text) mask |= 1 << sign;
    masks[i] = mask;
  });
  return { starts, bytes, masks };
}
