import type { Rect } from "./box-at.ts";

/** One frame in shades of grey, row by row. */
export type Grey = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/** How a place looks: means of its cells, without their own mean and of length one; undefined where all is one shade. */
type Look = Float64Array | undefined;

/** What is followed: where it was seen last, how it looked there, and how it looked where a person boxed it. */
export type Track = { readonly rect: Rect; readonly first: Look; readonly last: Look };

/** Where it is now, and how like it is (up to 1) to what was boxed or seen last; without a track it is lost. */
export type Followed = { readonly track: Track | undefined; readonly likeness: number };

const finest = 24;
const coarsest = 8;
/** Below these nobody can say that it is still the same: as what was seen last, and as what a person boxed. */
const leastLike = 0.8;
const leastLikeFirst = 0.4;
/** From one frame to the next it may come nearer or go farther by so much. */
const scales = [1, 0.96, 1.04] as const;

/** What stands in a box that a person drew. */
export function beginTrack(frame: Grey, rect: Rect): Track {
  const from = inside(frame, rect);
  const first = lookAt(sumsOf(frame), from, Math.min(finest, from.w, from.h));
  return { rect: from, first, last: first };
}

/**
 * Where what is followed stands in the next frame: the place and size that look most like it, within `reach` pixels.
 * It helps a person, who looks at each frame, and says when it is lost. Correlation of means of cells over sums of the
 * frame (Lewis 1995); held to the person's own box as well as to the last frame, so that small errors do not add up.
 * O(pixels + reach²).
 */
export function follow(
  { rect, first, last }: Track,
  frame: Grey,
  reach = Math.max(24, Math.round(Math.max(rect.w, rect.h) / 2)),
): Followed {
  if (!first || !last) return { track: undefined, likeness: 0 };
  const sums = sumsOf(frame);
  const cells = Math.sqrt(first.length);
  const roughly = cells === finest ? coarsest : cells;
  const [roughFirst, roughLast] = [thinned(first, roughly), thinned(last, roughly)];
  const stride = Math.max(1, Math.min(4, Math.floor(Math.min(rect.w, rect.h) / 10)));
  // coarse over all that is within reach, then fine around the best of it, in each size
  const places = around(frame, rect, reach, stride)
    .map((place) => {
      const look = lookAt(sums, place, roughly);
      return { place, like: correlation(look, roughFirst) + correlation(look, roughLast) };
    })
    .toSorted((a, b) => b.like - a.like || far(a.place, rect) - far(b.place, rect))
    .slice(0, 4);
  let best = { place: rect, like: Number.NEGATIVE_INFINITY };
  for (const { place } of places)
    for (const scale of scales)
      for (const near of around(frame, scaled(place, scale), stride, 1)) {
        const look = lookAt(sums, near, cells);
        const like = correlation(look, first) + correlation(look, last);
        if (like > best.like) best = { place: near, like };
      }
  const seen = lookAt(sums, best.place, cells);
  const asFirst = correlation(seen, first);
  const likeness = Math.max(asFirst, correlation(seen, last));
  const isLost = likeness < leastLike || asFirst < leastLikeFirst;
  return { track: isLost ? undefined : { rect: best.place, first, last: seen }, likeness };
}

/** For each pixel the sum of all above it and left of it: a mean of any cell costs four of them. */
type Sums = { readonly width: number; readonly height: number; readonly sums: Float64Array };

function sumsOf({ width, height, pixels }: Grey): Sums {
  const across = width + 1;
  const sums = new Float64Array(across * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += pixels[y * width + x] ?? 0;
      sums[(y + 1) * across + x + 1] = (sums[y * across + x + 1] ?? 0) + row;
    }
  }
  return { width, height, sums };
}

function lookAt({ width, sums }: Sums, { x, y, w, h }: Rect, cells: number): Look {
  const across = width + 1;
  const look = new Float64Array(cells * cells);
  let sum = 0;
  let squares = 0;
  for (let row = 0; row < cells; row++) {
    const top = y + Math.floor((row * h) / cells);
    const bottom = Math.max(top + 1, y + Math.floor(((row + 1) * h) / cells));
    for (let column = 0; column < cells; column++) {
      const left = x + Math.floor((column * w) / cells);
      const right = Math.max(left + 1, x + Math.floor(((column + 1) * w) / cells));
      const all =
        (sums[bottom * across + right] ?? 0) -
        (sums[top * across + right] ?? 0) -
        (sums[bottom * across + left] ?? 0) +
        (sums[top * across + left] ?? 0);
      const mean = all / ((bottom - top) * (right - left));
      look[row * cells + column] = mean;
      sum += mean;
      squares += mean * mean;
    }
  }
  return normalised(look, sum / look.length, squares);
}

// Of one shade is what differs by less than two of 255: noise alone cannot be followed.
function normalised(look: Float64Array, mean: number, squares: number): Look {
  const length = Math.sqrt(Math.max(0, squares - look.length * mean * mean));
  if (length < 2 * Math.sqrt(look.length)) return undefined;
  for (let i = 0; i < look.length; i++) look[i] = ((look[i] ?? 0) - mean) / length;
  return look;
}

function thinned(look: Float64Array, cells: number): Look {
  const from = Math.sqrt(look.length);
  if (from === cells) return look;
  const rough = new Float64Array(cells * cells);
  const share = from / cells;
  for (let i = 0; i < look.length; i++) {
    const at = Math.floor(Math.floor(i / from) / share) * cells + Math.floor((i % from) / share);
    rough[at] = (rough[at] ?? 0) + (look[i] ?? 0);
  }
  const length = Math.sqrt(rough.reduce((sum, one) => sum + one * one, 0));
  return length === 0 ? undefined : rough.map((one) => one / length);
}

function correlation(one: Look, other: Look): number {
  if (!one || !other) return 0;
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}

/** Places of this size within reach, all of them in the frame. */
function around(frame: Grey, { x, y, w, h }: Rect, reach: number, stride: number): readonly Rect[] {
  const found: Rect[] = [];
  const most = Math.floor(reach / stride) * stride;
  for (let dy = -most; dy <= most; dy += stride)
    for (let dx = -most; dx <= most; dx += stride) {
      const place = { x: x + dx, y: y + dy, w, h };
      if (place.x >= 0 && place.y >= 0 && place.x + w <= frame.width && place.y + h <= frame.height)
        found.push(place);
    }
  return found;
}

function scaled({ x, y, w, h }: Rect, scale: number): Rect {
  if (scale === 1) return { x, y, w, h };
  const [wide, high] = [Math.max(1, Math.round(w * scale)), Math.max(1, Math.round(h * scale))];
  return { x: Math.round(x + (w - wide) / 2), y: Math.round(y + (h - high) / 2), w: wide, h: high };
}

function far(one: Rect, other: Rect): number {
  return (one.x - other.x) ** 2 + (one.y - other.y) ** 2;
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
