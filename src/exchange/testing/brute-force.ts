import type { Case } from "../case/case.ts";
import { check } from "../check/check.ts";
import { levels, sense, type Tranche, type Worth } from "../plan.ts";

/** The best worth of all plans of a small case, by trying every one of them; undefined where there is no plan. */
export function bestWorth(given: Case, previous?: readonly Tranche[]): Worth | undefined {
  const { persons, tranches } = given;
  const T = tranches.length;
  const going = new Array<number>(persons.length).fill(0);
  let best: Worth | undefined;
  for (;;) {
    if (!isRefusedAtOnce(given, going)) {
      const plan = tranches.map(({ date }, t) => ({
        tranche: t + 1,
        date,
        a: persons.flatMap(({ code, to }, i) => (to === "a" && going[i] === t + 1 ? [code] : [])),
        b: persons.flatMap(({ code, to }, i) => (to === "b" && going[i] === t + 1 ? [code] : [])),
      }));
      const { violations, worth } = check(given, plan, previous);
      if (violations.length === 0 && (!best || order(worth, best) < 0)) best = worth;
    }
    let n = 0;
    while (n < going.length && going[n] === T) going[n++] = 0;
    if (n === going.length) return best;
    going[n] = (going[n] ?? 0) + 1;
  }
}

// Spares the evaluator what a glance shows: barred, not ready, too many in a tranche.
function isRefusedAtOnce(given: Case, going: readonly number[]): boolean {
  const used = new Map<string, number>();
  return given.persons.some(({ to, mode, barred, ready = 1 }, i) => {
    const tranche = going[i] ?? 0;
    if (tranche === 0) return false;
    if (barred || tranche < ready) return true;
    const key = `${to}${mode}${tranche}`;
    const n = (used.get(key) ?? 0) + 1;
    used.set(key, n);
    return n > (given.sides[to].places[tranche - 1]?.[mode] ?? 0);
  });
}

/** Negative where one worth is better than another, level by level. */
export function order(one: Worth, other: Worth): number {
  for (const name of levels) {
    const [x, y] = name === "service" ? leximin(one, other) : [one[name], other[name]];
    if (x !== y) return (x < y ? -1 : 1) * (sense[name] === "least" ? 1 : -1);
  }
  return 0;
}

function leximin(one: Worth, other: Worth): readonly [number, number] {
  const place = one.service.findIndex((share, g) => share !== other.service[g]);
  return place < 0 ? [0, 0] : [one.service[place] ?? 0, other.service[place] ?? 0];
}
