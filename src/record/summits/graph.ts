/** An edge of the conditions graph: its setter holds that `node` cannot come before `requires`. */
export type Condition = { readonly id: string; readonly node: string; readonly requires: string };

/**
 * The circles in a set of conditions: groups of nodes each of which waits for another of the group, with the
 * conditions that make the group. Nobody in a circle can move first. Tarjan 1972, O(nodes + conditions);
 * circles in the order in which their first condition was set.
 */
export function circles<C extends Condition>(
  conditions: readonly C[],
): readonly { nodes: string[]; conditions: C[] }[] {
  const edges = new Map<string, string[]>();
  for (const { node, requires } of conditions) {
    edges.set(node, [...(edges.get(node) ?? []), requires]);
    if (!edges.has(requires)) edges.set(requires, []);
  }
  const group = components(edges);
  const found: { nodes: string[]; conditions: C[] }[] = [];
  for (const nodes of group) {
    const members = new Set(nodes);
    const inside = conditions.filter((one) => members.has(one.node) && members.has(one.requires));
    if (nodes.length > 1) found.push({ nodes: ordered(nodes, conditions), conditions: inside });
  }
  return found.toSorted(
    (one, other) => firstIndex(conditions, one.conditions) - firstIndex(conditions, other.conditions),
  );
}

function firstIndex<C extends Condition>(all: readonly C[], some: readonly C[]): number {
  return some[0] ? all.indexOf(some[0]) : all.length;
}

// Nodes in the order in which the conditions first name them, so that the same conditions read the same.
function ordered(nodes: readonly string[], conditions: readonly Condition[]): string[] {
  const named = conditions.flatMap((one) => [one.node, one.requires]);
  return nodes.toSorted((one, other) => named.indexOf(one) - named.indexOf(other));
}

// Strongly connected components, without recursion: a party may set any number of conditions.
function components(edges: ReadonlyMap<string, readonly string[]>): readonly string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const found: string[][] = [];
  for (const root of edges.keys()) {
    if (index.has(root)) continue;
    const path: { node: string; next: number }[] = [{ node: root, next: 0 }];
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const { node } = at;
      if (at.next === 0) {
        index.set(node, index.size);
        low.set(node, index.get(node) ?? 0);
        stack.push(node);
        onStack.add(node);
      }
      const target = edges.get(node)?.[at.next];
      at.next += 1;
      if (target !== undefined) {
        if (!index.has(target)) path.push({ node: target, next: 0 });
        else if (onStack.has(target)) low.set(node, Math.min(low.get(node) ?? 0, index.get(target) ?? 0));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) low.set(above.node, Math.min(low.get(above.node) ?? 0, low.get(node) ?? 0));
      if (low.get(node) !== index.get(node)) continue;
      const members = stack.splice(stack.lastIndexOf(node));
      for (const member of members) onStack.delete(member);
      found.push(members);
    }
  }
  return found;
}
