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
};

/** Levels that are bounded by prices: harm averted, covered persons, persons returned. */
export type PricedLevel = "harm" | "coverage" | "returned";

/**
 * Groups a side's persons who matter to a level; `takes` leaves some out. Members by captivity, longest first. `bonus` is
 * what returning one more of those agreed in full is worth beside.
 */
export function cohortsOf(
  model: Model,
  s: number,
  level: PricedLevel = "harm",
  takes: (i: number) => boolean = () => true,
  bonus = 0,
): Cohorts {
  const { T, N, side, medical, harm, ready, mode, site, fixed, captivity, bus, cover, counted } = model;
  const matters = (i: number) =>
    level === "harm" ? (medical[i] ?? -1) >= 0 : level === "coverage" ? cover[i] === 1 : counted[i] === 1;
  const numbers = new Map<string, number>();
  const members: number[][] = [];
  for (let i = 0; i < N; i++) {
    if (side[i] !== s || !matters(i) || (ready[i] ?? T) >= T || !takes(i)) continue;
    const key = cohortKey(model, i, level);
    const c = numbers.get(key) ?? members.length;
    numbers.set(key, c);
    const list = members[c] ?? [];
    list.push(i);
    members[c] = list;
  }
  for (const list of members) list.sort((i, j) => (captivity[j] ?? 0) - (captivity[i] ?? 0));
  const first = members.map((list) => list[0] ?? 0);
  const worth = new Float64Array(members.length * T);
  first.forEach((i, c) => {
    const at = (medical[i] ?? 0) * (T + 1);
    for (let t = 0; t < T; t++) {
      const can = t >= (ready[i] ?? T) && (fixed[i] === -1 || fixed[i] === t);
      const own = level === "harm" ? (harm[at + T] ?? 0) - (harm[at + t] ?? 0) : 1;
      worth[c * T + t] = can ? own + (cover[i] ? bonus : 0) : Number.NEGATIVE_INFINITY;
    }
  });
  const sites = [...new Set(first.flatMap((i) => ((site[i] ?? -1) >= 0 ? [site[i] ?? 0] : [])))].sort(
    (f, g) => f - g,
  );
  const local = new Map(sites.map((f, n) => [f, n]));
  const siteOfCohort = Int32Array.from(first, (i) => local.get(site[i] ?? -1) ?? -1);
  const ofSite = [...sites, -1].map((f) =>
    Int32Array.from(first.flatMap((i, c) => ((site[i] ?? -1) === f ? [c] : []))),
  );
  return {
    side: s,
    count: members.length,
    size: Int32Array.from(members, (list) => list.length),
    mode: Uint8Array.from(first, (i) => mode[i] ?? 0),
    site: siteOfCohort,
    worth,
    ofSite,
    bus: Int32Array.from(sites, (f) => bus[f] ?? 0),
    siteOf: Int32Array.from(sites),
    members,
    key: [...numbers.keys()],
    cover: Uint8Array.from(first, (i) => cover[i] ?? 0),
  };
}

/** What a certificate calls a cohort by; the checker builds the same text from the case. */
function cohortKey({ persons, T, fixed, cover }: Model, i: number, level: PricedLevel): string {
  const person = persons[i];
  if (!person) throw new Error(`The model has no person ${i}.`);
  const lock = fixed[i] ?? -1;
  const locked = lock === -1 ? "" : lock === T ? "0" : String(lock + 1);
  const harmed = level === "harm" ? [person.medical ?? "", cover[i] ? "all" : ""] : ["", ""];
  return [person.site ?? "", person.mode, ...harmed, person.ready ?? 1, locked].join("|");
}
