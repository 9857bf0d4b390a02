import type { Cell, Layers } from "./layout.ts";

const sweeps = 6;

/**
 * Orders the cells of each layer so that few ways cross: each goes to the mean place of those that it hangs
 * together with, downwards and upwards in turn (barycentre method, Sugiyama, Tagawa and Toda 1981).
 */
export function ordered({ layers, above }: Layers): Layers {
  const below = new Map<string, string[]>();
  for (const [key, uppers] of above)
    for (const upper of uppers) below.set(upper, [...(below.get(upper) ?? []), key]);
  let best = layers;
  let fewest = crossings(best, above);
  let current = layers.map((layer) => [...layer]);
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    current = sweep % 2 === 0 ? swept(current, above) : swept(current.toReversed(), below).toReversed();
    const count = crossings(current, above);
    if (count < fewest) [best, fewest] = [current, count];
  }
  return { layers: best, above };
}

function swept(
  layers: readonly (readonly Cell[])[],
  linked: ReadonlyMap<string, readonly string[]>,
): Cell[][] {
  const place = new Map<string, number>();
  return layers.map((layer) => {
    const keyed = layer.map((cell, index) => ({
      cell,
      index,
      mean: meanOf(linked.get(cell.key), place) ?? index,
    }));
    keyed.sort((one, other) => one.mean - other.mean || one.index - other.index);
    for (const [index, { cell }] of keyed.entries()) place.set(cell.key, index);
    return keyed.map(({ cell }) => cell);
  });
}

function meanOf(keys: readonly string[] | undefined, place: ReadonlyMap<string, number>): number | undefined {
  const known = (keys ?? []).flatMap((key) => place.get(key) ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, one) => sum + one, 0) / known.length;
}

// Pairs of ways between two neighbouring layers that lie the other way round below than above.
function crossings(
  layers: readonly (readonly Cell[])[],
  above: ReadonlyMap<string, readonly string[]>,
): number {
  let count = 0;
  for (const [i, layer] of layers.entries()) {
    const upper = new Map((layers[i - 1] ?? []).map(({ key }, index) => [key, index]));
    const ends = layer.flatMap(({ key }) =>
      (above.get(key) ?? []).flatMap((one) => upper.get(one) ?? []).toSorted((one, other) => one - other),
    );
    for (const [j, end] of ends.entries()) for (let k = 0; k < j; k++) if ((ends[k] ?? 0) > end) count += 1;
  }
  return count;
}
