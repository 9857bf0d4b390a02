import type { Case, Person } from "../case/case.ts";
import type { Worth } from "../plan.ts";
import type { Going } from "./check.ts";
import { counts } from "./limits.ts";

/** What every level is worth in a plan, counted straight from its definition. */
export function worthOf(given: Case, going: Going, previous?: Going): Worth {
  const gone = given.persons.filter(({ code }) => going.has(code));
  const able = given.persons.filter(({ barred, ready = 1 }) => !barred && ready <= given.tranches.length);
  const covered = new Set(
    given.categories.flatMap(({ code, parity }) => (parity.kind === "coverage" ? code : [])),
  );
  const leads = leadsOf(given, gone, going);
  const stops = new Set(
    gone.flatMap(({ to, site, code }) => (site === undefined ? [] : `${to} ${going.get(code)} ${site}`)),
  );
  const changed = given.persons.filter(({ code }) => going.get(code) !== previous?.get(code));
  return {
    coverage: able.filter(
      ({ code, categories }) => categories?.some((c) => covered.has(c)) && !going.has(code),
    ).length,
    harm: harmSum(given, going),
    returned: gone.length,
    service: sharesOf(able, going),
    captivity: gone.reduce((sum, { captivityDays }) => sum + captivityDays, 0),
    envy: envyPairs(able, going, given.tranches.length),
    peak: Math.max(0, ...leads.map(Math.abs)),
    pickups: stops.size,
    days: new Set(gone.map(({ code }) => going.get(code))).size,
    change: previous ? changed.length : 0,
  };
}

function leadsOf(given: Case, gone: readonly Person[], going: Going): readonly number[] {
  const counted = gone.filter((person) => counts(given, person));
  const byTranche = Map.groupBy(counted, ({ code }) => going.get(code) ?? 0);
  let lead = 0;
  return given.tranches.map((_, index) => {
    for (const { to } of byTranche.get(index + 1) ?? []) lead += to === "a" ? 1 : -1;
    return lead;
  });
}

function harmSum(given: Case, going: Going): number {
  const start = Date.parse(given.start);
  const days = given.tranches.map(({ date }) => Math.round((Date.parse(date) - start) / 86_400_000));
  const classes = new Map(given.medical.map((one) => [one.code, one]));
  const onTranche = new Map<string, readonly number[]>();
  for (const [code, { harm }] of classes)
    onTranche.set(
      code,
      days.map((day) => {
        const before = harm.findLast(([at]) => at <= day);
        const after = harm.find(([at]) => at > day);
        if (!before) return after?.[1] ?? 0;
        if (!after) return before[1];
        return before[1] + Math.floor(((after[1] - before[1]) * (day - before[0])) / (after[0] - before[0]));
      }),
    );
  return given.persons.reduce((sum, { code, medical }) => {
    if (medical === undefined) return sum;
    const tranche = going.get(code);
    const never = classes.get(medical)?.never ?? 0;
    return sum + (tranche === undefined ? never : (onTranche.get(medical)?.[tranche - 1] ?? never));
  }, 0);
}

function sharesOf(able: readonly Person[], going: Going): readonly number[] {
  const sizes = new Map<string, { able: number; gone: number }>();
  for (const { to, group, code } of able) {
    if (group === undefined) continue;
    const key = `${to} ${group}`; // a group is of one side
    const size = sizes.get(key) ?? { able: 0, gone: 0 };
    size.able++;
    if (going.has(code)) size.gone++;
    sizes.set(key, size);
  }
  return [...sizes.values()].map(({ able: all, gone }) => gone / all).sort((x, y) => x - y);
}

// Pairs of one kind where who was held shorter goes earlier, by counting through each kind's tranches.
function envyPairs(able: readonly Person[], going: Going, count: number): number {
  const kinds = Map.groupBy(able, ({ to, mode, medical, lane, ready = 1, categories = [] }) =>
    JSON.stringify([to, mode, medical, lane === true, ready, categories.toSorted()]),
  );
  let pairs = 0;
  for (const members of kinds.values()) {
    const byTranche = Map.groupBy(members, ({ code }) => going.get(code) ?? count + 1);
    const later: number[] = []; // captivity of those in later tranches, sorted
    for (const tranche of [...byTranche.keys()].toSorted((x, y) => y - x)) {
      const here = (byTranche.get(tranche) ?? []).map(({ captivityDays }) => captivityDays);
      for (const days of here) pairs += later.length - firstAbove(later, days);
      later.push(...here);
      later.sort((x, y) => x - y);
    }
  }
  return pairs;
}

// Where the first number above a value stands in a sorted list.
function firstAbove(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
