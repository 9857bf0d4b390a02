import type { Size } from "./mercator.ts";

/** What has a name, on the drawing in pixels: a point, or a leg by its middle, over which its number stands. */
export type Named = {
  readonly at: readonly [x: number, y: number];
  readonly text: string;
  readonly isLeg?: boolean;
};

/** Where a name stands beside its point. */
export type NamePlace = {
  readonly dx: number;
  readonly dy: number;
  readonly anchor: "start" | "end" | "middle";
};

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** In pixels: of a letter, as wide as most; of a line; half of a point's shape. */
const [letter, line, half] = [6.6, 13, 6];

const over: readonly NamePlace[] = [{ dx: 0, dy: 0, anchor: "middle" }];
const beside: readonly NamePlace[] = [
  { dx: 9, dy: 0, anchor: "start" },
  { dx: -9, dy: 0, anchor: "end" },
  { dx: 0, dy: 15, anchor: "middle" },
  { dx: 0, dy: -15, anchor: "middle" },
];

/**
 * Where each name stands: on the right of its point, on the left, under or over it, whichever first covers no other name
 * and no point; the first of the list first. Undefined where none does, or the point is not on the drawing: nearer
 * there is room for it.
 */
export function namePlaces(
  named: readonly Named[],
  { width, height }: Size,
): readonly (NamePlace | undefined)[] {
  const points = named.map(({ at: [x, y], isLeg }): Box | undefined =>
    isLeg ? undefined : [x - half, y - half, x + half, y + half],
  );
  const taken: Box[] = [];
  return named.map((one, own) => {
    const [x, y] = one.at;
    if (x < 0 || y < 0 || x > width || y > height) return undefined;
    const found = (one.isLeg ? over : beside).find((place) => {
      const box = boxOf(one, place);
      return (
        !taken.some((other) => overlap(box, other)) &&
        !points.some((other, n) => other && n !== own && overlap(box, other))
      );
    });
    if (found) taken.push(boxOf(one, found));
    return found;
  });
}

function boxOf({ at: [x, y], text }: Named, { dx, dy, anchor }: NamePlace): Box {
  const width = text.length * letter;
  const left = x + dx - (anchor === "start" ? 0 : anchor === "end" ? width : width / 2);
  return [left, y + dy - line / 2, left + width, y + dy + line / 2];
}

function overlap([left, top, right, bottom]: Box, other: Box): boolean {
  return left < other[2] && other[0] < right && top < other[3] && other[1] < bottom;
}
