import type { Edge } from "./layout.ts";

/**
 * In which layer each node stands, so that what is required stands above what waits for it, and which conditions
 * have to be drawn upwards for that: those that close a circle on a walk through all conditions in the order in
 * which they were set. What requires nothing is walked from first, so that a circle is entered where something
 * leads into it; in a circle with "meeting" what waits for the meeting is drawn upwards, so that it stands below.
 * O(nodes + conditions).
 */
export function acyclic(
  names: readonly string[],
  edges: readonly Edge[],
): { readonly rank: ReadonlyMap<string, number>; readonly upward: ReadonlySet<string> } {
  const after = Map.groupBy(edges, ({ requires }) => requires);
  const waits = new Set(edges.map(({ node }) => node));
  const roots = names.toSorted((one, other) => Number(waits.has(one)) - Number(waits.has(other)));
  const before = leadingTo("meeting", edges);
  const closing = edges.filter(({ requires, node }) => requires === "meeting" && before.has(node));
  const upward = new Set(closing.map(({ id }) => id));
  const state = new Map<string, "open" | "done">();
  const finished: string[] = [];
  for (const root of roots) {
    if (state.has(root)) continue;
    state.set(root, "open");
    const path = [{ name: root, next: 0 }];
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const edge = after.get(at.name)?.[at.next];
      at.next += 1;
      if (!edge) {
        state.set(at.name, "done");
        finished.push(at.name);
        path.pop();
      } else if (upward.has(edge.id)) continue;
      else if (state.get(edge.node) === "open") upward.add(edge.id);
      else if (!state.has(edge.node)) {
        state.set(edge.node, "open");
        path.push({ name: edge.node, next: 0 });
      }
    }
  }
  // in the reverse of the order of finishing every edge that is not upward goes forward
  const rank = new Map<string, number>();
  for (const name of finished.toReversed()) {
    const own = rank.get(name) ?? 0;
    rank.set(name, own);
    for (const edge of after.get(name) ?? [])
      if (!upward.has(edge.id)) rank.set(edge.node, Math.max(rank.get(edge.node) ?? 0, own + 1));
  }
  return { rank, upward };
}

// Everything that a node waits for, at first or at second hand.
function leadingTo(name: string, edges: readonly Edge[]): ReadonlySet<string> {
  const required = Map.groupBy(edges, ({ node }) => node);
  const found = new Set<string>();
  const next = [name];
  for (let at = next.pop(); at !== undefined; at = next.pop())
    for (const { requires } of required.get(at) ?? [])
      if (!found.has(requires)) {
        found.add(requires);
        next.push(requires);
      }
  return found;
}
