import type { Highs } from "highs";
import type { Case } from "../case/case.ts";
import { counts } from "../check/limits.ts";
import type { Worth } from "../plan.ts";
import { type Batch, caseProgram, sumOf } from "./case-program.ts";
import type { Terms } from "./linear-program.ts";

type Solver = Pick<Highs, "solve">;

/**
 * The best value of every level of a small case, by HiGHS: level after level, each with those before it held. Leximin by
 * the sums of the k smallest shares (W. Ogryczak and A. Tamir 2003). Undefined where there is no plan. Without `change`.
 */
export function oracleWorth(highs: Solver, given: Case): Omit<Worth, "change"> | undefined {
  const { program, batches, pickups } = caseProgram(given, "person");
  const T = given.tranches.length;
  const person = (batch: Batch) => batch.persons[0] as Case["persons"][number]; // a batch has a person
  const solve = (goal: "Maximize" | "Minimize", terms: Terms): number | undefined => {
    if (terms.every(([factor]) => factor === 0)) return 0;
    const { Status, ObjectiveValue } = highs.solve(program.text(goal, terms), {
      mip_rel_gap: 0,
      mip_abs_gap: 0.1,
    });
    if (Status !== "Optimal") return undefined;
    const value = Math.round(ObjectiveValue);
    program.row(terms, goal === "Maximize" ? ">=" : "<=", value);
    return value;
  };
  const covering = new Set(
    given.categories.flatMap(({ code, parity }) => (parity.kind === "coverage" ? code : [])),
  );
  const covered = batches.filter((batch) => person(batch).categories?.some((code) => covering.has(code)));
  const probe = solve(
    "Maximize",
    covered.flatMap((batch) => sumOf(batch, 0, T)),
  );
  if (probe === undefined) return undefined;

  const averted = batches.flatMap((batch) => avertedTerms(given, batch));
  const spared = solve("Maximize", averted);
  if (spared === undefined) return undefined; // no objective of the first level: here it shows that there is no plan
  const returned = solve(
    "Maximize",
    batches.flatMap((batch) => sumOf(batch, 0, T)),
  );
  if (returned === undefined) return undefined;
  const service = leximin(program, batches, T, person, solve);
  const captivity = solve(
    "Maximize",
    batches.flatMap((batch) => sumOf(batch, 0, T, person(batch).captivityDays)),
  );
  const envy = solve("Minimize", envyTerms(given, batches, program, T));
  const peak = program.integer("peak", given.persons.length);
  const counted = batches.filter((batch) => counts(given, person(batch)));
  for (let t = 1; t <= T; t++)
    for (const sign of [1, -1])
      program.row(
        [
          ...counted.flatMap((batch) => sumOf(batch, 0, t, sign * (person(batch).to === "a" ? 1 : -1))),
          [-1, peak],
        ],
        "<=",
        0,
      );
  const lead = solve("Minimize", [[1, peak]]);
  const stops = solve("Minimize", pickups);
  const dayTerms = given.tranches.map((_, t) => {
    const day = program.integer(`day${t}`, 1);
    for (const batch of batches) program.row([...sumOf(batch, t, t + 1), [-1, day]], "<=", 0);
    return [1, day] as const;
  });
  const days = solve("Minimize", dayTerms);
  if (
    captivity === undefined ||
    envy === undefined ||
    lead === undefined ||
    stops === undefined ||
    days === undefined
  )
    throw new Error("The oracle lost its plan between two levels.");
  return {
    coverage: covered.length - probe,
    harm: neverOf(given) - spared,
    returned,
    service,
    captivity,
    envy,
    peak: lead,
    pickups: stops,
    days,
  };
}

/** The most persons covered, and with them the most harm averted; undefined where there is no plan, or none in ten seconds. */
export function oracleHarm(highs: Solver, given: Case): { covered: number; averted: number } | undefined {
  const { program, batches } = caseProgram(given, "person");
  const covering = new Set(
    given.categories.flatMap(({ code, parity }) => (parity.kind === "coverage" ? code : [])),
  );
  const solve = (terms: Terms) => {
    const { Status, ObjectiveValue } = highs.solve(program.text("Maximize", terms), {
      mip_rel_gap: 0,
      time_limit: 10,
    });
    if (Status !== "Optimal") return undefined;
    program.row(terms, ">=", Math.round(ObjectiveValue));
    return Math.round(ObjectiveValue);
  };
  const isCovered = ({ persons }: Batch) => persons[0]?.categories?.some((code) => covering.has(code));
  const covered = solve(batches.filter(isCovered).flatMap((batch) => sumOf(batch, 0, given.tranches.length)));
  const averted =
    covered === undefined ? undefined : solve(batches.flatMap((batch) => avertedTerms(given, batch)));
  return covered === undefined || averted === undefined ? undefined : { covered, averted };
}

function neverOf({ persons, medical }: Case): number {
  const never = new Map(medical.map((one) => [one.code, one.never]));
  return persons.reduce(
    (sum, one) => sum + (one.medical === undefined ? 0 : (never.get(one.medical) ?? 0)),
    0,
  );
}

/** Harm averted by a batch, tranche by tranche. */
export function avertedTerms(given: Case, { persons, x }: Batch): Terms {
  const one = given.medical.find(({ code }) => code === persons[0]?.medical);
  if (!one) return [];
  const start = Date.parse(given.start);
  return given.tranches.flatMap(({ date }, t): Terms => {
    const day = Math.round((Date.parse(date) - start) / 86_400_000);
    const [before, after] = [one.harm.findLast(([at]) => at <= day), one.harm.find(([at]) => at > day)];
    const harm = !before
      ? (after?.[1] ?? 0)
      : !after
        ? before[1]
        : before[1] + Math.floor(((after[1] - before[1]) * (day - before[0])) / (after[0] - before[0]));
    const name = x[t];
    return name ? [[one.never - harm, name]] : [];
  });
}

type Program = ReturnType<typeof caseProgram>["program"];

function leximin(
  program: Program,
  batches: readonly Batch[],
  T: number,
  person: (batch: Batch) => Case["persons"][number],
  solve: (goal: "Maximize" | "Minimize", terms: Terms) => number | undefined,
): readonly number[] {
  const groups = [
    ...Map.groupBy(
      batches.filter((batch) => person(batch).group !== undefined),
      (batch) => `${person(batch).to}/${person(batch).group}`,
    ).values(),
  ];
  const whole = groups.reduce((all, group) => leastMultiple(all, group.length), 1);
  const sums = groups.map((_, k) => {
    const level = program.real(`r${k}level`);
    const short = groups.map((group, g) => {
      const d = program.real(`r${k}short${g}`, 0);
      program.row(
        [[1, level], [-1, d], ...group.flatMap((batch) => sumOf(batch, 0, T, -whole / group.length))],
        "<=",
        0,
      );
      return [-1, d] as const;
    });
    return solve("Maximize", [[k + 1, level], ...short]) ?? Number.NaN;
  });
  return sums.map((sum, k) => (sum - (sums[k - 1] ?? 0)) / whole);
}

function leastMultiple(x: number, y: number): number {
  let [a, b] = [x, y];
  while (b > 0) [a, b] = [b, a % b];
  return (x / a) * y;
}

function envyTerms(given: Case, batches: readonly Batch[], program: Program, T: number): Terms {
  const kind = ({ persons: [one] }: Batch) =>
    JSON.stringify([
      one?.to,
      one?.mode,
      one?.medical,
      one?.lane === true,
      one?.ready ?? 1,
      one?.categories?.toSorted() ?? [],
    ]);
  const terms: [number, string][] = [];
  batches.forEach((longer, i) => {
    batches.forEach((shorter, j) => {
      const held = (batch: Batch) => batch.persons[0]?.captivityDays ?? 0;
      if (kind(longer) !== kind(shorter) || held(longer) <= held(shorter)) return;
      const pair = program.integer(`e${i}_${j}`, 1);
      for (let t = 1; t <= T; t++)
        program.row([...sumOf(shorter, 0, t), ...sumOf(longer, 0, t, -1), [-1, pair]], "<=", 0);
      terms.push([1, pair]);
    });
  });
  return given.persons.length > 0 ? terms : [];
}
