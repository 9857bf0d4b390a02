/**
 * A person's number in the lottery that decides between equals: 32 bits made of the seed and the code alone, so that it
 * knows neither side nor place in a file. FNV-1a over the code, then the finaliser of MurmurHash3 (A. Appleby).
 */
function lotteryNumber(seed: number, code: string): number {
  let hash = (0x811c9dc5 ^ seed) | 0;
  for (let i = 0; i < code.length; i++) hash = Math.imul(hash ^ code.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Indices of the codes in the order in which the lottery draws them; equal numbers by code. */
export function drawnOrder(seed: number, codes: readonly string[]): Uint32Array {
  const numbers = Uint32Array.from(codes, (code) => lotteryNumber(seed, code));
  const order = Uint32Array.from(codes, (_, i) => i);
  return order.sort((i, j) => {
    const apart = (numbers[i] ?? 0) - (numbers[j] ?? 0);
    return apart !== 0 ? apart : (codes[i] ?? "") < (codes[j] ?? "") ? -1 : 1;
  });
}
