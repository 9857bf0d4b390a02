import { type Case, modes, type Person, type Side } from "../case/case.ts";
import { counts } from "../check/limits.ts";
import { LinearProgram, type Terms } from "./linear-program.ts";

/** Persons who are alike, as one whole number for each tranche. */
export type Batch = { readonly persons: readonly Person[]; readonly x: readonly (string | undefined)[] };

/** A case as a linear program, by persons (for small cases with pairs) or by classes of persons who are alike. */
export function caseProgram(given: Case, by: "person" | "class") {
  const program = new LinearProgram();
  const T = given.tranches.length;
  const able = given.persons.filter(({ barred, ready = 1 }) => !barred && ready <= T);
  const alike = ({ to, site, mode, medical, lane, rank, ready, group, categories }: Person) =>
    JSON.stringify([to, site, mode, medical, lane, given.ladder ? rank : 0, ready ?? 1, group, categories]);
  const grouped = Map.groupBy(able, by === "person" ? ({ code }) => code : alike);
  const batches: Batch[] = [...grouped.values()].map((persons, n) => {
    const ready = persons[0]?.ready ?? 1;
    const x = given.tranches.map((_, t) =>
      t + 1 < ready ? undefined : program.integer(`x${n}_${t}`, persons.length),
    );
    program.row(
      x.flatMap((name): Terms => (name ? [[1, name]] : [])),
      "<=",
      persons.length,
    );
    return { persons, x };
  });
  const first = ({ persons }: Batch) => persons[0] ?? ({} as Person); // a batch has a person
  const pickups = limitPlaces(given, program, batches, first);
  limitNumbers(given, program, batches, first);
  const of = (code: string) => batches.find(({ persons }) => persons.some((one) => one.code === code));
  for (const { kind, persons } of given.pairs ?? [])
    for (let t = 0; t < T; t++) {
      const [one, other] = persons.map((code): Terms => named(of(code), t));
      if (kind === "apart") program.row([...(one ?? []), ...(other ?? [])], "<=", 1);
      else program.row([...(one ?? []), ...(other ?? []).map(([f, name]) => [-f, name] as const)], "=", 0);
    }
  for (const { person, tranche } of given.locks ?? [])
    for (let t = 0; t < T; t++) program.row(named(of(person), t), "=", tranche === t + 1 ? 1 : 0);
  return { program, batches, pickups };
}

function named(batch: Batch | undefined, t: number): Terms {
  const name = batch?.x[t];
  return name ? [[1, name]] : [];
}

/** What a batch adds up to over tranches `from` to `to` (not included). */
export function sumOf({ x }: Batch, from: number, to: number, factor = 1): Terms {
  return x.slice(from, to).flatMap((name): Terms => (name ? [[factor, name]] : []));
}

function limitPlaces(
  given: Case,
  program: LinearProgram,
  batches: readonly Batch[],
  first: (batch: Batch) => Person,
): Terms {
  const pickups: [number, string][] = [];
  const dates = given.tranches.map(({ date }) => Date.parse(date) / 86_400_000);
  for (const side of ["a", "b"] satisfies Side[]) {
    const own = batches.filter((batch) => first(batch).to === side);
    const { places, sites, wards = [] } = given.sides[side];
    places.forEach((day, t) => {
      for (const mode of modes)
        program.row(
          own.filter((batch) => first(batch).mode === mode).flatMap((batch) => named(batch, t)),
          "<=",
          day[mode],
        );
      const opened: Terms = sites.map(({ code, bus }, f) => {
        const y = program.integer(`y${side}${f}_${t}`, 1);
        const here = own.filter((batch) => first(batch).site === code);
        for (const batch of here) program.row([...named(batch, t), [-batch.persons.length, y]], "<=", 0);
        if (bus !== undefined) program.row([...here.flatMap((batch) => named(batch, t)), [-bus, y]], "<=", 0);
        pickups.push([1, y]);
        return [1, y] as const;
      });
      if (day.pickups !== undefined) program.row(opened, "<=", day.pickups);
      for (const { modes: kept, beds, stayDays } of wards) {
        const inBeds = own
          .filter((batch) => kept.includes(first(batch).mode))
          .flatMap((batch) =>
            dates.flatMap((date, came) =>
              came <= t && (dates[t] ?? 0) - date < stayDays ? named(batch, came) : [],
            ),
          );
        program.row(inBeds, "<=", beds);
      }
    });
  }
  return pickups;
}

function limitNumbers(
  given: Case,
  program: LinearProgram,
  batches: readonly Batch[],
  first: (batch: Batch) => Person,
): void {
  const T = given.tranches.length;
  const counted = batches.filter((batch) => counts(given, first(batch)));
  const apart = (
    of: readonly Batch[],
    until: number,
    limit: number,
    weigh: (person: Person) => number = () => 1,
  ) => {
    const terms = of.flatMap((batch) =>
      sumOf(batch, 0, until, weigh(first(batch)) * (first(batch).to === "a" ? 1 : -1)),
    );
    program.row(terms, "<=", limit);
    program.row(terms, ">=", -limit);
  };
  const { limit, delta } = given.total;
  if (limit !== undefined)
    for (const side of ["a", "b"])
      program.row(
        counted.filter((batch) => first(batch).to === side).flatMap((batch) => sumOf(batch, 0, T)),
        "<=",
        limit,
      );
  if (delta !== undefined) apart(counted, T, delta);
  if (given.alternation !== undefined) for (let t = 1; t <= T; t++) apart(counted, t, given.alternation);
  for (const { code, parity } of given.categories) {
    const own = counted.filter((batch) => first(batch).categories?.includes(code));
    if (parity.kind === "number") apart(own, T, parity.delta);
    if (parity.kind === "ratio") apart(own, T, parity.delta, ({ to }) => (to === "a" ? parity.b : parity.a));
  }
  for (const { from, delta: most } of given.ladder?.thresholds ?? [])
    apart(
      counted.filter((batch) => (first(batch).rank ?? 0) >= from),
      T,
      most,
    );
  const points = given.ladder?.points;
  if (points) apart(counted, T, points.delta, ({ rank = 0 }) => points.values[rank] ?? 0);
}
