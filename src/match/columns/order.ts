import type { ListInput } from "./list-input.ts";
import type { Records } from "./records.ts";

/**
 * An order of the lists that depends on what they say, not on which was named first: swap two lists and all that is computed stays the
 * same. Answers for each place the index of the list as given.
 */
export function contentOrder(lists: readonly ListInput[]): readonly number[] {
  const keys = lists.map((list) => [list.rows, digest(list)] as const);
  return lists
    .map((_, i) => i)
    .toSorted((x, y) => keys[x]![0] - keys[y]![0] || keys[x]![1] - keys[y]![1] || x - y);
}

// FNV-1a over headings, values and cells
function digest({ columns }: ListInput): number {
  let hash = 0x811c9dc5;
  const add = (number: number) => {
    hash = Math.imul(hash ^ number, 0x01000193);
  };
  for (const { heading, values, cells } of columns) {
    for (let i = 0; i < heading.length; i++) add(heading.charCodeAt(i));
    for (const value of values) for (let i = 0; i < value.length; i++) add(value.charCodeAt(i));
    for (const cell of cells) add(cell);
  }
  return hash >>> 0;
}

/** Where each list as given begins, if all are laid end to end. */
function givenStarts({ order, listStarts }: Records): readonly number[] {
  const starts: number[] = [];
  let at = 0;
  for (let given = 0; given < order.length; given++) {
    starts.push(at);
    const place = order.indexOf(given);
    at += listStarts[place + 1]! - listStarts[place]!;
  }
  return starts;
}

/** Makes the function from a row of `records` to the row counted over the lists as given, from 0. */
export function toGiven(records: Records): (row: number) => number {
  const starts = givenStarts(records);
  const shifts = records.order.map((given, place) => starts[given]! - records.listStarts[place]!);
  return (row) => {
    let place = 0;
    while (row >= records.listStarts[place + 1]!) place++;
    return row + shifts[place]!;
  };
}

/** The way back: from a row counted over the lists as given to the row of `records`. */
export function fromGiven(records: Records): (row: number) => number {
  const starts = givenStarts(records);
  return (row) => {
    let given = starts.length - 1;
    while (row < starts[given]!) given--;
    return row - starts[given]! + records.listStarts[records.order.indexOf(given)]!;
  };
}
