/**
 * A QR code of a wristband: version 1 (21 × 21), error correction H, alphanumeric mode (ISO/IEC 18004:2015). At H a
 * third of the picture may be torn or wet. Up to ten characters of 0-9 and A-Z; answers rows of dark modules.
 */
export function qrOf(text: string): readonly (readonly boolean[])[] {
  if (!/^[0-9A-Z]{1,10}$/.test(text)) throw new Error(`"${text}" is not 1 to 10 letters and digits.`);
  const words = dataWords(text);
  const bits = [...words, ...correctionWords(words)].flatMap((word) => bitsOf(word, 8));
  const masks = [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => drawn(bits, mask));
  const [best = drawn(bits, 0)] = masks.sort((one, other) => penalty(one) - penalty(other));
  return best;
}

const size = 21;
const dataCount = 9;
const correctionCount = 17;
const alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

type Grid = boolean[][];

function bitsOf(value: number, count: number): boolean[] {
  return Array.from({ length: count }, (_, i) => ((value >> (count - 1 - i)) & 1) === 1);
}

function dataWords(text: string): readonly number[] {
  const bits = [...bitsOf(0b0010, 4), ...bitsOf(text.length, 9)];
  for (let i = 0; i < text.length; i += 2) {
    const [first = 0, second] = [...text.slice(i, i + 2)].map((letter) => alphanumeric.indexOf(letter));
    bits.push(...(second === undefined ? bitsOf(first, 6) : bitsOf(first * 45 + second, 11)));
  }
  const room = dataCount * 8;
  bits.push(...bitsOf(0, Math.min(4, room - bits.length)));
  while (bits.length % 8 !== 0) bits.push(false);
  const words: number[] = [];
  for (let i = 0; i < bits.length; i += 8)
    words.push(bits.slice(i, i + 8).reduce((word, bit) => word * 2 + Number(bit), 0));
  for (let pad = 0; words.length < dataCount; pad++) words.push(pad % 2 === 0 ? 0xec : 0x11);
  return words;
}

// Reed-Solomon over GF(256) with x^8 + x^4 + x^3 + x^2 + 1: the remainder by the product of (x - 2^i).
function correctionWords(words: readonly number[]): readonly number[] {
  const divisor: number[] = [...Array<number>(correctionCount - 1).fill(0), 1];
  let root = 1;
  for (let i = 0; i < correctionCount; i++) {
    for (let j = 0; j < correctionCount; j++)
      divisor[j] = times(divisor[j] ?? 0, root) ^ (divisor[j + 1] ?? 0);
    root = times(root, 2);
  }
  let rest: number[] = Array<number>(correctionCount).fill(0);
  for (const word of words) {
    const factor = word ^ (rest[0] ?? 0);
    rest = [...rest.slice(1), 0].map((one, i) => one ^ times(divisor[i] ?? 0, factor));
  }
  return rest;
}

function times(one: number, other: number): number {
  let product = 0;
  for (let i = 7; i >= 0; i--) {
    product = (product << 1) ^ (product >> 7 ? 0x11d : 0);
    if ((other >> i) & 1) product ^= one;
  }
  return product;
}

function drawn(bits: readonly boolean[], mask: number): Grid {
  const grid: Grid = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const taken: Grid = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const set = (x: number, y: number, dark: boolean) => {
    const [row, used] = [grid[y], taken[y]];
    if (!row || !used || x < 0 || x >= size) return;
    row[x] = dark;
    used[x] = true;
  };
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  for (const [cx, cy] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    for (let dy = -4; dy <= 4; dy++)
      for (let dx = -4; dx <= 4; dx++) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        set(cx + dx, cy + dy, ring !== 2 && ring !== 4);
      }
  drawFormat(set, mask);
  drawData(grid, taken, bits, mask);
  return grid;
}

// The level H and the mask, with a BCH(15,5) check, twice; and the one module that is always dark.
function drawFormat(set: (x: number, y: number, dark: boolean) => void, mask: number): void {
  const data = (0b10 << 3) | mask;
  let rest = data;
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
  const format = ((data << 10) | rest) ^ 0x5412;
  const bit = (i: number) => ((format >> i) & 1) === 1;
  for (let i = 0; i <= 5; i++) set(8, i, bit(i));
  set(8, 7, bit(6));
  set(8, 8, bit(7));
  set(7, 8, bit(8));
  for (let i = 9; i < 15; i++) set(14 - i, 8, bit(i));
  for (let i = 0; i < 8; i++) set(size - 1 - i, 8, bit(i));
  for (let i = 8; i < 15; i++) set(8, size - 15 + i, bit(i));
  set(8, size - 8, true);
}

const masked: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

// In columns of two from the right, up and down by turns; the column of the timing pattern is left out.
function drawData(grid: Grid, taken: Grid, bits: readonly boolean[], mask: number): void {
  let next = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) {
        const isUpward = ((right + 1) & 2) === 0;
        const y = isUpward ? size - 1 - step : step;
        const row = grid[y];
        if (!row || taken[y]?.[x]) continue;
        row[x] = (bits[next++] ?? false) !== (masked[mask]?.(x, y) ?? false);
      }
  }
}

// The four rules by which a mask is chosen: runs, squares, looks of a finder, and balance.
function penalty(grid: Grid): number {
  const lines = [...grid, ...grid.map((_, x) => grid.map((row) => row[x] ?? false))];
  let sum = 0;
  for (const line of lines) {
    const text = line.map((dark) => (dark ? "1" : "0")).join("");
    for (const [run] of text.matchAll(/0{5,}|1{5,}/g)) sum += run.length - 2;
    sum += 40 * [...text.matchAll(/(?=10111010000|00001011101)/g)].length;
  }
  for (let y = 1; y < size; y++)
    for (let x = 1; x < size; x++) {
      const square = [grid[y]?.[x], grid[y - 1]?.[x], grid[y]?.[x - 1], grid[y - 1]?.[x - 1]];
      if (new Set(square).size === 1) sum += 3;
    }
  const dark = grid.flat().filter(Boolean).length / (size * size);
  return sum + 10 * Math.floor(Math.abs(dark * 20 - 10));
}
