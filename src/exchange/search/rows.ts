import type { Case, Person } from "../case/case.ts";

/** What a row compares. */
export type RowName =
  | { readonly kind: "parity" }
  | { readonly kind: "category"; readonly code: string }
  | { readonly kind: "ladder" };

/**
 * What compares the two sides as rows |sum of w_i over the returned| <= limit, w positive for side 0: total parity,
 * parity by category, the ladder. Each person has a short list of rows and weights.
 */
export function rowsOf(given: Case, persons: readonly Person[], counted: Uint8Array, side: Uint8Array) {
  const rowLimit: number[] = [];
  const rowName: RowName[] = [];
  const weights: ((person: Person, i: number) => number)[] = [];
  const add = (name: RowName, limit: number, weigh: (person: Person, i: number) => number) => {
    rowName.push(name);
    rowLimit.push(limit);
    weights.push(weigh);
  };
  const sign = (i: number) => (side[i] === 0 ? 1 : -1);
  if (given.total.delta !== undefined)
    add({ kind: "parity" }, given.total.delta, (_, i) => (counted[i] ? sign(i) : 0));
  for (const { code, parity } of given.categories) {
    if (parity.kind === "coverage" || parity.kind === "none") continue;
    const ratio = parity.kind === "ratio" ? { a: parity.b, b: parity.a } : { a: 1, b: 1 }; // n_a : n_b = a : b
    add({ kind: "category", code }, parity.delta, (person, i) =>
      !person.lane && counted[i] && person.categories?.includes(code) ? sign(i) * ratio[person.to] : 0,
    );
  }
  for (const { from, delta } of given.ladder?.thresholds ?? [])
    add({ kind: "ladder" }, delta, (person, i) => (counted[i] && (person.rank ?? 0) >= from ? sign(i) : 0));
  const points = given.ladder?.points;
  if (points)
    add({ kind: "ladder" }, points.delta, (person, i) =>
      counted[i] ? sign(i) * (points.values[person.rank ?? 0] ?? 0) : 0,
    );

  const rowStart = new Int32Array(persons.length + 1);
  const rowOf: number[] = [];
  const rowWeight: number[] = [];
  persons.forEach((person, i) => {
    weights.forEach((weigh, r) => {
      const weight = weigh(person, i);
      if (weight === 0) return;
      rowOf.push(r);
      rowWeight.push(weight);
    });
    rowStart[i + 1] = rowOf.length;
  });
  return {
    rowName,
    rowLimit: Float64Array.from(rowLimit),
    rowStart,
    rowOf: Int32Array.from(rowOf),
    rowWeight: Int32Array.from(rowWeight),
  };
}
