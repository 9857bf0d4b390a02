import { scaleUtc } from "d3-scale";

/** Something with its moment, epoch ms. */
export type Timed = { readonly id: string; readonly at: number };

type Placed = {
  readonly id: string;
  /** Share of the line's length, 0 to 1. */
  readonly x: number;
  /** The row below the line in which its mark stands; 0 is nearest. */
  readonly row: number;
};
type Tick = { readonly x: number; readonly at: number };
export type TimeLine = {
  readonly placed: readonly Placed[];
  readonly ticks: readonly Tick[];
  readonly rows: number;
};

const dayMs = 86_400_000;
// nearer to an end of the line a tick has no room for its words
const edge = 0.08;

/**
 * Places moments on a line by their date, earliest first. Marks that would lie over each other on a line of
 * `width` pixels go to a lower row; each mark takes `mark` pixels. O(n × rows).
 */
export function timeLine(
  items: readonly Timed[],
  { width, mark }: { readonly width: number; readonly mark: number },
): TimeLine {
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return { placed: [], ticks: [], rows: 0 };
  // a margin at both ends, so that a mark at the end lies within, and one moment alone stands in the middle
  const margin = Math.max(((last.at - first.at) * mark) / Math.max(mark, width - 2 * mark), 3 * dayMs);
  const scale = scaleUtc([first.at - margin, last.at + margin], [0, 1]);
  const taken: number[] = []; // per row, where its last mark ends, in pixels
  const placed = items.map(({ id, at }): Placed => {
    const x = scale(at);
    const start = x * width - mark / 2;
    const free = taken.findIndex((end) => end <= start);
    const row = free === -1 ? taken.length : free;
    taken[row] = start + mark;
    return { id, x, row };
  });
  const ticks = scale
    .ticks(4)
    .map((date): Tick => ({ x: scale(date), at: date.getTime() }))
    .filter(({ x }) => x > edge && x < 1 - edge);
  return { placed, ticks, rows: taken.length };
}
