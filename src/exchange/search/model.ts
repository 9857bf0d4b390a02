import { type Case, modes, type Person, type Side } from "../case/case.ts";
import { harmOn, trancheDays } from "../case/harm.ts";
import { drawnOrder } from "../case/lottery.ts";
import { kindsOf } from "./kinds.ts";
import { rowsOf } from "./rows.ts";
import { unitsOf } from "./units.ts";

/**
 * A case as numbers. Persons stand in the order that the lottery drew, and side 0 is that of the first of them: nothing
 * here knows which party is which, so a case with its sides in each other's place gives the same model.
 * Tranches are 0..T-1 and T is "not returned".
 */
export type Model = ReturnType<typeof modelOf>;

export type Options = {
  readonly seed: number;
  /** The last published plan, tranche from 1 or 0, in the order of the case's persons. */
  readonly previous?: Int16Array | undefined;
};

/** Turns a case without faults into a model. */
export function modelOf(given: Case, { seed, previous }: Options) {
  const { persons: unsorted, tranches } = given;
  const T = tranches.length;
  const order = drawnOrder(
    seed,
    unsorted.map(({ code }) => code),
  );
  const persons: Person[] = Array.from(order, (i) => unsorted[i] as Person); // order is of these indices
  const first: Side = persons[0]?.to ?? "a";
  const sideOrder: readonly [Side, Side] = first === "a" ? ["a", "b"] : ["b", "a"];
  const N = persons.length;
  const side = Uint8Array.from(persons, ({ to }) => (to === first ? 0 : 1));
  const mode = Uint8Array.from(persons, (person) => modes.indexOf(person.mode));
  const counted = Uint8Array.from(persons, (person) => (isCounted(given, person) ? 1 : 0));
  const cover = Uint8Array.from(persons, (person) => (isCovered(given, person) ? 1 : 0));
  const captivity = Int32Array.from(persons, ({ captivityDays }) => captivityDays);
  const ready = Int16Array.from(persons, (person) =>
    person.barred ? T : Math.min(T, (person.ready ?? 1) - 1),
  );

  const siteNumber = new Map<string, number>();
  const bus: number[] = [];
  const siteSide: number[] = [];
  sideOrder.forEach((one, s) => {
    for (const { code, bus: seats } of given.sides[one].sites) {
      siteNumber.set(`${s}/${code}`, bus.length);
      bus.push(seats ?? unlimited);
      siteSide.push(s);
    }
  });
  const site = Int32Array.from(persons, ({ site: code }, i) =>
    code === undefined ? -1 : (siteNumber.get(`${side[i]}/${code}`) ?? -1),
  );

  const days = trancheDays(given);
  const classNumber = new Map(given.medical.map(({ code }, h) => [code, h]));
  const medical = Int16Array.from(persons, (person) =>
    person.medical === undefined ? -1 : (classNumber.get(person.medical) ?? -1),
  );
  const harm = new Float64Array(given.medical.length * (T + 1));
  given.medical.forEach((one, h) => {
    for (let t = 0; t < T; t++) harm[h * (T + 1) + t] = harmOn(one, days[t] ?? 0);
    harm[h * (T + 1) + T] = one.never;
  });

  const places = new Int32Array(2 * T * 3);
  const pickups = new Int32Array(2 * T);
  sideOrder.forEach((one, s) => {
    for (const [t, day] of given.sides[one].places.entries()) {
      modes.forEach((name, m) => {
        places[(s * T + t) * 3 + m] = day[name];
      });
      pickups[s * T + t] = day.pickups ?? unlimited;
    }
  });

  // a group is of one side: the same code on the other side is another group
  const groupNumber = new Map<string, number>();
  const group = Int32Array.from(persons, ({ to, group: code }) => {
    if (code === undefined) return -1;
    const key = `${to}/${code}`;
    const g = groupNumber.get(key) ?? groupNumber.size;
    groupNumber.set(key, g);
    return g;
  });
  const groupSize = new Int32Array(groupNumber.size);
  group.forEach((g, i) => {
    if (g >= 0 && (ready[i] ?? T) < T) groupSize[g] = (groupSize[g] ?? 0) + 1;
  });

  const place = new Map(persons.map(({ code }, i) => [code, i]));
  const fixed = new Int16Array(N).fill(-1);
  for (const { person, tranche } of given.locks ?? [])
    fixed[place.get(person) ?? 0] = tranche === null ? T : tranche - 1;
  const prior = new Int16Array(N).fill(-1);
  if (previous)
    order.forEach((from, i) => {
      const tranche = previous[from] ?? 0;
      prior[i] = tranche === 0 ? T : Math.min(T, tranche - 1);
    });

  return {
    given,
    T,
    N,
    persons,
    order,
    sideOrder,
    side,
    mode,
    counted,
    cover,
    captivity,
    ready,
    site,
    siteSide: Uint8Array.from(siteSide),
    bus: Int32Array.from(bus),
    days,
    medical,
    harm,
    places,
    pickups,
    group,
    groupSize,
    fixed,
    prior,
    limit: given.total.limit ?? unlimited,
    alternation: given.alternation ?? unlimited,
    ...rowsOf(given, persons, counted, side),
    ...wardsOf(given, sideOrder, persons, days),
    ...unitsOf(given, place, N),
    ...kindsOf(persons, side, ready, captivity, T),
  };
}

/** Stands where a case sets no limit. */
export const unlimited = 1_000_000_000;

/** Whether a person counts for total parity and alternation. */
function isCounted(given: Case, person: Person): boolean {
  if (person.lane) return false;
  const kinds = (person.categories ?? []).map(
    (code) => given.categories.find((one) => one.code === code)?.parity.kind,
  );
  return !kinds.some((kind) => kind === "coverage" || kind === "none");
}

function isCovered(given: Case, { categories = [] }: Person): boolean {
  return categories.some(
    (code) => given.categories.find((one) => one.code === code)?.parity.kind === "coverage",
  );
}

// The wards that a person's bed is in, and until which tranche (not included) somebody of each tranche keeps it.
function wardsOf(
  given: Case,
  sideOrder: readonly [Side, Side],
  persons: readonly Person[],
  days: readonly number[],
) {
  const T = days.length;
  const wards = sideOrder.flatMap((one, s) => (given.sides[one].wards ?? []).map((ward) => ({ ...ward, s })));
  const wardEnd = new Int16Array(wards.length * T);
  wards.forEach(({ stayDays }, w) => {
    for (let t = 0; t < T; t++) {
      let end = t + 1;
      while (end < T && (days[end] ?? 0) - (days[t] ?? 0) < stayDays) end++;
      wardEnd[w * T + t] = end;
    }
  });
  const lists = persons.map(({ to, mode }) =>
    wards.flatMap((ward, w) => (sideOrder[ward.s] === to && ward.modes.includes(mode) ? [w] : [])),
  );
  const wardStart = new Int32Array(persons.length + 1);
  lists.forEach((list, i) => {
    wardStart[i + 1] = (wardStart[i] ?? 0) + list.length;
  });
  return {
    wardEnd,
    wardStart,
    wardOf: Int16Array.from(lists.flat()),
    beds: Int32Array.from(wards, ({ beds }) => beds),
  };
}
