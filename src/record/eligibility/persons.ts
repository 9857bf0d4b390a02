import { z } from "zod";
import { actId } from "../act/act.ts";
import type { recordRef } from "../lists/record-ref.ts";

/** A record of a person, as lists define it. */
export type RecordRef = z.infer<typeof recordRef>;

/** Persons by the lines of the lists in which they stand: many, in few bytes, and without a name. */
export const persons = z
  .array(z.strictObject({ list: actId, lines: z.array(z.int().positive()).min(1).max(5_000) }))
  .min(1)
  .max(200);
export type Persons = z.infer<typeof persons>;

/** One text for one record, to compare and to look up by. */
export function keyOf({ list, line }: RecordRef): string {
  return `${list}:${line}`;
}

export function refsOf(groups: Persons): readonly RecordRef[] {
  return groups.flatMap(({ list, lines }) => lines.map((line) => ({ list, line })));
}

/** Whether lists and lines stand in ascending order, each once: an order of one's own would tell what one wants first. */
export function isInOrder(groups: Persons): boolean {
  const ascends = <T>(all: readonly T[]) => all.every((one, i) => i === 0 || (all[i - 1] as T) < one); // there is one before it
  return ascends(groups.map(({ list }) => list)) && groups.every(({ lines }) => ascends(lines));
}

/** Records as groups in order; O(n log n). */
export function grouped(refs: readonly RecordRef[]): Persons {
  const byList = Map.groupBy(refs, ({ list }) => list);
  return [...byList]
    .map(([list, all]) => ({ list, lines: all.map(({ line }) => line).toSorted((x, y) => x - y) }))
    .toSorted((one, other) => (one.list < other.list ? -1 : 1));
}
