import type { FootageBox } from "#record";

export type Rect = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** Where a box stands at a moment; undefined before its first and after its last. Between two it moves straight. */
export function boxAt({ moments }: Pick<FootageBox, "moments">, ms: number): Rect | undefined {
  const next = moments.findIndex((moment) => moment.ms >= ms);
  const after = moments[next];
  if (!after) return undefined;
  const before = after.ms === ms ? after : moments[next - 1];
  if (!before) return undefined;
  const share = after === before ? 0 : (ms - before.ms) / (after.ms - before.ms);
  const between = (from: number, to: number) => from + (to - from) * share;
  return {
    x: between(before.x, after.x),
    y: between(before.y, after.y),
    w: between(before.w, after.w),
    h: between(before.h, after.h),
  };
}
