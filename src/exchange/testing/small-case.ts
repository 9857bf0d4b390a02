import { seededRandom } from "#base";
import {
  barReasons,
  type Case,
  type Mode,
  type Pair,
  type Parity,
  type Person,
  type Side,
} from "../case/case.ts";
import { dateOf, dayOf } from "../case/days.ts";

/** A random case of a few persons in which every kind of limit can bind; persons invented. */
export function smallCase(seed: number, most = 8): Case {
  const random = seededRandom(seed);
  const chance = (share: number) => random.next() < share;
  const upTo = (n: number) => random.below(n + 1);
  const count = 3 + random.below(most - 2);
  const T = 1 + random.below(3);
  const start = "2026-05-01";
  let day = (dayOf(start) ?? 0) + upTo(2);
  const tranches = Array.from({ length: T }, () => {
    const date = dateOf(day);
    day += 1 + upTo(6);
    return { date };
  });
  const parities: Parity[] = [
    { kind: "number", delta: upTo(1) },
    { kind: "ratio", a: 2, b: 1, delta: 2 },
    { kind: "coverage" },
    { kind: "none" },
  ];
  const categories = ["c1", "c2"].slice(0, upTo(2)).map((code) => ({ code, parity: random.pick(parities) }));
  const medical = ["m1", "m2"].map((code) => {
    const first = upTo(5);
    const middle = first + upTo(40);
    const last = middle + upTo(40);
    return {
      code,
      harm: [
        [0, first],
        [3 + upTo(4), middle],
        [14, last],
      ] as const,
      never: last + upTo(30),
    };
  });
  const sites = ["s1", "s2", "s3"].slice(0, upTo(3));
  const terms = () => ({
    sites: sites.map((code) => (chance(0.5) ? { code, bus: 1 + upTo(3) } : { code })),
    places: Array.from({ length: T }, () => ({
      seat: upTo(3),
      stretcher: upTo(2),
      icu: upTo(1),
      ...(chance(0.6) ? { pickups: 1 + upTo(1) } : {}),
    })),
    ...(chance(0.3)
      ? {
          wards: [
            { code: "w1", modes: ["stretcher", "icu"] as const, beds: 1 + upTo(1), stayDays: 1 + upTo(8) },
          ],
        }
      : {}),
  });
  const persons = Array.from({ length: count }, (_, n): Person => {
    const sick = chance(0.5);
    const mode: Mode = sick ? random.pick(["seat", "stretcher", "icu"]) : "seat";
    const own = categories.filter(() => chance(0.5)).map(({ code }) => code);
    return {
      code: `P${n}x${random.below(1000)}`,
      to: random.pick<Side>(["a", "b"]),
      ...(sites.length > 0 && chance(0.8) ? { site: random.pick(sites) } : {}),
      mode,
      ...(sick ? { medical: random.pick(["m1", "m2"]) } : {}),
      ...(sick && chance(0.3) ? { lane: true } : {}),
      rank: upTo(2),
      captivityDays: 10 * (1 + upTo(4)),
      ...(chance(0.2) ? { ready: 1 + upTo(T) } : {}),
      ...(chance(0.08) ? { barred: random.pick(barReasons) } : {}),
      ...(chance(0.8) ? { group: random.pick(["g1", "g2"]) } : {}),
      ...(own.length > 0 ? { categories: own } : {}),
    };
  });
  return {
    format: "parley-exchange-case/1",
    start,
    tranches,
    total: { ...(chance(0.3) ? { limit: 1 + upTo(3) } : {}), ...(chance(0.7) ? { delta: upTo(2) } : {}) },
    ...(chance(0.6) ? { alternation: 1 + upTo(1) } : {}),
    categories,
    ...(chance(0.15) ? { ladder: { thresholds: [{ from: 1, delta: 1 }] } } : {}),
    ...(chance(0.1) ? { ladder: { points: { values: [1, 2, 3], delta: 1 } } } : {}),
    medical,
    sides: { a: terms(), b: terms() },
    persons,
    ...(chance(0.3) ? { pairs: [pairOf(persons, random)] } : {}),
    ...(chance(0.2)
      ? { locks: [{ person: random.pick(persons).code, tranche: chance(0.3) ? null : 1 + random.below(T) }] }
      : {}),
  };
}

/** A case of 27 to 70 persons, too many to be gone through, with places for some and numbers that bind. */
export function middlingCase(seed: number): Case {
  let at = seed;
  let given = smallCase(at, 70);
  while (given.persons.length < 27) given = smallCase(++at + 1_000_000, 70);
  const more = (places: Case["sides"]["a"]["places"]) =>
    places.map((day) => ({
      ...day,
      seat: day.seat * (1 + (seed % 9)),
      stretcher: day.stretcher * (1 + (seed % 4)),
    }));
  const { a, b } = given.sides;
  return { ...given, sides: { a: { ...a, places: more(a.places) }, b: { ...b, places: more(b.places) } } };
}

/** A small case without locks: it has a plan, be it that nobody goes. */
export function freeCase(seed: number, most = 8): Case {
  const { locks: _, ...given } = smallCase(seed, most);
  return given;
}

function pairOf(persons: readonly Person[], random: ReturnType<typeof seededRandom>): Pair {
  const one = random.below(persons.length);
  const other = (one + 1 + random.below(persons.length - 1)) % persons.length;
  const [first, second] = [persons[one], persons[other]];
  const codes = [first?.code ?? "", second?.code ?? ""] as const;
  if (first?.to !== second?.to) return { kind: "swap", persons: codes };
  return { kind: random.pick(["together", "apart"] as const), persons: codes };
}

/** The same case with the sides in each other's place. */
export function swapped(given: Case): Case {
  return {
    ...given,
    sides: { a: given.sides.b, b: given.sides.a },
    categories: given.categories.map((one) =>
      one.parity.kind === "ratio"
        ? { ...one, parity: { ...one.parity, a: one.parity.b, b: one.parity.a } }
        : one,
    ),
    persons: given.persons.map((person) => ({ ...person, to: person.to === "a" ? "b" : "a" })),
  };
}
