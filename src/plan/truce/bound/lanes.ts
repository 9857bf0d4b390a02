/**
 * Three loops over numbers of 32 bits that lie in lanes: `lanes` of them (a multiple of 4) side by side are a row, `wide` rows a
 * stretch, some stretches a cell. Places are indexes of `numbers`; those that stand in a list are four times as large, as addresses of bytes.
 */
export type Lanes = {
  readonly numbers: Int32Array;
  /**
   * Fills a cell from `at`, a stretch for each of the `many` entries of a list, which are the place of a row and a factor: row y of the
   * stretch becomes that row, and the row at `loss` by the factor, and the row at `more` by y.
   */
  fill(at: number, wide: number, lanes: number, list: number, many: number, loss: number, more: number): void;
  /** Each of `size` numbers from `at` becomes the greatest of itself and of its like `from` on from the `many` places of the list. */
  best(at: number, size: number, list: number, many: number, from: number): void;
  /**
   * Rows of the cell at `at` become the greatest of themselves and of other rows with a gain, for the `many` entries of a list: the cell of
   * the other rows; three rows that are the gain together, where it is not less than `least`; a list of pairs of places in the cells, how many these are, and how
   * many rows from each pair on.
   */
  serve(at: number, lanes: number, list: number, many: number, least: number): void;
};

/** Numbers of an entry of the list that `serve` reads. */
export const entrySize = 7;

/** The loops one number after the other: what the program in `lanes.wat` does four at a time. */
export function plainLanes(size: number): Lanes {
  const numbers = new Int32Array(size);
  return {
    numbers,
    fill(at, wide, lanes, list, many, loss, more) {
      for (let n = 0, start = at; n < many; n++, start += wide * lanes) {
        const row = numbers[list + 2 * n]! >> 2;
        const by = numbers[list + 2 * n + 1]!;
        for (let lane = 0; lane < lanes; lane++) {
          const on = numbers[more + lane]!;
          let one = numbers[row + lane]! + by * numbers[loss + lane]!;
          for (let y = 0, to = start + lane; y < wide; y++, to += lanes, one += on) numbers[to] = one;
        }
      }
    },
    best(at, length, list, many, from) {
      for (let n = 0; n < many; n++)
        for (let to = at, one = (numbers[list + n]! >> 2) + from; to < at + length; to++, one++) {
          const value = numbers[one]!;
          if (value > numbers[to]!) numbers[to] = value;
        }
    },
    serve(at, lanes, list, many, least) {
      for (let n = 0, entry = list; n < many; n++, entry += entrySize) {
        const cell = numbers[entry]! >> 2;
        const one = numbers[entry + 1]! >> 2;
        const other = numbers[entry + 2]! >> 2;
        const third = numbers[entry + 3]! >> 2;
        const pairs = numbers[entry + 4]! >> 2;
        const last = pairs + 2 * numbers[entry + 5]!;
        const run = numbers[entry + 6]! * lanes;
        for (let lane = 0; lane < lanes; lane++) {
          const two = Math.max(least, numbers[other + lane]! + numbers[third + lane]!);
          const gain = Math.max(least, numbers[one + lane]! + two);
          for (let pair = pairs; pair < last; pair += 2) {
            let to = at + (numbers[pair]! >> 2) + lane;
            let from = cell + (numbers[pair + 1]! >> 2) + lane;
            for (const end = to + run; to < end; to += lanes, from += lanes) {
              const value = numbers[from]! + gain;
              if (value > numbers[to]!) numbers[to] = value;
            }
          }
        }
      }
    },
  };
}
