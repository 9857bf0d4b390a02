import type { LngLat } from "./mercator.ts";

const metresPerDegree = 111_320;

/**
 * Lines with no more points together than the record takes, and how many metres a point that was left out lies off at most
 * (Douglas and Peucker 1973). Lines that are short enough stay as they are.
 */
export function thinned(
  lines: readonly (readonly LngLat[])[],
  most: number,
): { readonly lines: readonly (readonly LngLat[])[]; readonly metres: number } {
  const count = (all: readonly (readonly LngLat[])[]) => all.reduce((sum, { length }) => sum + length, 0);
  if (count(lines) <= most) return { lines, metres: 0 };
  let [metres, shorter] = [1, lines];
  do {
    shorter = lines.map((one) => thinnedTo(one, metres));
    if (count(shorter) <= most) return { lines: shorter, metres };
    metres = Math.ceil(metres * 1.25);
  } while (metres < 100_000);
  return { lines: shorter, metres };
}

function thinnedTo(line: readonly LngLat[], metres: number): readonly LngLat[] {
  const stays = new Uint8Array(line.length);
  stays[0] = stays[line.length - 1] = 1;
  const open: (readonly [number, number])[] = [[0, line.length - 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part;
    let [far, at] = [0, -1];
    for (let i = from + 1; i < to; i++) {
      const off = metresOff(line[i] ?? [0, 0], line[from] ?? [0, 0], line[to] ?? [0, 0]);
      if (off > far) [far, at] = [off, i];
    }
    if (far <= metres || at < 0) continue;
    stays[at] = 1;
    open.push([from, at], [at, to]);
  }
  return line.filter((_, i) => stays[i] === 1);
}

// From a point to the stretch between two others, on a plane that is true enough for neighbours.
function metresOff([x, y]: LngLat, [x1, y1]: LngLat, [x2, y2]: LngLat): number {
  const east = Math.cos((y * Math.PI) / 180) * metresPerDegree;
  const [dx, dy] = [(x2 - x1) * east, (y2 - y1) * metresPerDegree];
  const [px, py] = [(x - x1) * east, (y - y1) * metresPerDegree];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
  return Math.hypot(px - share * dx, py - share * dy);
}
