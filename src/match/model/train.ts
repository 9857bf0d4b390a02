import { listOf } from "../block/blocks.ts";
import type { CandidateWalk } from "../block/candidates.ts";
import type { Records } from "../columns/records.ts";
import { type Field, levelsOf } from "../values/field.ts";
import { type Comparable, chances, rarityOf } from "./chances.ts";
import { type Factor, factorsOf, levelIn, smoothed } from "./factors.ts";
import { generalCells } from "./general.ts";
import { type Model, scorerOf } from "./model.ts";

const mostSampled = 120_000; // pairs
const rounds = 20;

type Sample = {
  /** Where the candidates of each sampled record begin, for each list that it may have a counterpart in. */
  readonly starts: readonly number[];
  /** For each pair its cell in each factor, counted over the cells of all factors in one line. */
  readonly cells: Uint16Array;
  readonly rarity: Float64Array;
};

/**
 * Fellegi and Sunter 1969, trained without labels: chances of any two persons from random pairs, all else by expectation and
 * maximisation over candidates (Winkler 1988). Beside "one person" and "any two" there are kin, who share family name, father and
 * event, and namesakes, who share names only: without them every brother would be linked. Between lists a record has at most one
 * counterpart in each other list, so that its candidates share one probability.
 */
export function trained(
  { fields, listStarts, rows: cells }: Records,
  within: boolean,
  walk: CandidateWalk,
  seed: number,
): Model {
  const factors = factorsOf(fields);
  const sizes = fields.map(({ data }) => levelsOf(data.kind).length);
  const other = chances({ fields, listStarts, rows: cells }, factors, within, seed);
  const rarity = fields.map(rarityOf);
  const partners = within ? listStarts.at(-1)! : averagePartners(listStarts);
  let classes = firstGuess(fields, factors, sizes, other);
  let rates = [0.4, 0.02, 0.02];
  const model = (): Model => ({
    factors,
    worth: classes.map((one) =>
      one.map((shares, f) => shares.map((share, cell) => Math.log(share / other[f]![cell]!))),
    ),
    priors: rates.map(
      (rate, i) => Math.log(i === 0 ? rate / (1 - Math.min(rate, 0.98)) : rate) - Math.log(partners),
    ) as [number, number, number], // three relations
    rarity,
  });
  const sample = sampled({ fields, listStarts, rows: cells }, within, walk, model());
  const chosen = Math.max(1, sample.starts.length - 1);
  // what is known in general counts as a few records more, beside all that the sample stands for
  const sought = partnersSought(listStarts, within);
  const stands = Math.max(1, sought / chosen);
  const fading = fadesAt / (fadesAt + sought);
  const believed = beliefs(fields, factors, sizes, other);
  for (let round = 0; round < rounds; round++) {
    const { sums, totals } = expected(sample, model(), factors, within);
    rates = totals.map((total, i) => {
      const rate = (total * stands + generalRates[i]! * ratesWeigh) / (chosen * stands + ratesWeigh);
      return Math.min(i === 0 ? 0.97 : 5, Math.max(1e-5, rate));
    });
    classes = sums.map((one, relation) =>
      one.map((sum, f) => {
        const general = believed[relation]![f];
        if (general !== undefined)
          for (let cell = 0; cell < sum.length; cell++)
            sum[cell]! += (general[cell]! * sharesWeigh[relation]! * fading) / stands;
        return maximised(relation, factors[f]!, fields, sizes, sum, other[f]!, classes[relation]![f]!);
      }),
    );
  }
  return model();
}

// pairs of each relation that what is known in general counts for in a short list; in a long one it fades
const sharesWeigh = [300, 30, 30];
const fadesAt = 1000; // records
const ratesWeigh = 4; // records
const generalRates = [0.3, 0.02, 0.02];

// what each relation is believed to look like before the lists say so; kin and namesakes share the names that make them so
function beliefs(
  fields: readonly Field[],
  factors: readonly Factor[],
  sizes: readonly number[],
  other: readonly Float64Array[],
): readonly (readonly (Float64Array | undefined)[])[] {
  const one = factors.map((factor) => generalCells(factor, fields, sizes));
  const shared = [[], ["family", "patronymic"], ["family", "given"]];
  return [0, 1, 2].map((relation) =>
    factors.map((factor, f) => {
      if (relation === 0 || one[f] === undefined) return one[f];
      const name = fields[factor.fields[0]!]!.name;
      if (shared[relation]!.includes(name)) return one[f];
      // kin are often of one unit, and namesakes may have fathers of one name too
      return (relation === 1 && factor.fields.length > 1) || (relation === 2 && name === "patronymic")
        ? one[f]!.map((share, cell) => (share + other[f]![cell]!) / 2)
        : other[f];
    }),
  );
}

// for how many records a counterpart is sought, counted once for each later list
function partnersSought(listStarts: readonly number[], within: boolean): number {
  if (within) return listStarts.at(-1)!;
  return listStarts
    .slice(1)
    .reduce((sum, end, i) => sum + (end - listStarts[i]!) * (listStarts.length - 2 - i), 0);
}

// how many records a record has in one later list, on average over what is sampled
function averagePartners(listStarts: readonly number[]): number {
  const sizes = listStarts.slice(1).map((end, i) => end - listStarts[i]!);
  let pairs = 0;
  let segments = 0;
  for (let i = 0; i < sizes.length; i++)
    for (let j = i + 1; j < sizes.length; j++) {
      pairs += sizes[i]! * sizes[j]!;
      segments += sizes[i]!;
    }
  return Math.max(1, pairs / Math.max(1, segments));
}

/** One round of expectations: for each relation, factor and cell how many of the sampled pairs stand in it. */
function expected(sample: Sample, model: Model, factors: readonly Factor[], within: boolean) {
  const many = factors.length;
  const { begins, size } = cellsInLine(factors);
  // all factors of a relation in one line, so that a cell is found in one step
  const [one, two, three] = model.worth.map((worth) => {
    const line = new Float64Array(size);
    worth.forEach((own, f) => {
      line.set(own, begins[f]);
    });
    return line;
  }) as [Float64Array, Float64Array, Float64Array]; // three relations
  const sums = model.worth.map(() => new Float64Array(size));
  const totals = [0, 0, 0];
  const { starts, cells, rarity } = sample;
  const odds = new Float64Array(1 << 13);
  const kin = new Float64Array(1 << 13);
  const namesakes = new Float64Array(1 << 13);
  for (let record = 0; record + 1 < starts.length; record++) {
    const from = starts[record]!;
    const to = starts[record + 1]!;
    let all = 1;
    for (let pair = from; pair < to; pair++) {
      const rare = rarity[pair]!;
      let same = model.priors[0] + rare;
      let isKin = model.priors[1] + rare;
      let isNamesake = model.priors[2] + rare;
      for (let at = pair * many; at < pair * many + many; at++) {
        const cell = cells[at]!;
        same += one[cell]!;
        isKin += two[cell]!;
        isNamesake += three[cell]!;
      }
      isKin = Math.exp(isKin);
      isNamesake = Math.exp(isNamesake);
      const others = 1 + isKin + isNamesake;
      const odd = Math.exp(Math.min(same, 60)) / others;
      odds[pair - from] = odd;
      kin[pair - from] = isKin / others;
      namesakes[pair - from] = isNamesake / others;
      all += odd;
    }
    for (let pair = from; pair < to; pair++) {
      const odd = odds[pair - from]!;
      const p = within ? odd / (1 + odd) : odd / all;
      for (let relation = 0; relation < 3; relation++) {
        const share =
          relation === 0 ? p : (1 - p) * (relation === 1 ? kin[pair - from]! : namesakes[pair - from]!);
        if (share < 1e-6) continue;
        totals[relation]! += share;
        const sum = sums[relation]!;
        for (let at = pair * many; at < pair * many + many; at++) sum[cells[at]!]! += share;
      }
    }
  }
  const perFactor = (line: Float64Array) =>
    factors.map((factor, f) => line.slice(begins[f]!, begins[f]! + factor.cells));
  return { sums: sums.map(perFactor), totals };
}

// where the cells of each factor begin, if those of all factors stand in one line
function cellsInLine(factors: readonly Factor[]): {
  readonly begins: readonly number[];
  readonly size: number;
} {
  const begins: number[] = [];
  let size = 0;
  for (const { cells } of factors) {
    begins.push(size);
    size += cells;
  }
  return { begins, size };
}

// what each relation says of a field: learnt from the pairs, or no more than for any two persons
const learnt: readonly ReadonlySet<string>[] = [
  new Set(),
  new Set(["family", "patronymic", "birth", "unit", "place", "seen"]),
  new Set(["family", "given", "patronymic", "birth"]),
];

function isLearnt(relation: number, factor: Factor, fields: readonly Field[]): boolean {
  return relation === 0 || learnt[relation]!.has(fields[factor.fields[0]!]!.name);
}

function maximised(
  relation: number,
  factor: Factor,
  fields: readonly Field[],
  sizes: readonly number[],
  sum: Float64Array,
  other: Float64Array,
  before: Float64Array,
): Float64Array {
  if (!isLearnt(relation, factor, fields)) return before;
  const shares = withMissing(factor, sizes, smoothed(factor, sizes, sum, relation === 0 ? 3 : 10), other);
  const name = fields[factor.fields[0]!]!.name;
  if (relation === 2 && name === "birth") cappedAtChance(shares, other);
  return shares;
}

// a value that is missing says nothing, whatever the two lists leave out: in every relation it is as frequent as for any two
function withMissing(
  factor: Factor,
  sizes: readonly number[],
  shares: Float64Array,
  other: Float64Array,
): Float64Array {
  // cells by which fields are missing: within each such pattern the shares keep their proportions
  const pattern = (cell: number) =>
    factor.fields.reduce((bits, _, i) => bits | (levelIn(factor, sizes, cell, i) === 0 ? 1 << i : 0), 0);
  const own = new Float64Array(1 << factor.fields.length);
  const theirs = new Float64Array(own.length);
  for (let cell = 0; cell < factor.cells; cell++) {
    own[pattern(cell)]! += shares[cell]!;
    theirs[pattern(cell)]! += other[cell]!;
  }
  return shares.map((share, cell) =>
    Math.max(1e-12, (share / Math.max(own[pattern(cell)]!, 1e-300)) * theirs[pattern(cell)]!),
  );
}

const agreeing = 4; // levels of a birth from "same" to "year_slip"

// two persons of one name are not born on one day more often than any two
function cappedAtChance(shares: Float64Array, other: Float64Array): void {
  for (let level = 1; level <= agreeing; level++) shares[level] = Math.min(shares[level]!, other[level]! * 3);
}

function firstGuess(
  fields: readonly Field[],
  factors: readonly Factor[],
  sizes: readonly number[],
  other: readonly Float64Array[],
): Float64Array[][] {
  const agreed = factors.map((factor, f) => {
    const shares = Float64Array.from({ length: factor.cells }, (_, cell) => {
      let share = 1;
      for (let i = 0; i < factor.fields.length; i++) {
        const size = sizes[factor.fields[i]!]!;
        const level = levelIn(factor, sizes, cell, i);
        share *=
          level === 0 ? 0.1 : level === 1 ? 0.75 : level === size - 1 ? 0.08 : 0.17 / Math.max(1, size - 3);
      }
      return share;
    });
    return withMissing(factor, sizes, shares, other[f]!);
  });
  return [0, 1, 2].map((relation) =>
    factors.map((factor, f) => {
      const name = fields[factor.fields[0]!]!.name;
      if (relation === 0) return agreed[f]!;
      if (!isLearnt(relation, factor, fields))
        return relation === 1 && name === "given" ? unlike(other[f]!) : other[f]!.slice();
      if (name === "birth") return other[f]!.slice();
      return ["family", "given", "patronymic"].includes(name)
        ? agreed[f]!
        : agreed[f]!.map((share, cell) => (share + other[f]![cell]!) / 2);
    }),
  );
}

// brothers and sisters do not share a given name
function unlike(other: Float64Array): Float64Array {
  const shares = other.slice();
  for (let level = 1; level <= 4; level++) shares[level] = shares[level]! * 0.2;
  return shares;
}

function sampled(
  { fields, listStarts, rows: values }: Comparable,
  within: boolean,
  walk: CandidateWalk,
  model: Model,
): Sample {
  const rows = within ? listStarts.at(-1)! : listStarts.at(-2)!;
  const scorer = scorerOf(fields, model, values);
  // every record once in an order that mixes them, until there are pairs enough
  let step = 7919;
  while (rows % step === 0) step += 2;
  const many = model.factors.length;
  const { begins } = cellsInLine(model.factors);
  const cells = new Uint16Array((mostSampled + 4096) * many);
  const rarity = new Float64Array(mostSampled + 4096);
  const starts = [0];
  let pairs = 0;
  for (let i = 0, row = 0; i < rows && pairs < mostSampled; i++, row = (row + step) % rows) {
    const candidates = walk.of(row).subarray(0, 4096);
    let at = 0;
    for (const candidate of candidates) {
      scorer.compare(row, candidate);
      for (let f = 0; f < many; f++) cells[pairs * many + f] = begins[f]! + scorer.cells[f]!;
      rarity[pairs++] = scorer.rarity(row, candidate);
    }
    if (within) starts.push(pairs);
    else
      for (let list = listOf(row, listStarts) + 1; list + 1 < listStarts.length; list++) {
        while (at < candidates.length && candidates[at]! < listStarts[list + 1]!) at++;
        starts.push(pairs - candidates.length + at);
      }
  }
  return { starts, cells, rarity };
}
