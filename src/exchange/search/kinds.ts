import type { Person } from "../case/case.ts";

/**
 * Who can be compared by time in captivity: same side, mode, medical class, lane, categories and first tranche. Gives
 * each person's kind, the rank of his captivity within it (0 is shortest), and how many ranks each kind has.
 * Who cannot go at all is of no kind (-1).
 */
export function kindsOf(
  persons: readonly Person[],
  side: Uint8Array,
  ready: Int16Array,
  captivity: Int32Array,
  T: number,
) {
  const numbers = new Map<string, number>();
  const kind = new Int32Array(persons.length).fill(-1);
  const values: Set<number>[] = [];
  persons.forEach((person, i) => {
    if ((ready[i] ?? T) >= T) return;
    const categories = [...(person.categories ?? [])].sort().join();
    const key = `${side[i]}/${person.mode}/${person.medical ?? ""}/${person.lane ? 1 : 0}/${ready[i]}/${categories}`;
    const k = numbers.get(key) ?? numbers.size;
    numbers.set(key, k);
    kind[i] = k;
    const seen = values[k] ?? new Set();
    values[k] = seen.add(captivity[i] ?? 0);
  });
  const ranks = values.map(
    (set) => new Map([...set].sort((x, y) => x - y).map((value, rank) => [value, rank])),
  );
  const captivityRank = Int32Array.from(kind, (k, i) =>
    k < 0 ? 0 : (ranks[k]?.get(captivity[i] ?? 0) ?? 0),
  );
  return { kind, captivityRank, kindRanks: Int32Array.from(ranks, (one) => one.size) };
}
