/**
 * Five loops over numbers of 32 bits that lie in lanes: `lanes` of them (a multiple of 4) side by side are a row. Places are indexes of
 * `numbers`; those that stand in a list are four times as large, as addresses of bytes, and lie `from` on, or as far on as is said.
 */
export type Lanes = {
  readonly numbers: Int32Array;
  /** Each of `size` numbers from `at` becomes the one at the place that the list has for it. */
  gather(at: number, size: number, list: number, from: number): void;
  /**
   * What 1, 2 … `most` persons are worth at best, a row for each from `at`. The list has two numbers for each of `many` groups: how many
   * persons, and how many rows of what one is worth and of what he costs: the best counts, if it is above 0, less the row at `loss`. It
   * is `least` where there are not so many.
   */
  pick(
    at: number,
    most: number,
    lanes: number,
    list: number,
    many: number,
    worth: number,
    cost: number,
    loss: number,
    least: number,
  ): void;
  /**
   * Fills a cell from `at`, rows for each of the `many` entries of a list, which are the place of a row and a factor: of `wide` rows that
   * are `apart`, the one numbered y becomes that row, and the row at `loss` by the factor, and the row at `more` by y.
   */
  fill(
    at: number,
    wide: number,
    apart: number,
    lanes: number,
    list: number,
    many: number,
    loss: number,
    more: number,
  ): void;
  /**
   * Each of `size` numbers from `at` becomes the greatest of itself and of its like at the `many` places of the list, which is filled up
   * with one of them to a multiple of four.
   */
  best(at: number, size: number, list: number, many: number, from: number): void;
  /**
   * Rows of the cell at `at` become the greatest of themselves and of other rows with a gain, for the `many` entries of a list: how far
   * on from it the cell of the other rows is; how far on from `gains` three rows are that are the gain together, where it is not less
   * than `least`; a list of pairs of places in the cells, how many these are, and how many rows that are `apart` from each pair on.
   */
  serve(
    at: number,
    gains: number,
    apart: number,
    lanes: number,
    list: number,
    many: number,
    least: number,
  ): void;
};

/** Numbers of an entry of the list that `serve` reads. */
export const entrySize = 7;

/** The loops one number after the other: what the program in `lanes.wat` does four at a time. */
export function plainLanes(size: number): Lanes {
  const numbers = new Int32Array(size);
  return {
    numbers,
    gather(at, length, list, from) {
      for (let n = 0; n < length; n++) numbers[at + n] = numbers[(numbers[list + n]! >> 2) + from]!;
    },
    pick(at, most, lanes, list, many, worth, cost, loss, least) {
      for (let lane = 0; lane < lanes; lane++) {
        const first = at + lane;
        const after = first + most * lanes;
        for (let row = first; row < after; row += lanes) numbers[row] = least;
        // persons one by one, the best first; and then together
        let end = lane;
        for (let n = 0; n < many; n++) {
          const count = numbers[list + 2 * n]! * lanes;
          let one = 0;
          for (const last = end + numbers[list + 2 * n + 1]! * lanes; end < last; end += lanes)
            one = Math.max(one, numbers[worth + end]! - numbers[cost + end]!);
          if (one === 0) continue;
          one -= numbers[loss + lane]!;
          for (let row = after - lanes; row >= first; row -= lanes) {
            const next = row - count < first ? one : Math.min(one, numbers[row - count]!);
            if (next > numbers[row]!) numbers[row] = next;
          }
        }
        for (let row = first + lanes; row < after; row += lanes)
          numbers[row] = Math.max(least, numbers[row]! + numbers[row - lanes]!);
      }
    },
    fill(at, wide, apart, lanes, list, many, loss, more) {
      for (let n = 0, start = at; n < many; n++, start += lanes) {
        const row = numbers[list + 2 * n]! >> 2;
        const by = numbers[list + 2 * n + 1]!;
        for (let lane = 0; lane < lanes; lane++) {
          const on = numbers[more + lane]!;
          let one = numbers[row + lane]! + by * numbers[loss + lane]!;
          for (let y = 0, to = start + lane; y < wide; y++, to += apart, one += on) numbers[to] = one;
        }
      }
    },
    best(at, length, list, many, from) {
      for (let n = 0; n < many; n += 4) {
        const a = (numbers[list + n]! >> 2) + from - at;
        const b = (numbers[list + n + 1]! >> 2) + from - at;
        const c = (numbers[list + n + 2]! >> 2) + from - at;
        const d = (numbers[list + n + 3]! >> 2) + from - at;
        for (let to = at; to < at + length; to++) {
          const one = Math.max(numbers[to + a]!, numbers[to + b]!);
          const other = Math.max(numbers[to + c]!, numbers[to + d]!);
          const value = Math.max(one, other);
          if (value > numbers[to]!) numbers[to] = value;
        }
      }
    },
    serve(at, gains, apart, lanes, list, many, least) {
      for (let n = 0, entry = list; n < many; n++, entry += entrySize) {
        const cell = at + (numbers[entry]! >> 2);
        const one = gains + (numbers[entry + 1]! >> 2);
        const other = gains + (numbers[entry + 2]! >> 2);
        const third = gains + (numbers[entry + 3]! >> 2);
        const pairs = numbers[entry + 4]! >> 2;
        const last = pairs + 2 * numbers[entry + 5]!;
        const run = numbers[entry + 6]! * apart;
        for (let lane = 0; lane < lanes; lane++) {
          const two = Math.max(least, numbers[other + lane]! + numbers[third + lane]!);
          const gain = Math.max(least, numbers[one + lane]! + two);
          for (let pair = pairs; pair < last; pair += 2) {
            let to = at + (numbers[pair]! >> 2) + lane;
            let from = cell + (numbers[pair + 1]! >> 2) + lane;
            for (const end = to + run; to < end; to += apart, from += apart) {
              const value = numbers[from]! + gain;
              if (value > numbers[to]!) numbers[to] = value;
            }
          }
        }
      }
    },
  };
}
