import type { Case, Person } from "../case/case.ts";

type Tiny = {
  readonly a: number;
  readonly b: number;
  /** What all persons have in common. */
  readonly all?: Partial<Person>;
  readonly categories?: Case["categories"];
};

/** Persons A1… and B1… who are alike, two tranches with room for all, numbers to be even. */
export function tinyCase({ a, b, all = {}, categories = [] }: Tiny): Case {
  const persons = (to: "a" | "b", count: number) =>
    Array.from(
      { length: count },
      (_, n): Person => ({
        code: `${to.toUpperCase()}${n + 1}`,
        to,
        mode: "seat",
        captivityDays: 100,
        ...all,
      }),
    );
  const places = [1, 2].map(() => ({ seat: 50, stretcher: 50, icu: 50 }));
  const free = categories.some(({ parity }) => parity.kind === "ratio");
  return {
    format: "parley-exchange-case/1",
    start: "2026-05-01",
    tranches: [{ date: "2026-05-02" }, { date: "2026-05-06" }],
    total: free ? {} : { delta: 0 },
    categories,
    medical: [
      {
        code: "m1",
        harm: [
          [0, 0],
          [10, 100],
        ],
        never: 200,
      },
    ],
    sides: { a: { sites: [], places }, b: { sites: [], places } },
    persons: [...persons("a", a), ...persons("b", b)],
  };
}
