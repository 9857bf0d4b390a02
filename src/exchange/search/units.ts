import type { Case } from "../case/case.ts";

/**
 * Who goes with whom: persons of pairs "together" and "swap" form one unit, which moves as a whole; `apartOf` lists
 * whom a person does not travel with. A person of no pair is a unit of one.
 */
export function unitsOf({ pairs = [] }: Case, place: ReadonlyMap<string, number>, count: number) {
  const root = Int32Array.from({ length: count }, (_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (root[at] !== at) at = root[at] ?? at;
    return at;
  };
  const apart = new Map<number, number[]>();
  for (const { kind, persons } of pairs) {
    const [i, j] = [place.get(persons[0]) ?? 0, place.get(persons[1]) ?? 0];
    if (kind === "apart") {
      apart.set(i, [...(apart.get(i) ?? []), j]);
      apart.set(j, [...(apart.get(j) ?? []), i]);
      continue;
    }
    const [one, other] = [find(i), find(j)];
    root[Math.max(one, other)] = Math.min(one, other);
  }
  const members = new Map<number, number[]>();
  if (pairs.length > 0)
    for (let i = 0; i < count; i++) {
      const head = find(i);
      if (head === i && root[i] === i) continue;
      members.set(head, [...(members.get(head) ?? [head]), i]);
    }
  const unitOf = new Map<number, readonly number[]>();
  for (const unit of members.values()) for (const i of unit) unitOf.set(i, unit);
  return { unitOf, apartOf: apart };
}
