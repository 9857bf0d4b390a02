import { candidateWalk } from "./block/candidates.ts";
import type { Pairs } from "./link/marginals.ts";
import { scorerOf } from "./model/model.ts";
import { stepped, type Watch } from "./options.ts";
import { mostCandidates, type Prepared } from "./prepare.ts";

const rowsAStep = 4096;
// logarithms of odds below which a pair is not kept; groups need to know also what speaks against them
const lowestBetween = -7;
const lowestWithin = -14;

/** Scores the candidates of the records from `from` to `to`. Ranges are independent: workers share them out, and the pairs laid end to end are the same. */
export async function scorePairs(
  prepared: Prepared,
  from: number,
  to: number,
  watch: Watch = {},
): Promise<Pairs> {
  const { records, within, blocks, model } = prepared;
  const walk = candidateWalk(blocks, records.count, mostCandidates);
  const scorer = scorerOf(records.fields, model, records.rows);
  const lowest = within ? lowestWithin : lowestBetween;
  let a = new Uint32Array(4096);
  let b = new Uint32Array(4096);
  let scores = new Float64Array(4096);
  let count = 0;
  for (let start = from; start < to; start += rowsAStep) {
    await stepped(watch, "score", start - from, to - from);
    const end = Math.min(to, start + rowsAStep);
    for (let row = start; row < end; row++) {
      const candidates = walk.of(row);
      for (let i = 0; i < candidates.length; i++) {
        const other = candidates[i]!;
        const score = scorer.score(row, other, lowest);
        if (score <= lowest) continue;
        if (count === a.length) {
          a = longer(a);
          b = longer(b);
          const more = new Float64Array(count * 2);
          more.set(scores);
          scores = more;
        }
        a[count] = row;
        b[count] = other;
        scores[count++] = score;
      }
    }
  }
  return { count, a: a.slice(0, count), b: b.slice(0, count), scores: scores.slice(0, count) };
}

function longer(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const out = new Uint32Array(array.length * 2);
  out.set(array);
  return out;
}

/** Pairs of several ranges, in the order of the ranges. */
export function joinedPairs(all: readonly Pairs[]): Pairs {
  const count = all.reduce((sum, one) => sum + one.count, 0);
  const out = {
    count,
    a: new Uint32Array(count),
    b: new Uint32Array(count),
    scores: new Float64Array(count),
  };
  let at = 0;
  for (const one of all) {
    out.a.set(one.a, at);
    out.b.set(one.b, at);
    out.scores.set(one.scores, at);
    at += one.count;
  }
  return out;
}
