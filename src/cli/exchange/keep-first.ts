import type { Case, Tranche } from "#exchange";

/** The case with the first tranches of a plan locked: who goes in them stays, and nobody joins them. */
export function keepingFirst(given: Case, previous: readonly Tranche[], count: number): Case {
  const agreed = new Map(
    previous
      .filter(({ tranche }) => tranche <= count)
      .flatMap(({ tranche, a, b }) => [...a, ...b].map((code) => [code, tranche] as const)),
  );
  const known = new Set(given.persons.map(({ code }) => code));
  const locks = (given.locks ?? []).filter(({ person }) => !agreed.has(person));
  for (const [person, tranche] of agreed) if (known.has(person)) locks.push({ person, tranche });
  return {
    ...given,
    locks,
    persons: given.persons.map((person) =>
      agreed.has(person.code) ? person : { ...person, ready: Math.max(person.ready ?? 1, count + 1) },
    ),
  };
}
