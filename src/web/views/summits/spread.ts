import type { Cell, Layers } from "./layout.ts";

const sweeps = 8;

/**
 * The middle of each cell, so that ways are as straight as the order allows and no two cells of a layer come
 * nearer to each other than `gap`. Each sweep takes every layer to the mean of its neighbours; within a layer the
 * least sum of squared moves that keeps order and gaps is found by pooling neighbours that would overlap
 * (pool adjacent violators, Ayer et al. 1955).
 */
export function spread({ layers, above }: Layers, gap: number): ReadonlyMap<string, number> {
  const below = new Map<string, string[]>();
  for (const [key, uppers] of above)
    for (const upper of uppers) below.set(upper, [...(below.get(upper) ?? []), key]);
  const centres = new Map<string, number>();
  for (const layer of layers) setInto(centres, layer, packed(layer, gap));
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const linked = sweep % 2 === 0 ? above : below;
    for (const layer of sweep % 2 === 0 ? layers : layers.toReversed()) {
      const wanted = layer.map(({ key }) => meanOf(linked.get(key), centres) ?? centres.get(key) ?? 0);
      setInto(centres, layer, pooled(layer, wanted, gap));
    }
  }
  return centres;
}

// One beside the other around zero.
function packed(layer: readonly Cell[], gap: number): readonly number[] {
  const offsets = offsetsOf(layer, gap);
  const middle = ((offsets.at(-1) ?? 0) + (offsets[0] ?? 0)) / 2;
  return offsets.map((one) => one - middle);
}

// How far each middle lies from the first one's where nothing is between them but the gap.
function offsetsOf(layer: readonly Cell[], gap: number): readonly number[] {
  const offsets: number[] = [];
  for (const [i, { width }] of layer.entries()) {
    const before = layer[i - 1];
    offsets.push(before ? (offsets[i - 1] ?? 0) + before.width / 2 + gap + width / 2 : 0);
  }
  return offsets;
}

function pooled(layer: readonly Cell[], wanted: readonly number[], gap: number): readonly number[] {
  const offsets = offsetsOf(layer, gap);
  const pools: { sum: number; count: number }[] = [];
  for (const [i, want] of wanted.entries()) {
    let pool = { sum: want - (offsets[i] ?? 0), count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.count >= pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
    }
    pools.push(pool);
  }
  const starts = pools.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
  return starts.map((start, i) => start + (offsets[i] ?? 0));
}

function meanOf(
  keys: readonly string[] | undefined,
  centres: ReadonlyMap<string, number>,
): number | undefined {
  if (!keys || keys.length === 0) return undefined;
  return keys.reduce((sum, key) => sum + (centres.get(key) ?? 0), 0) / keys.length;
}

function setInto(centres: Map<string, number>, layer: readonly Cell[], at: readonly number[]): void {
  for (const [i, { key }] of layer.entries()) centres.set(key, at[i] ?? 0);
}
