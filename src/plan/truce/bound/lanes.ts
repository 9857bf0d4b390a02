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
  const placeAt = (n: number) => numbers[n]! >> 2;
  return {
    numbers,
    fill(at, wide, lanes, list, many, loss, more) {
      for (let n = 0, to = at; n < many; n++)
        for (let y = 0, row = placeAt(list + 2 * n), by = numbers[list + 2 * n + 1]!; y < wide; y++)
          for (let lane = 0; lane < lanes; lane++, to++)
            numbers[to] = numbers[row + lane]! + by * numbers[loss + lane]! + y * numbers[more + lane]!;
    },
    best(at, length, list, many, from) {
      for (let n = 0; n < many; n++)
        for (let to = at, one = placeAt(list + n) + from; to < at + length; to++, one++)
          if (numbers[one]! > numbers[to]!) numbers[to] = numbers[one]!;
    },
    serve(at, lanes, list, many, least) {
      const gain = new Int32Array(lanes);
      for (let n = 0, entry = list; n < many; n++, entry += entrySize) {
        const [cell, one, other, third, pairs] = [0, 1, 2, 3, 4].map((q) => placeAt(entry + q)) as [
          number,
          number,
          number,
          number,
          number,
        ];
        for (let lane = 0; lane < lanes; lane++) {
          const two = Math.max(least, numbers[other + lane]! + numbers[third + lane]!);
          gain[lane] = Math.max(least, numbers[one + lane]! + two);
        }
        for (let pair = pairs; pair < pairs + 2 * numbers[entry + 5]!; pair += 2)
          for (
            let y = 0, to = at + placeAt(pair), from = cell + placeAt(pair + 1);
            y < numbers[entry + 6]!;
            y++
          )
            for (let lane = 0; lane < lanes; lane++, to++, from++)
              if (numbers[from]! + gain[lane]! > numbers[to]!) numbers[to] = numbers[from]! + gain[lane]!;
      }
    },
  };
}
