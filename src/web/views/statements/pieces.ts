/** A stretch of a text, and the numbers of the spans that cover it. */
export type Piece = { readonly from: number; readonly text: string; readonly in: readonly number[] };

/** A text cut where a span begins or ends, so that spans that overlap are all seen. O(spans²). */
export function piecesOf(
  text: string,
  spans: readonly { readonly from: number; readonly to: number }[],
): readonly Piece[] {
  const cuts = new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])]);
  const ends = [...cuts].filter((at) => at >= 0 && at <= text.length).toSorted((one, other) => one - other);
  return ends.slice(0, -1).map((from, i) => ({
    from,
    text: text.slice(from, ends[i + 1]),
    in: spans.flatMap((span, n) => (span.from <= from && from < span.to ? [n] : [])),
  }));
}
