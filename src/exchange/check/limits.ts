import type { Case, Person, Side } from "../case/case.ts";
import type { Going, Violation } from "./check.ts";

/** Every limit of the case that a plan oversteps. */
export function limitsOverstepped(given: Case, going: Going): Violation[] {
  const found: Violation[] = [];
  const say = (constraint: Violation["constraint"], where: string, value: number, limit: number) => {
    if (value > limit) found.push({ constraint, where, value, limit });
  };
  const gone = given.persons.filter(({ code }) => going.has(code));
  const when = (person: Person) => going.get(person.code) ?? 0;

  for (const person of gone) {
    if (person.barred) say("barred", person.code, 1, 0);
    if (when(person) < (person.ready ?? 1)) say("not_ready", person.code, person.ready ?? 1, when(person));
    if (when(person) > given.tranches.length) say("lock", person.code, when(person), given.tranches.length);
  }
  for (const side of ["a", "b"] satisfies Side[]) placesOverstepped(given, side, gone, when, say);
  parityOverstepped(given, gone, when, say);
  for (const { kind, persons } of given.pairs ?? []) {
    const [one, other] = persons.map((code) => going.get(code));
    if (kind === "apart") say("apart", persons.join("+"), one !== undefined && one === other ? 1 : 0, 0);
    else say("together", persons.join("+"), one === other ? 0 : 1, 0);
  }
  for (const { person, tranche } of given.locks ?? [])
    say("lock", person, (going.get(person) ?? null) === tranche ? 0 : 1, 0);
  return found;
}

type Say = (constraint: Violation["constraint"], where: string, value: number, limit: number) => void;
type When = (person: Person) => number;

function placesOverstepped(given: Case, side: Side, gone: readonly Person[], when: When, say: Say): void {
  const own = gone.filter(({ to }) => to === side);
  const byTranche = Map.groupBy(own, when);
  const terms = given.sides[side];
  const bus = new Map(terms.sites.map((site) => [site.code, site.bus ?? Number.POSITIVE_INFINITY]));
  terms.places.forEach((places, index) => {
    const tranche = index + 1;
    const here = byTranche.get(tranche) ?? [];
    for (const mode of ["seat", "stretcher", "icu"] as const)
      say(
        "places",
        `${tranche}/${side}/${mode}`,
        here.filter((one) => one.mode === mode).length,
        places[mode],
      );
    const bySite = new Map<string, number>();
    for (const { site } of here) if (site !== undefined) bySite.set(site, (bySite.get(site) ?? 0) + 1);
    for (const [site, n] of bySite) say("bus", `${tranche}/${side}/${site}`, n, bus.get(site) ?? 0);
    say("pickups", `${tranche}/${side}`, bySite.size, places.pickups ?? Number.POSITIVE_INFINITY);
  });
  const dates = given.tranches.map(({ date }) => Date.parse(date) / 86_400_000);
  for (const ward of terms.wards ?? [])
    dates.forEach((today, index) => {
      const inBeds = own.filter((person) => {
        const came = dates[when(person) - 1] ?? Number.POSITIVE_INFINITY;
        return ward.modes.includes(person.mode) && came <= today && today - came < ward.stayDays;
      });
      say("beds", `${index + 1}/${side}/${ward.code}`, inBeds.length, ward.beds);
    });
}

/** Whether a person counts for parity and alternation: not in the medical lane, nor of a category without numbers. */
export function counts(given: Case, { lane, categories = [] }: Person): boolean {
  const numberless = given.categories.filter(
    ({ parity }) => parity.kind === "coverage" || parity.kind === "none",
  );
  return !lane && !numberless.some(({ code }) => categories.includes(code));
}

function parityOverstepped(given: Case, gone: readonly Person[], when: When, say: Say): void {
  const counted = gone.filter((person) => counts(given, person));
  const number = (side: Side, of: readonly Person[]) => of.filter(({ to }) => to === side).length;
  const apart = (of: readonly Person[]) => Math.abs(number("a", of) - number("b", of));
  for (const side of ["a", "b"] satisfies Side[])
    say("limit", side, number(side, counted), given.total.limit ?? Number.POSITIVE_INFINITY);
  say("parity", "total", apart(counted), given.total.delta ?? Number.POSITIVE_INFINITY);
  const byTranche = Map.groupBy(counted, when);
  let lead = 0;
  given.tranches.forEach((_, index) => {
    for (const { to } of byTranche.get(index + 1) ?? []) lead += to === "a" ? 1 : -1;
    say("alternation", `${index + 1}`, Math.abs(lead), given.alternation ?? Number.POSITIVE_INFINITY);
  });
  for (const { code, parity } of given.categories) {
    const own = counted.filter(({ categories }) => categories?.includes(code));
    const [a, b] = [number("a", own), number("b", own)];
    if (parity.kind === "number") say("category", code, Math.abs(a - b), parity.delta);
    // n_a : n_b = a : b
    if (parity.kind === "ratio") say("category", code, Math.abs(a * parity.b - b * parity.a), parity.delta);
  }
  for (const { from, delta } of given.ladder?.thresholds ?? [])
    say("ladder", `from ${from}`, apart(counted.filter(({ rank = 0 }) => rank >= from)), delta);
  const points = given.ladder?.points;
  if (!points) return;
  const sum = counted.reduce(
    (all, { to, rank = 0 }) => all + (to === "a" ? 1 : -1) * (points.values[rank] ?? 0),
    0,
  );
  say("ladder", "points", Math.abs(sum), points.delta);
}
