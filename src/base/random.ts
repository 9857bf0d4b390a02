/** A seeded source of numbers: the same seed gives the same sequence everywhere. */
export type Random = {
  /** 0 <= x < 1 */
  next(): number;
  /** A whole number, 0 <= n < below. */
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
  bytes(length: number): Uint8Array;
};

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded by one 32-bit number and warmed up over 15 rounds. */
export function seededRandom(seed: number): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const step = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 15; i++) step();
  const below = (limit: number): number => Math.floor((step() / 2 ** 32) * limit);
  return {
    next: () => step() / 2 ** 32,
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("Cannot pick from an empty list.");
      return item;
    },
    bytes: (length) => Uint8Array.from({ length }, () => step() & 0xff),
  };
}
