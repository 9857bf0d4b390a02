import { listOf } from "./block/blocks.ts";
import { fromGiven, toGiven } from "./columns/order.ts";
import { assigned } from "./link/assignment.ts";
import { type CannotLink, clusters } from "./link/clusters.ts";
import { marginals, type Pairs } from "./link/marginals.ts";
import type { MatchOptions } from "./options.ts";
import type { Prepared } from "./prepare.ts";

/** One pair of records that may be one person. Records are counted from 0 over all lists as given; `a` is of the earlier list. */
export type Link = {
  readonly a: number;
  readonly b: number;
  /** From 0 to 1, its rivals weighed in. */
  readonly probability: number;
  /** The logarithm of the odds before rivals are weighed in; it only breaks ties. */
  readonly score: number;
  /** Chosen one to one, or of one group. */
  readonly chosen: boolean;
};

/** The lowest probability that is answered where nothing else is said. */
export const lowestProbability = 0.01;
const certainlyNot = 0.49; // a pair that was looked at and not chosen does not pass for a link

/** From scored pairs to links: probabilities that rivals share, one-to-one choice between lists, groups within one. Sorted by records. */
export function settle(prepared: Prepared, pairs: Pairs, options: MatchOptions = {}): readonly Link[] {
  const place = fromGiven(prepared.records);
  const cannot = (options.cannotLinks ?? []).map(([a, b]): CannotLink => {
    const x = place(a);
    const y = place(b);
    return x < y ? [x, y] : [y, x];
  });
  const forbidden = new Set(cannot.map(([a, b]) => `${a} ${b}`));
  const kept = forbidden.size === 0 ? pairs : without(pairs, forbidden);
  const lowest = options.lowest ?? lowestProbability;
  const links = prepared.within ? grouped(prepared, kept, cannot, lowest) : between(prepared, kept, lowest);
  return asGiven(prepared, links);
}

// records counted over the lists as given, the earlier list first
function asGiven({ records }: Prepared, links: readonly Link[]): readonly Link[] {
  const given = toGiven(records);
  return links
    .map((link) => {
      const x = given(link.a);
      const y = given(link.b);
      return { ...link, a: Math.min(x, y), b: Math.max(x, y) };
    })
    .toSorted((x, y) => x.a - y.a || x.b - y.b);
}

function without(pairs: Pairs, forbidden: ReadonlySet<string>): Pairs {
  const stays = Array.from({ length: pairs.count }, (_, i) => i).filter(
    (i) => !forbidden.has(`${pairs.a[i]!} ${pairs.b[i]!}`),
  );
  return {
    count: stays.length,
    a: Uint32Array.from(stays, (i) => pairs.a[i]!),
    b: Uint32Array.from(stays, (i) => pairs.b[i]!),
    scores: Float64Array.from(stays, (i) => pairs.scores[i]!),
  };
}

function between({ records }: Prepared, pairs: Pairs, lowest: number): readonly Link[] {
  const lists = records.listStarts.length - 1;
  const sideA = new Uint32Array(pairs.count);
  const sideB = new Uint32Array(pairs.count);
  for (let i = 0; i < pairs.count; i++) {
    sideA[i] = pairs.a[i]! * lists + listOf(pairs.b[i]!, records.listStarts);
    sideB[i] = pairs.b[i]! * lists + listOf(pairs.a[i]!, records.listStarts);
  }
  const sides = records.count * lists;
  const shares = marginals(pairs, sideA, sideB, sides);
  const chosen = assigned(pairs, sideA, sideB, sides, pairs.scores);
  const out: Link[] = [];
  for (let i = 0; i < pairs.count; i++) {
    const probability = shares[i]!;
    if (probability >= lowest)
      out.push({
        a: pairs.a[i]!,
        b: pairs.b[i]!,
        probability,
        score: pairs.scores[i]!,
        chosen: chosen[i] === 1,
      });
  }
  return out;
}

function grouped(
  { records }: Prepared,
  pairs: Pairs,
  cannot: readonly CannotLink[],
  lowest: number,
): readonly Link[] {
  const root = clusters(records.count, pairs, cannot);
  const members = new Map<number, number[]>();
  root.forEach((group, row) => {
    const known = members.get(group);
    if (known === undefined) members.set(group, [row]);
    else known.push(row);
  });
  const known = new Set<number>();
  const out: Link[] = [];
  for (let i = 0; i < pairs.count; i++) {
    const a = pairs.a[i]!;
    const b = pairs.b[i]!;
    const alone = 1 / (1 + Math.exp(-pairs.scores[i]!));
    const chosen = root[a] === root[b];
    if (chosen) known.add(a * records.count + b);
    const probability = chosen
      ? Math.max(alone, inGroup(members.get(root[a]!)!.length))
      : Math.min(alone, certainlyNot) * apart;
    if (probability >= lowest) out.push({ a, b, probability, score: pairs.scores[i]!, chosen });
  }
  // what a group holds together without having been compared
  for (const group of members.values())
    for (let i = 0; i < group.length; i++)
      for (let j = i + 1; j < group.length; j++)
        if (!known.has(group[i]! * records.count + group[j]!))
          out.push({
            a: group[i]!,
            b: group[j]!,
            probability: inGroup(group.length),
            score: 0,
            chosen: true,
          });
  return out;
}

// the others of a group vouch for a pair that alone would be doubtful; a group's refusal speaks against one that alone would do
const apart = 0.5;
function inGroup(size: number): number {
  return size <= 2 ? 0.5 : 1 - 0.3 / (size - 1);
}
