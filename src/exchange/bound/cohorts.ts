import type { Model } from "../search/model.ts";

/**
 * Persons of one side who are alike in all that a level, places and sites depend on. `worth[c * T + t]` is what returning
 * one of them in tranche t rather than never is worth to the level; minus infinity where that cannot be.
 */
export type Cohorts = {
  readonly side: number;
  readonly count: number;
  readonly size: Int32Array;
  readonly mode: Uint8Array;
  /** Number among this side's sites with such persons; -1 for persons of no site. */
  readonly site: Int32Array;
  readonly worth: Float64Array;
  /** Cohorts of each site, and last of no site. */
  readonly ofSite: readonly Int32Array[];
  readonly bus: Int32Array;
  readonly siteOf: Int32Array;
  readonly members: readonly (readonly number[])[];
  readonly key: readonly string[];
  /** Whether all of a cohort are agreed to be returned. */
  readonly cover: Uint8Array;
  /** Which of `pools` a cohort is of: what it weighs in every comparison of numbers, by one person who weighs as much. */
  readonly pool: Int32Array;
  readonly pools: Int32Array;
};

/** Levels that are bounded by prices. */
export type PricedLevel = "harm" | "coverage" | "returned" | "captivity";

export type CohortOptions = {
  /** Leaves some out. */
  readonly takes?: (i: number) => boolean;
  /** What returning one more of those agreed in full is worth beside. */
  readonly bonus?: number;
  /** Tells apart what persons weigh in comparisons of numbers, and takes in all who weigh anything. */
  readonly numbers?: boolean;
  /** Tells apart captivity by so many days; the longest of a cohort stands for all. */
  readonly band?: number;
};

/** Groups a side's persons who matter to a level. Members by captivity, longest first. */
export function cohortsOf(
  model: Model,
  s: number,
  level: PricedLevel = "harm",
  { takes = () => true, bonus = 0, numbers = false, band }: CohortOptions = {},
): Cohorts {
  const { T, N, side, ready, mode, site, captivity, bus, cover, counted } = model;
  const matters = (i: number) =>
    mattersTo(model, level, i) || (numbers && (counted[i] === 1 || cover[i] === 1));
  const known = new Map<string, number>();
  const members: number[][] = [];
  for (let i = 0; i < N; i++) {
    if (side[i] !== s || !matters(i) || (ready[i] ?? T) >= T || !takes(i)) continue;
    const key = cohortKey(model, i, numbers, band);
    const c = known.get(key) ?? members.length;
    known.set(key, c);
    const list = members[c] ?? [];
    list.push(i);
    members[c] = list;
  }
  for (const list of members) list.sort((i, j) => (captivity[j] ?? 0) - (captivity[i] ?? 0));
  const first = members.map((list) => list[0] ?? 0);
  const worth = worthOf(model, level, first);
  if (bonus > 0)
    first.forEach((i, c) => {
      if (cover[i]) for (let t = 0; t < T; t++) worth[c * T + t] = (worth[c * T + t] ?? 0) + bonus;
    });
  const sites = [...new Set(first.flatMap((i) => ((site[i] ?? -1) >= 0 ? [site[i] ?? 0] : [])))].sort(
    (f, g) => f - g,
  );
  const local = new Map(sites.map((f, n) => [f, n]));
  const siteOfCohort = Int32Array.from(first, (i) => local.get(site[i] ?? -1) ?? -1);
  const bySite: number[][] = Array.from({ length: sites.length + 1 }, () => []);
  siteOfCohort.forEach((f, c) => {
    bySite[f === -1 ? sites.length : f]?.push(c);
  });
  const pools = new Map<string, number>();
  const pool = Int32Array.from(first, (i) => {
    const weighs = numbers ? numbersKey(model, i) : "";
    const p = pools.get(weighs) ?? pools.size;
    pools.set(weighs, p);
    return p;
  });
  return {
    side: s,
    count: members.length,
    size: Int32Array.from(members, (list) => list.length),
    mode: Uint8Array.from(first, (i) => mode[i] ?? 0),
    site: siteOfCohort,
    worth,
    ofSite: bySite.map((list) => Int32Array.from(list)),
    bus: Int32Array.from(sites, (f) => bus[f] ?? 0),
    siteOf: Int32Array.from(sites),
    members,
    key: [...known.keys()],
    cover: Uint8Array.from(first, (i) => cover[i] ?? 0),
    pool,
    pools: Int32Array.from({ length: pools.size }, (_, p) => first[pool.indexOf(p)] ?? 0),
  };
}

/** What returning each of these persons, tranche by tranche, is worth to a level; minus infinity where he cannot go. */
export function worthOf(model: Model, level: PricedLevel, persons: readonly number[]): Float64Array {
  const { T, medical, harm, ready, fixed, captivity, cover } = model;
  const worth = new Float64Array(persons.length * T);
  persons.forEach((i, c) => {
    const at = (medical[i] ?? 0) * (T + 1);
    const same = level === "returned" ? 1 : level === "captivity" ? (captivity[i] ?? 0) : (cover[i] ?? 0);
    for (let t = 0; t < T; t++) {
      const can = t >= (ready[i] ?? T) && (fixed[i] === -1 || fixed[i] === t);
      const spared = (medical[i] ?? -1) < 0 ? 0 : (harm[at + T] ?? 0) - (harm[at + t] ?? 0);
      worth[c * T + t] = can ? (level === "harm" ? spared : same) : Number.NEGATIVE_INFINITY;
    }
  });
  return worth;
}

function mattersTo({ medical, cover }: Model, level: PricedLevel, i: number): boolean {
  if (level === "harm") return (medical[i] ?? -1) >= 0;
  return level === "coverage" ? cover[i] === 1 : true;
}

/** What a certificate calls a cohort by; the checker builds the same text from the case. */
function cohortKey(model: Model, i: number, numbers: boolean, band: number | undefined): string {
  const { T, fixed, cover } = model;
  const { site = "", mode, medical = "", ready = 1, captivityDays } = personOf(model, i);
  const lock = fixed[i] ?? -1;
  const locked = lock === -1 ? "" : lock === T ? "0" : String(lock + 1);
  const key = [site, mode, medical, cover[i] ? "all" : "", ready, locked];
  if (numbers) key.push(numbersKey(model, i));
  if (band !== undefined) key.push(Math.ceil(captivityDays / band));
  return key.join("|");
}

function numbersKey(model: Model, i: number): string {
  if (!model.counted[i]) return "";
  const { categories = [], rank = 0 } = personOf(model, i);
  return ["counted", model.given.ladder ? rank : "", ...categories.toSorted()].join("+");
}

function personOf({ persons }: Model, i: number) {
  const person = persons[i];
  if (!person) throw new Error(`The model has no person ${i}.`);
  return person;
}
