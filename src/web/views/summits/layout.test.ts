import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, type Edge, type Layout, layoutOf, sizes } from "./layout.ts";

const name = (n: number) => (n === 0 ? "meeting" : `step_${n}`);

/** Conditions among some nodes, none of itself. */
const conditions = fc
  .array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 24 })
  .map((pairs) =>
    pairs.flatMap(([node, requires], i): readonly Edge[] =>
      node === requires ? [] : [{ id: `c${i}`, node: name(node), requires: name(requires) }],
    ),
  );

const boxOf = (layout: Layout, id: string) =>
  [...layout.nodes, ...layout.labels].find((box) => box.id === id);

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width - 1e-6 &&
    other.x < one.x + one.width - 1e-6 &&
    one.y < other.y + other.height - 1e-6 &&
    other.y < one.y + one.height - 1e-6
  );
}

describe("the drawing of conditions", () => {
  it("[WM7] lays no box over another and all within the picture", () => {
    fc.assert(
      fc.property(conditions, (edges) => {
        const layout = layoutOf(edges);
        const boxes = [...layout.nodes, ...layout.labels];
        for (const [i, one] of boxes.entries()) {
          expect(one.x).toBeGreaterThanOrEqual(0);
          expect(one.x + one.width).toBeLessThanOrEqual(layout.width + 1e-6);
          expect(one.y + one.height).toBeLessThanOrEqual(layout.height + 1e-6);
          for (const other of boxes.slice(i + 1))
            expect(overlap(one, other), `${one.id} ${other.id}`).toBe(false);
        }
      }),
    );
  });

  it("[WM8] draws every node once and every condition with a label and a way", () => {
    fc.assert(
      fc.property(conditions, (edges) => {
        const { nodes, labels, ways } = layoutOf(edges);
        const names = new Set(edges.flatMap((edge) => [edge.node, edge.requires]));
        expect(nodes.map((box) => box.id).toSorted()).toEqual([...names].toSorted());
        expect(labels.map((box) => box.id).toSorted()).toEqual(edges.map((edge) => edge.id).toSorted());
        expect(ways.map((way) => way.id)).toEqual(edges.map((edge) => edge.id));
        for (const way of ways) expect(way.points.length).toBeGreaterThanOrEqual(4);
      }),
    );
  });

  it("[WM9] puts what is required above what waits for it where no circle is", () => {
    fc.assert(
      fc.property(conditions, (edges) => {
        // kept in one direction, so that there is no circle
        const number = (one: string) => (one === "meeting" ? 0 : Number(one.slice(5)));
        const straight = edges.map(({ id, node, requires }) =>
          number(node) < number(requires) ? { id, node, requires } : { id, node: requires, requires: node },
        );
        const layout = layoutOf(straight);
        for (const { node, requires } of straight)
          expect(boxOf(layout, requires)?.y).toBeLessThan(boxOf(layout, node)?.y ?? 0);
      }),
    );
  });

  it("[WM9] turns one condition of a circle upwards and keeps both beside each other", () => {
    const layout = layoutOf([
      { id: "b", node: "agreed_text", requires: "meeting" },
      { id: "a", node: "meeting", requires: "agreed_text" },
    ]);
    const [text, meeting] = [boxOf(layout, "agreed_text"), boxOf(layout, "meeting")];
    expect(text?.y).toBeLessThan(meeting?.y ?? 0);
    const [a, b] = [boxOf(layout, "a"), boxOf(layout, "b")];
    expect(a?.y).toBe(b?.y);
    expect(Math.abs((a?.x ?? 0) - (b?.x ?? 0))).toBeGreaterThanOrEqual(sizes.label.width);
    const wayB = layout.ways.find((way) => way.id === "b");
    expect(wayB?.points[0]?.y).toBe(meeting?.y);
    expect(wayB?.points.at(-1)?.y).toBe((text?.y ?? 0) + sizes.node.height);
  });

  it("[WM10] draws the same conditions alike, whoever set them", () => {
    fc.assert(
      fc.property(conditions, (edges) => {
        const swapped = edges.map((edge, i) => ({ ...edge, by: i % 2 === 0 ? "party-a" : "party-b" }));
        expect(layoutOf(swapped)).toEqual(layoutOf(edges));
        expect(layoutOf(structuredClone(edges))).toEqual(layoutOf(edges));
      }),
    );
  });

  it("draws nothing where there is nothing to draw", () => {
    expect(layoutOf([])).toEqual({ width: 0, height: 0, nodes: [], labels: [], ways: [] });
  });

  it("draws 40 nodes under 20 ms", () => {
    const edges = Array.from({ length: 70 }, (_, i): Edge => {
      const node = (i * 7) % 40;
      return { id: `c${i}`, node: name(node), requires: name((node + 1 + ((i * 11) % 13)) % 40) };
    });
    layoutOf(edges);
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      layoutOf(edges);
      return performance.now() - start;
    }).toSorted((one, other) => one - other);
    console.log(`40 nodes, 70 conditions: min ${times[0]?.toFixed(1)} ms, median ${times[4]?.toFixed(1)} ms`);
    expect(times[0]).toBeLessThan(20);
  });
});
