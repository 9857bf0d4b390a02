import { type Case, modes, type Person, type Side } from "../case/case.ts";

/**
 * Prices that prove a bound of one side. `persons` by "site|mode|class|all|first tranche|lock" (class and "all", for those
 * agreed in full, at the level of harm alone), `places` by tranche and mode, `beds` by ward and tranche. With `all` it is a
 * bound for plans that return everybody of whom that is agreed; only their price can then be less than nil.
 */
export type Certificate = {
  readonly level: "harm" | "coverage" | "returned";
  readonly side: Side;
  readonly all: boolean;
  readonly persons: Readonly<Record<string, number>>;
  readonly places: readonly (readonly number[])[];
  readonly beds: Readonly<Record<string, readonly number[]>>;
};

/**
 * What a side's plans can be worth at most, by weak duality: for such prices, no plan is worth more than all that
 * is priced, at its price, and for each tranche the best that the pick-ups could bring beyond the prices. Counted person by
 * person from the case, without the search's code. Harm is counted as harm averted, coverage and numbers in persons.
 */
export function certifiedBound(given: Case, certificate: Certificate): number {
  const { level, side, places, beds } = certificate;
  const free = (key: string) => certificate.all && level === "harm" && key.split("|")[3] === "all";
  const bounding = Object.entries(certificate.persons).flatMap(([key, price]) => (free(key) ? [] : [price]));
  const nilOrMore = [...bounding, ...places.flat(), ...Object.values(beds).flat()];
  if (nilOrMore.some((price) => !(price >= 0))) return Number.POSITIVE_INFINITY;
  const terms = given.sides[side];
  const count = given.tranches.length;
  const locks = new Map((given.locks ?? []).map(({ person, tranche }) => [person, tranche]));
  const worthOf = worths(given, level);
  const concerned = given.persons.filter(
    (person) =>
      person.to === side && !person.barred && (person.ready ?? 1) <= count && matters(given, level, person),
  );
  const priceOf = (person: Person) => {
    const lock = locks.get(person.code);
    const locked = lock === undefined ? "" : String(lock ?? 0);
    const harmed =
      level === "harm" ? [person.medical ?? "", isOf(given, person, "coverage") ? "all" : ""] : ["", ""];
    const key = [person.site ?? "", person.mode, ...harmed, person.ready ?? 1, locked].join("|");
    return certificate.persons[key] ?? Number.POSITIVE_INFINITY;
  };
  let bound = concerned.reduce((sum, person) => sum + priceOf(person), 0);
  terms.places.forEach((day, t) => {
    for (const [m, mode] of modes.entries()) bound += day[mode] * (places[t]?.[m] ?? 0);
    for (const ward of terms.wards ?? []) bound += ward.beds * (beds[ward.code]?.[t] ?? 0);
  });
  const dates = given.tranches.map(({ date }) => Date.parse(date) / 86_400_000);
  const seats = new Map(terms.sites.map(({ code, bus }) => [code, bus ?? Number.POSITIVE_INFINITY]));
  terms.places.forEach((day, t) => {
    const toll = modes.map((mode, m) => {
      let price = places[t]?.[m] ?? 0;
      for (const ward of terms.wards ?? [])
        if (ward.modes.includes(mode))
          dates.forEach((date, later) => {
            if (later >= t && date - (dates[t] ?? 0) < ward.stayDays) price += beds[ward.code]?.[later] ?? 0;
          });
      return price;
    });
    const bySite = new Map<string | undefined, number[]>();
    for (const person of concerned) {
      const lock = locks.get(person.code);
      if (t + 1 < (person.ready ?? 1) || (lock !== undefined && lock !== t + 1)) continue;
      const gain = worthOf(person, t) - priceOf(person) - (toll[modes.indexOf(person.mode)] ?? 0);
      if (gain > 0) bySite.set(person.site, [...(bySite.get(person.site) ?? []), gain]);
    }
    const ofSites: number[] = [];
    for (const [site, gains] of bySite) {
      const most = site === undefined ? gains.length : (seats.get(site) ?? 0);
      const sum = gains
        .toSorted((x, y) => y - x)
        .slice(0, most)
        .reduce((all, gain) => all + gain, 0);
      if (site === undefined) bound += sum;
      else ofSites.push(sum);
    }
    const pickups = day.pickups ?? ofSites.length;
    for (const sum of ofSites.toSorted((x, y) => y - x).slice(0, pickups)) bound += sum;
  });
  return Math.floor(bound);
}

function isOf(given: Case, { categories = [] }: Person, kind: string): boolean {
  return given.categories.some((one) => one.parity.kind === kind && categories.includes(one.code));
}

function matters(given: Case, level: Certificate["level"], person: Person): boolean {
  if (level === "harm") return person.medical !== undefined;
  if (level === "coverage") return isOf(given, person, "coverage");
  return !person.lane && !isOf(given, person, "coverage") && !isOf(given, person, "none");
}

function worths(given: Case, level: Certificate["level"]): (person: Person, t: number) => number {
  if (level !== "harm") return () => 1;
  const start = Date.parse(given.start);
  const days = given.tranches.map(({ date }) => Math.round((Date.parse(date) - start) / 86_400_000));
  const averted = new Map(
    given.medical.map(({ code, harm, never }) => [
      code,
      days.map((day) => {
        const [before, after] = [harm.findLast(([at]) => at <= day), harm.find(([at]) => at > day)];
        if (!before) return never - (after?.[1] ?? 0);
        if (!after) return never - before[1];
        const slope = (after[1] - before[1]) * (day - before[0]);
        return never - before[1] - Math.floor(slope / (after[0] - before[0]));
      }),
    ]),
  );
  return ({ medical = "" }, t) => averted.get(medical)?.[t] ?? 0;
}
