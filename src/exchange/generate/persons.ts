import type { Random } from "#base";
import { type BarReason, barReasons, type Mode, type Person, type Side, type Site } from "../case/case.ts";

/** Shares, 0..1, by which persons are drawn. */
export type Draw = {
  readonly groups: number;
  readonly medicalShare: number;
  /** Of the medical. */
  readonly stretcherShare: number;
  readonly icuShare: number;
  readonly laneShare: number;
  readonly laterShare: number;
  readonly barredShare: number;
  readonly tranches: number;
  readonly categories: readonly { readonly code: string; readonly share: number }[];
  readonly ranks: number;
};

type Pools = { readonly [S in Side]: readonly [count: number, sites: readonly Site[]] };

/** Persons of both sides in mixed order, with codes that tell nothing of the side. */
export function drawPersons(random: Random, draw: Draw, pools: Pools): readonly Person[] {
  const persons: Person[] = [];
  const codes = drawCodes(random, pools.a[0] + pools.b[0]);
  for (const to of ["a", "b"] satisfies Side[]) {
    const [count, sites] = pools[to];
    const siteOf = drawerOf(random, sites);
    for (let i = 0; i < count; i++)
      persons.push(drawPerson(random, draw, to, codes[persons.length] ?? "", siteOf()));
  }
  return shuffled(random, persons);
}

function drawPerson(random: Random, draw: Draw, to: Side, code: string, site: string | undefined): Person {
  const medical = random.next() < draw.medicalShare;
  const mode: Mode = !medical
    ? "seat"
    : random.next() < draw.icuShare
      ? "icu"
      : random.next() < draw.stretcherShare
        ? "stretcher"
        : "seat";
  const categories = draw.categories.filter(({ share }) => random.next() < share).map((one) => one.code);
  const later =
    random.next() < draw.laterShare ? 2 + random.below(Math.max(1, draw.tranches >> 1)) : undefined;
  const barred: BarReason | undefined =
    random.next() < draw.barredShare ? random.pick(barReasons) : undefined;
  const medicalClass = mode === "icu" ? "m1" : random.pick(["m1", "m2", "m2", "m3", "m3", "m4", "m4", "m4"]);
  const lane = medical && random.next() < draw.laneShare;
  return {
    code,
    to,
    ...(site === undefined ? {} : { site }),
    mode,
    ...(medical ? { medical: medicalClass } : {}),
    ...(lane ? { lane } : {}),
    rank: Math.floor(draw.ranks * random.next() ** 3),
    captivityDays: 30 + Math.floor(1400 * random.next() ** 1.5),
    ...(later === undefined ? {} : { ready: later }),
    ...(barred === undefined ? {} : { barred }),
    group: `g${1 + Math.floor(draw.groups * random.next() ** 1.4)}`,
    ...(categories.length > 0 ? { categories } : {}),
  };
}

function drawCodes(random: Random, count: number): readonly string[] {
  const codes = new Set<string>();
  while (codes.size < count)
    codes.add(
      `P${random
        .below(2 ** 31)
        .toString(36)
        .padStart(6, "0")}`,
    );
  return [...codes];
}

// Sites are of uneven size: the n-th has a weight of 1/(n + 5).
function drawerOf(random: Random, sites: readonly Site[]): () => string | undefined {
  const sums: number[] = [];
  for (let n = 0; n < sites.length; n++) sums.push((sums[n - 1] ?? 0) + 1 / (n + 5));
  const all = sums.at(-1) ?? 0;
  return () => {
    const at = random.next() * all;
    return sites[sums.findIndex((sum) => at < sum)]?.code ?? sites.at(-1)?.code;
  };
}

function shuffled<T>(random: Random, items: readonly T[]): readonly T[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const [one, other] = [mixed[i] as T, mixed[j] as T]; // both are within the list
    mixed[i] = other;
    mixed[j] = one;
  }
  return mixed;
}
