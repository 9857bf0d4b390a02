import { acyclic } from "./acyclic.ts";
import { ordered } from "./ordered.ts";
import { spread } from "./spread.ts";

/** A condition to draw: `requires` comes before `node`. */
export type Edge = { readonly id: string; readonly node: string; readonly requires: string };

/** A box with its upper left corner, in pixels. */
export type Box = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
type Point = { readonly x: number; readonly y: number };
/** The way of a condition from what it requires, through its own label, to what waits. */
type Way = { readonly id: string; readonly points: readonly Point[] };

export type Layout = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Box[];
  /** One for each condition, on its way. */
  readonly labels: readonly Box[];
  readonly ways: readonly Way[];
};

/** Sizes in pixels. */
export const sizes = {
  node: { width: 172, height: 56 },
  label: { width: 132, height: 44 },
  /** What passes by without a box. */
  passing: 16,
  besides: 20,
  between: 26,
  margin: 10,
} as const;

/** A place in a layer: a node, the label of a condition, or a condition that passes by. */
export type Cell = {
  readonly key: string;
  readonly kind: "node" | "label" | "passing";
  readonly width: number;
};
/** The cells of each layer, and for each cell those it hangs together with in the layer above. */
export type Layers = {
  readonly layers: readonly (readonly Cell[])[];
  readonly above: ReadonlyMap<string, readonly string[]>;
};

/**
 * Draws conditions in layers (Sugiyama, Tagawa and Toda 1981): what is required stands above what waits for it, and
 * each condition has a label of its own between the two. Circles are drawn by turning some of their conditions
 * upwards. The same conditions give the same picture; whose condition it is plays no part.
 * O(c × l) for c conditions and l layers, times a fixed number of sweeps.
 */
export function layoutOf(edges: readonly Edge[]): Layout {
  const names = [...new Set(edges.flatMap((edge) => [edge.requires, edge.node]))];
  if (names.length === 0) return { width: 0, height: 0, nodes: [], labels: [], ways: [] };
  const { rank, upward } = acyclic(names, edges);
  const chains = edges.map((edge) => chainOf(edge, rank, upward.has(edge.id)));
  const layers = ordered(layersOf(names, rank, chains));
  const centres = spread(layers, sizes.besides);
  return placed(layers, centres, chains);
}

type Chain = { readonly id: string; readonly keys: readonly string[]; readonly isUpward: boolean };

const nodeKey = (name: string) => `node ${name}`;

// The cells of a condition from its upper end to its lower end. Nodes stand in even layers, labels between two.
function chainOf({ id, node, requires }: Edge, rank: ReadonlyMap<string, number>, isUpward: boolean): Chain {
  const [upper, lower] = isUpward ? [node, requires] : [requires, node];
  const from = 2 * (rank.get(upper) ?? 0);
  const to = 2 * (rank.get(lower) ?? 0);
  const keys = [nodeKey(upper)];
  for (let layer = from + 1; layer < to; layer++)
    keys.push(layer === from + 1 ? `label ${id}` : `passing ${id} ${layer}`);
  return { id, keys: [...keys, nodeKey(lower)], isUpward };
}

function layersOf(
  names: readonly string[],
  rank: ReadonlyMap<string, number>,
  chains: readonly Chain[],
): Layers {
  const layers: Cell[][] = [];
  const above = new Map<string, string[]>();
  const add = (layer: number, cell: Cell) => {
    while (layers.length <= layer) layers.push([]);
    layers[layer]?.push(cell);
  };
  for (const name of names)
    add(2 * (rank.get(name) ?? 0), { key: nodeKey(name), kind: "node", width: sizes.node.width });
  const layerOf = new Map(names.map((name) => [nodeKey(name), 2 * (rank.get(name) ?? 0)]));
  for (const { keys } of chains) {
    const first = layerOf.get(keys[0] ?? "") ?? 0;
    for (const [i, key] of keys.entries()) {
      const upper = keys[i - 1];
      if (upper !== undefined) above.set(key, [...(above.get(key) ?? []), upper]);
      if (layerOf.has(key)) continue;
      const isLabel = key.startsWith("label ");
      add(first + i, {
        key,
        kind: isLabel ? "label" : "passing",
        width: isLabel ? sizes.label.width : sizes.passing,
      });
    }
  }
  return { layers, above };
}

function placed({ layers }: Layers, centres: ReadonlyMap<string, number>, chains: readonly Chain[]): Layout {
  const left = Math.min(...layers.flat().map(({ key, width }) => (centres.get(key) ?? 0) - width / 2));
  const boxes = new Map<string, Box & { readonly kind: Cell["kind"] }>();
  let y: number = sizes.margin;
  let right = 0;
  for (const [i, layer] of layers.entries()) {
    const height = i % 2 === 0 ? sizes.node.height : sizes.label.height;
    for (const { key, kind, width } of layer) {
      const x = (centres.get(key) ?? 0) - width / 2 - left + sizes.margin;
      right = Math.max(right, x + width);
      boxes.set(key, { id: key.slice(key.indexOf(" ") + 1), kind, x, y, width, height });
    }
    y += height + sizes.between;
  }
  const drawn = [...boxes.values()];
  const bare = ({ kind: _, ...box }: (typeof drawn)[number]): Box => box;
  return {
    width: right + sizes.margin,
    height: y - sizes.between + sizes.margin,
    nodes: drawn.filter(({ kind }) => kind === "node").map(bare),
    labels: drawn.filter(({ kind }) => kind === "label").map(bare),
    ways: chains.map((chain) => wayOf(chain, boxes)),
  };
}

function wayOf({ id, keys, isUpward }: Chain, boxes: ReadonlyMap<string, Box>): Way {
  const path = keys.flatMap((key) => boxes.get(key) ?? []);
  const points = path.flatMap(({ x, y, width, height }, i): readonly Point[] => {
    const middle = x + width / 2;
    const upper = { x: middle, y };
    const lower = { x: middle, y: y + height };
    // at a node, ways to the left leave on the left: they do not all meet in one point
    const next = path[i === 0 ? 1 : i - 1];
    const toward = next ? next.x + next.width / 2 - middle : 0;
    const shifted = middle + Math.max(-0.35, Math.min(0.35, toward / (2 * width))) * width;
    if (i === 0) return [{ ...lower, x: shifted }];
    if (i === path.length - 1) return [{ ...upper, x: shifted }];
    return [upper, lower];
  });
  return { id, points: isUpward ? points.toReversed() : points };
}
