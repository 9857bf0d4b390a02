import { type Case, modes, type Person, type Side } from "../case/case.ts";
import { counts } from "./limits.ts";

/** Prices of one side: places by tranche and mode, beds by ward and tranche, counted persons against the agreed limit. */
export type SidePrices = {
  /** By "site|mode|class|all|first tranche|lock", and further "|numbers|days of captivity"; nil where it is not there. */
  readonly persons: Readonly<Record<string, number>>;
  readonly places: readonly (readonly number[])[];
  readonly beds: Readonly<Record<string, readonly number[]>>;
  readonly limit: number;
};

/** Prices of what compares the sides, of any sign: above nil where persons of side A pay, below where those of side B do. */
type NumberPrices = {
  readonly total: number;
  /** The lead after each tranche. */
  readonly lead: readonly number[];
  readonly categories: Readonly<Record<string, number>>;
  readonly thresholds: readonly number[];
  readonly points: number;
};

/**
 * Prices that prove a bound of a level for plans that are worth at least so much to the levels `held`, each at its price.
 * Where all who are agreed in full are returned, their price can be less than nil. `band` is by how many days captivity
 * is told apart in the names of persons.
 */
export type Certificate = {
  readonly level: PricedLevel;
  readonly held: readonly { readonly level: PricedLevel; readonly least: number; readonly price: number }[];
  readonly sides: Readonly<Record<Side, SidePrices>>;
  readonly numbers: NumberPrices;
  readonly band?: number;
};

type PricedLevel = "harm" | "coverage" | "returned" | "captivity";

/**
 * What plans can be worth at most, by weak duality: for such prices, no plan is worth more than all that is priced, at its
 * price, and for each tranche the best that the pick-ups could bring beyond the prices. Counted person by person from
 * the case, without the search's code. Harm is counted as harm averted, coverage and numbers in persons, captivity in days.
 */
export function certifiedBound(given: Case, certificate: Certificate): number {
  const { held, numbers } = certificate;
  const covered = held.find(({ level }) => level === "coverage")?.least ?? 0;
  const all = covered >= ableOf(given).filter((person) => isOf(given, person, "coverage")).length;
  const nilOrMore = [
    ...held.map(({ price }) => price),
    ...Object.values(certificate.sides).flatMap(({ places, beds, limit }) => [
      ...places.flat(),
      ...Object.values(beds).flat(),
      limit,
    ]),
  ];
  if (nilOrMore.some((price) => !(price >= 0))) return Number.POSITIVE_INFINITY;
  let bound = costOfNumbers(given, numbers);
  for (const { least, price } of held) bound -= price * least;
  const locks = new Map((given.locks ?? []).map(({ person, tranche }) => [person, tranche]));
  const worths = worthsOf(given, certificate);
  const weights = weightsOf(given, numbers);
  for (const side of ["a", "b"] satisfies Side[]) {
    const { persons, limit } = certificate.sides[side];
    const priced = ableOf(given).flatMap((person): Priced[] => {
      if (person.to !== side) return [];
      const price = priceOf(given, certificate, persons, person, locks.get(person.code));
      const isFree = all && isOf(given, person, "coverage");
      const own = worths(person);
      const weighs = weights(person);
      const counted = counts(given, person) ? limit : 0;
      if (!(price >= 0 || isFree)) return [{ person, price: Number.POSITIVE_INFINITY, gain: [] }];
      return [{ person, price, gain: own.map((worth, t) => worth - price - counted - (weighs[t] ?? 0)) }];
    });
    bound += sideBound(given, certificate, side, priced, locks);
  }
  // sums of larger parts could be rounded, and prove nothing
  const isExact = largestOf(certificate) * (given.persons.length + 1) < 2 ** 43;
  return isExact ? Math.floor(bound) : Number.POSITIVE_INFINITY;
}

// The largest price, of levels held with all that they are worth.
function largestOf({ held, sides, numbers }: Certificate): number {
  return [
    ...held.map(({ least, price }) => least * price),
    ...Object.values(sides).flatMap(({ persons, places, beds, limit }) => [
      ...Object.values(persons),
      ...places.flat(),
      ...Object.values(beds).flat(),
      limit,
    ]),
    numbers.total,
    ...numbers.lead,
    ...Object.values(numbers.categories),
    ...numbers.thresholds,
    numbers.points,
  ].reduce((most, price) => Math.max(most, Math.abs(price)), 0);
}

/** A person at his price, and what he brings beyond it in each tranche before places and beds are paid. */
type Priced = { readonly person: Person; readonly price: number; readonly gain: readonly number[] };

type Locks = ReadonlyMap<string, number | null>;

function ableOf({ persons, tranches }: Case): readonly Person[] {
  return persons.filter(({ barred, ready = 1 }) => !barred && ready <= tranches.length);
}

function sideBound(
  given: Case,
  certificate: Certificate,
  side: Side,
  priced: readonly Priced[],
  locks: Locks,
): number {
  const { places, beds, limit } = certificate.sides[side];
  const terms = given.sides[side];
  let bound = priced.reduce((sum, { price }) => sum + price, 0);
  if (limit > 0) bound += limit * (given.total.limit ?? Number.POSITIVE_INFINITY);
  const dates = given.tranches.map(({ date }) => Date.parse(date) / 86_400_000);
  const seats = new Map(terms.sites.map(({ code, bus }) => [code, bus ?? Number.POSITIVE_INFINITY]));
  terms.places.forEach((day, t) => {
    for (const [m, mode] of modes.entries()) bound += day[mode] * (places[t]?.[m] ?? 0);
    for (const ward of terms.wards ?? []) bound += ward.beds * (beds[ward.code]?.[t] ?? 0);
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
    for (const { person, gain } of priced) {
      const lock = locks.get(person.code);
      if (t + 1 < (person.ready ?? 1) || (lock !== undefined && lock !== t + 1)) continue;
      const beyond = (gain[t] ?? 0) - (toll[modes.indexOf(person.mode)] ?? 0);
      if (beyond <= 0) continue;
      const gains = bySite.get(person.site) ?? [];
      gains.push(beyond);
      bySite.set(person.site, gains);
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
  return bound;
}

// What is priced for comparing the sides: as far as they may be apart, at its price.
function costOfNumbers(
  { total, alternation, categories, ladder, tranches }: Case,
  numbers: NumberPrices,
): number {
  let cost = 0;
  const pay = (price: number | undefined, most: number | undefined) => {
    if (price) cost += Math.abs(price) * (most ?? Number.POSITIVE_INFINITY);
  };
  pay(numbers.total, total.delta);
  tranches.forEach((_, t) => {
    pay(numbers.lead[t], alternation);
  });
  for (const { code, parity } of categories)
    pay(numbers.categories[code], "delta" in parity ? parity.delta : undefined);
  ladder?.thresholds?.forEach(({ delta }, n) => {
    pay(numbers.thresholds[n], delta);
  });
  pay(numbers.points, ladder?.points?.delta);
  return cost;
}

// What a person pays in each tranche for what he weighs in comparisons of the sides.
function weightsOf(given: Case, numbers: NumberPrices): (person: Person) => readonly number[] {
  const { categories, ladder, tranches } = given;
  const later = tranches.map((_, t) => numbers.lead.slice(t).reduce((sum, price) => sum + price, 0));
  const nothing = tranches.map(() => 0);
  return (person) => {
    if (!counts(given, person)) return nothing;
    const to = person.to === "a" ? 1 : -1;
    const { rank = 0 } = person;
    let same = to * numbers.total;
    for (const { code, parity } of categories) {
      if (!person.categories?.includes(code)) continue;
      if (parity.kind === "number") same += to * (numbers.categories[code] ?? 0);
      // n_a : n_b = a : b
      if (parity.kind === "ratio")
        same += to * (person.to === "a" ? parity.b : parity.a) * (numbers.categories[code] ?? 0);
    }
    ladder?.thresholds?.forEach(({ from }, n) => {
      if (rank >= from) same += to * (numbers.thresholds[n] ?? 0);
    });
    same += to * (ladder?.points?.values[rank] ?? 0) * numbers.points;
    return later.map((lead) => same + to * lead);
  };
}

function priceOf(
  given: Case,
  { band }: Certificate,
  prices: SidePrices["persons"],
  person: Person,
  lock: number | null | undefined,
): number {
  const locked = lock === undefined ? "" : String(lock ?? 0);
  const all = isOf(given, person, "coverage") ? "all" : "";
  const key = [person.site ?? "", person.mode, person.medical ?? "", all, person.ready ?? 1, locked].join(
    "|",
  );
  const rank = given.ladder ? (person.rank ?? 0) : "";
  const numbers = counts(given, person)
    ? ["counted", rank, ...(person.categories ?? []).toSorted()].join("+")
    : "";
  const finer = `${key}|${numbers}`;
  const finest = band === undefined ? finer : `${finer}|${Math.ceil(person.captivityDays / band)}`;
  return prices[finest] ?? prices[key] ?? 0;
}

function isOf(given: Case, { categories = [] }: Person, kind: string): boolean {
  return given.categories.some((one) => one.parity.kind === kind && categories.includes(one.code));
}

// What returning a person in each tranche is worth to the level, with what it is worth to the levels held, at their prices.
function worthsOf(given: Case, { level, held }: Certificate): (person: Person) => readonly number[] {
  const averted = avertedByClass(given);
  const nothing = given.tranches.map(() => 0);
  const worth = (of: PricedLevel, person: Person): readonly number[] => {
    if (of === "harm") return averted.get(person.medical ?? "") ?? nothing;
    const same =
      of === "captivity"
        ? person.captivityDays
        : of === "returned" || isOf(given, person, "coverage")
          ? 1
          : 0;
    return nothing.map(() => same);
  };
  return (person) => {
    const own = [...worth(level, person)];
    for (const one of held)
      worth(one.level, person).forEach((more, t) => {
        own[t] = (own[t] ?? 0) + one.price * more;
      });
    return own;
  };
}

function avertedByClass(given: Case): ReadonlyMap<string, readonly number[]> {
  const start = Date.parse(given.start);
  const days = given.tranches.map(({ date }) => Math.round((Date.parse(date) - start) / 86_400_000));
  return new Map(
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
}
