import type { Rect } from "./box-at.ts";

/** One frame in shades of grey, row by row. */
export type Grey = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

export type Tracked = {
  readonly rect: Rect;
  /** Mean difference of a pixel, 0..255: the larger, the less like what was boxed before. */
  readonly difference: number;
};

/**
 * Where what stands in a box in one frame stands in the next: the place within `reach` pixels that differs least.
 * It helps a person, who looks at each frame; it decides nothing. O(reach² · samples), samples at most 1,024.
 */
export function trackBox(before: Grey, after: Grey, rect: Rect, reach = 24): Tracked {
  const from = inside(before, rect);
  const step = Math.max(1, Math.ceil(Math.sqrt((from.w * from.h) / 1_024)));
  let best = { dx: 0, dy: 0, sum: difference(before, after, from, 0, 0, step, Number.POSITIVE_INFINITY) };
  // coarse, then fine around the best; equal places: the nearer one
  for (const [stride, around] of [
    [4, reach],
    [1, 3],
  ] as const) {
    const { dx: x0, dy: y0 } = best;
    for (let dy = y0 - around; dy <= y0 + around; dy += stride)
      for (let dx = x0 - around; dx <= x0 + around; dx += stride) {
        if (from.x + dx < 0 || from.y + dy < 0) continue;
        if (from.x + dx + from.w > after.width || from.y + dy + from.h > after.height) continue;
        const sum = difference(before, after, from, dx, dy, step, best.sum);
        if (sum < best.sum || (sum === best.sum && far(dx, dy) < far(best.dx, best.dy)))
          best = { dx, dy, sum };
      }
  }
  const samples = Math.ceil(from.w / step) * Math.ceil(from.h / step);
  return {
    rect: { ...from, x: from.x + best.dx, y: from.y + best.dy },
    difference: best.sum / samples,
  };
}

// The sum of differences, given up where it exceeds `most`.
function difference(
  before: Grey,
  after: Grey,
  { x, y, w, h }: Rect,
  dx: number,
  dy: number,
  step: number,
  most: number,
): number {
  let sum = 0;
  for (let row = 0; row < h; row += step) {
    const from = (y + row) * before.width + x;
    const to = (y + dy + row) * after.width + x + dx;
    for (let column = 0; column < w; column += step)
      sum += Math.abs((before.pixels[from + column] ?? 0) - (after.pixels[to + column] ?? 0));
    if (sum > most) return sum;
  }
  return sum;
}

function far(dx: number, dy: number): number {
  return dx * dx + dy * dy;
}

/** The box in whole pixels, within the frame. */
function inside({ width, height }: Grey, rect: Rect): Rect {
  const w = Math.max(1, Math.min(width, Math.round(rect.w)));
  const h = Math.max(1, Math.min(height, Math.round(rect.h)));
  return {
    w,
    h,
    x: Math.max(0, Math.min(width - w, Math.round(rect.x))),
    y: Math.max(0, Math.min(height - h, Math.round(rect.y))),
  };
}
