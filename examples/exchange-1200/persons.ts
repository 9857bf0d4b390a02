import { type Random, seededRandom } from "#base";
import type { Side } from "#record";
import { givenNames, ranks, type Spelt, surnames, villages } from "./names.ts";

/** A person who never was: what is true of him, whatever the lists say. */
export type Invented = {
  /** From 1, over both sides. */
  readonly number: number;
  /** The side to which he is to return. */
  readonly returnsTo: Side;
  readonly surname: Spelt;
  readonly given: Spelt;
  readonly patronymic: Spelt;
  /** YYYY-MM-DD */
  readonly born: string;
  readonly rank: Spelt;
  readonly unit: string;
  readonly serviceNumber: string;
  readonly place: Spelt;
  /** The day on which he was last seen by his own, and taken. YYYY-MM-DD */
  readonly lost: string;
  readonly isWounded: boolean;
};

const day = 86_400_000;

/** As many persons for each side; the same seed gives the same persons. */
export function inventPersons(seed: number, perSide: number): readonly Invented[] {
  const random = seededRandom(seed);
  const persons: Invented[] = [];
  for (let i = 0; i < 2 * perSide; i++) {
    const brother = random.next() < 0.03 ? persons.at(-2) : undefined;
    persons.push(invent(random, i, brother));
  }
  return persons;
}

// The sides take turns, so that neither stands first; a brother has the name, the patronymic and the unit of the one before him.
function invent(random: Random, i: number, brother: Invented | undefined): Invented {
  const father = random.pick(givenNames);
  return {
    number: i + 1,
    returnsTo: i % 2 === 0 ? "a" : "b",
    surname: brother?.surname ?? random.pick(surnames),
    given: random.pick(givenNames),
    patronymic: brother?.patronymic ?? father.patronymic,
    born: dateFrom(Date.UTC(1968, 0, 1) + random.below(38 * 365) * day),
    rank: ranks[Math.floor(ranks.length * random.next() ** 2)] ?? random.pick(ranks),
    unit: brother?.unit ?? `Х${1_000 + random.below(400)}`,
    serviceNumber: `${"АБВГД".charAt(random.below(5))}Х-${String(random.below(1_000_000)).padStart(6, "0")}`,
    place: random.pick(villages),
    lost: dateFrom(Date.UTC(2022, 2, 1) + random.below(1_100) * day),
    isWounded: random.next() < 0.08,
  };
}

export function dateFrom(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}
