import type { Case } from "./case.ts";
import { dayOf } from "./days.ts";

/** What makes a case contradict itself: where, and what of its own is missing or not in order. */
export type Fault = { readonly path: string; readonly reason: string };

/** Faults that a form cannot see: names of nothing, dates that fall, harm that falls. Empty where there is none. */
export function faultsOf(given: Case): readonly Fault[] {
  return [
    ...faultsOfDates(given),
    ...faultsOfTerms(given),
    ...faultsOfPersons(given),
    ...faultsOfPairs(given),
  ];
}

function faultsOfDates({ start, tranches }: Case): Fault[] {
  const days = [start, ...tranches.map(({ date }) => date)].map(dayOf);
  return days.flatMap((day, i) => {
    const path = i === 0 ? "start" : `tranches.${i - 1}.date`;
    if (day === undefined) return [{ path, reason: "There is no such day." }];
    const before = days[i - 1];
    const falls = i > 0 && before !== undefined && (i === 1 ? day < before : day <= before);
    return falls ? [{ path, reason: "Dates rise." }] : [];
  });
}

function faultsOfTerms(given: Case): Fault[] {
  const found: Fault[] = [];
  for (const side of ["a", "b"] as const) {
    const { sites, places, wards } = given.sides[side];
    if (places.length !== given.tranches.length)
      found.push({ path: `sides.${side}.places`, reason: "There is one entry for each tranche." });
    found.push(...doubles(sites, `sides.${side}.sites`), ...doubles(wards ?? [], `sides.${side}.wards`));
  }
  found.push(...doubles(given.categories, "categories"), ...doubles(given.medical, "medical"));
  given.medical.forEach(({ harm, never }, i) => {
    const falls = harm.some(([day, worth], j) => {
      const before = harm[j - 1];
      return before !== undefined && (day <= before[0] || worth < before[1]);
    });
    if (falls || never < (harm.at(-1)?.[1] ?? 0))
      found.push({ path: `medical.${i}`, reason: "Harm never falls." });
  });
  return found;
}

function doubles(items: readonly { readonly code: string }[], path: string): Fault[] {
  const seen = new Set<string>();
  return items.flatMap(({ code }, i) => {
    const twice = seen.has(code);
    seen.add(code);
    return twice ? [{ path: `${path}.${i}`, reason: "This code stands twice." }] : [];
  });
}

function faultsOfPersons(given: Case): Fault[] {
  const known = {
    a: new Set(given.sides.a.sites.map(({ code }) => code)),
    b: new Set(given.sides.b.sites.map(({ code }) => code)),
    medical: new Set(given.medical.map(({ code }) => code)),
    categories: new Set(given.categories.map(({ code }) => code)),
  };
  const found = doubles(given.persons, "persons");
  given.persons.forEach((person, i) => {
    const at = (field: string, reason: string) => found.push({ path: `persons.${i}.${field}`, reason });
    if (person.site !== undefined && !known[person.to].has(person.site))
      at("site", "This side has no such site.");
    if (person.medical !== undefined && !known.medical.has(person.medical))
      at("medical", "There is no such class.");
    if (person.categories?.some((code) => !known.categories.has(code)))
      at("categories", "There is no such category.");
    if (new Set(person.categories).size !== (person.categories?.length ?? 0))
      at("categories", "This code stands twice.");
  });
  return found;
}

function faultsOfPairs({ persons, pairs = [], locks = [], tranches, drill }: Case): Fault[] {
  const side = new Map(persons.map(({ code, to }) => [code, to]));
  const unknown = (code: string) => !side.has(code);
  const found: Fault[] = [];
  pairs.forEach(({ kind, persons: [one, other] }, i) => {
    const path = `pairs.${i}`;
    if (unknown(one) || unknown(other)) found.push({ path, reason: "There is no such person." });
    else if (one === other) found.push({ path, reason: "A pair is of two persons." });
    else if ((kind === "swap") !== (side.get(one) !== side.get(other)))
      found.push({ path, reason: "A swap is of two sides, and all else of one." });
  });
  locks.forEach(({ person, tranche }, i) => {
    if (unknown(person)) found.push({ path: `locks.${i}`, reason: "There is no such person." });
    if ((tranche ?? 1) > tranches.length)
      found.push({ path: `locks.${i}`, reason: "There is no such tranche." });
  });
  if (drill && (drill.tranche > tranches.length || drill.absent.some(unknown)))
    found.push({ path: "drill", reason: "There is no such person or tranche." });
  return found;
}
