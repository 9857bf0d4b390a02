import { layOut, printLength } from "#base";
import type { Paper, Pen, Point } from "./paper.ts";

export type Spot = {
  readonly kind: "start" | "site" | "facility" | "exit";
  readonly at: { readonly x: number; readonly y: number };
  readonly label: string;
};

const metresOfDegree = 111_320;
const label = { size: 8, isBold: true } as const;
const small = { size: 8, isSoft: true } as const;

/**
 * A team's way on white ground: its own spots, once each, and the order in which it goes from one to the next. North is
 * up; straight lines are no roads.
 */
export function drawWay(
  paper: Paper,
  spots: readonly Spot[],
  way: readonly Spot["at"][],
  language: string,
): void {
  // as if the plane lay at the equator, where a degree is as long both ways
  const flat = (at: Spot["at"]) => [at.x / metresOfDegree, at.y / metresOfDegree] as const;
  const drawn = layOut([spots.map(({ at }) => flat(at)), way.map(flat)], paper.width, 205);
  if (!drawn) return;
  const [places = [], line = []] = drawn.rings;
  paper.drawing(drawn.height + 6, (pen) => {
    for (const [i, to] of line.entries()) {
      const from = line[i - 1];
      if (from) pen.line(from, to);
    }
    const taken: Box[] = places.map(([x, y]) => ({ x: x - 4, y: y - 4, width: 8, height: 8 }));
    for (const [i, { label: words }] of spots.entries()) {
      const at = places[i];
      if (!at) continue;
      if (words === "") continue;
      const box = freeBox(taken, at, paper.widthOf(words, label), [paper.width, drawn.height]);
      taken.push(box);
      pen.fill(`M${box.x - 1} ${box.y} h${box.width + 2} v9 h${-box.width - 2} Z`, "white");
      pen.text(words, [box.x, box.y + 7], label);
    }
    for (const [i, { kind }] of spots.entries()) pen.fill(mark(kind, places[i] ?? [0, 0]));
    north(pen, paper.width - 10);
    const end = 4 + drawn.scale.width;
    pen.line([4, drawn.height], [end, drawn.height]);
    pen.line([4, drawn.height - 4], [4, drawn.height]);
    pen.line([end, drawn.height - 4], [end, drawn.height]);
    pen.text(printLength(drawn.scale.metres, language), [end + 6, drawn.height], small);
  });
}

/** A mark of its own for each kind of place, told apart without colours. */
export function mark(kind: Spot["kind"], [x, y]: Point): string {
  switch (kind) {
    case "start":
      return `M${x} ${y - 5} L${x + 5} ${y + 4} L${x - 5} ${y + 4} Z`;
    case "facility":
      return `M${x - 4} ${y - 4} h8 v8 h-8 Z`;
    case "site":
      return `M${x - 3.5} ${y} a3.5 3.5 0 1 0 7 0 a3.5 3.5 0 1 0 -7 0 Z`;
    case "exit":
      return `M${x - 4} ${y - 3} l1 -1 l3 3 l3 -3 l1 1 l-3 3 l3 3 l-1 1 l-3 -3 l-3 3 l-1 -1 l3 -3 Z`;
    default:
      return kind satisfies never;
  }
}

/** North is up: an arrow that says so. */
export function north(pen: Pen, x: number): void {
  pen.line([x, 26], [x, 6]);
  pen.line([x - 4, 12], [x, 6]);
  pen.line([x + 4, 12], [x, 6]);
  pen.text("N", [x - 3, 38], label);
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

// Beside its mark where nothing else stands; where everything is full, to the right.
function freeBox(taken: readonly Box[], [x, y]: Point, width: number, [right, below]: Point): Box {
  const box = (left: number, top: number): Box => ({ x: left, y: top, width, height: 9 });
  const beside = [7, 14, 22].flatMap((away) => [
    box(x + away, y - 4),
    box(x - away - width, y - 4),
    box(x - width / 2, y - away - 7),
    box(x - width / 2, y + away - 2),
    box(x + away, y - 4 - away),
    box(x + away, y - 4 + away),
    box(x - away - width, y - 4 - away),
    box(x - away - width, y - 4 + away),
  ]);
  const isIn = (one: Box) =>
    one.x >= 0 && one.x + one.width <= right - 24 && one.y >= 0 && one.y + 9 <= below;
  const isFree = (one: Box) => taken.every((other) => !overlaps(one, other));
  return beside.find((one) => isIn(one) && isFree(one)) ?? box(x + 7, y - 4);
}

function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
