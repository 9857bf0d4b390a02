import { epochMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import { type Counter, counters } from "./acts.ts";
import type { LineDay } from "./fold.ts";
import { counterOf, countersOf } from "./manifest.ts";
import { bySaying } from "./notes.ts";

/** One counter's count of a block: the latest it gave, and how often it counted. */
type BlockCount = {
  readonly heads: number;
  readonly at: number;
  readonly id: string;
  readonly times: number;
};

export type BlockView = {
  readonly number: number;
  /** The acts that opened it: one, none where that has not come in, or more where two tablets did. */
  readonly openings: readonly string[];
  readonly codes: readonly string[];
  /** Each counter's own count; never merged. */
  readonly counts: ReadonlyMap<Counter, BlockCount>;
  /** What was told at the line of a counter's count, by whoever opened the block after. */
  readonly told: ReadonlyMap<Counter, number>;
  /**
   * `counts_agree`: all who count have counted alike. `told`: they have, with counts that were told at the line and have not
   * come in. `differs`: two counts differ. `counting`: one is missing.
   */
  readonly status: "counting" | "differs" | "told" | "counts_agree";
};

/** The blocks of a day by number, as far as they were opened or counted. */
export function blocksOf(state: State, day: LineDay): readonly BlockView[] {
  const openings = new Map<number, { id: string; codes: readonly string[] }[]>();
  const told = new Map<number, Map<Counter, number>>();
  const opened = day.openings
    .map((id) => known(state, id, "line.block_opened").act)
    .map((act) => ({ at: epochMs(act.saidAt), id: act.id, ...act.payload }))
    .sort(bySaying);
  for (const { id, block, codes, told: counts } of opened) {
    openings.set(block, [...(openings.get(block) ?? []), { id, codes }]);
    const before = told.get(block - 1) ?? new Map<Counter, number>();
    for (const { counter, heads } of counts) before.set(counter, heads);
    if (counts.length > 0) told.set(block - 1, before);
  }
  const counts = countsOf(state, day);
  const numbers = [...new Set([...openings.keys(), ...counts.keys()])].sort((one, other) => one - other);
  const asked = countersOf(state, day);
  return numbers.map((number): BlockView => {
    const acts = openings.get(number) ?? [];
    const own = counts.get(number) ?? new Map<Counter, BlockCount>();
    const heard = told.get(number) ?? new Map<Counter, number>();
    return {
      number,
      openings: acts.map((one) => one.id),
      codes: [...new Set(acts.flatMap((one) => one.codes))],
      counts: own,
      told: heard,
      status: statusOf(asked, own, heard),
    };
  });
}

function countsOf(state: State, day: LineDay): ReadonlyMap<number, ReadonlyMap<Counter, BlockCount>> {
  const all = day.counts.map((id) => known(state, id, "line.counted").act);
  const byBlock = Map.groupBy(all, (act) => act.payload.block);
  return new Map(
    [...byBlock].map(([block, acts]) => {
      const counts = new Map<Counter, BlockCount>();
      for (const counter of counters) {
        const own = acts
          .filter((act) => counterOf(day, act.by.office) === counter)
          .map((act) => ({ id: act.id, at: epochMs(act.saidAt), heads: act.payload.heads }))
          .sort(bySaying);
        const latest = own.at(-1);
        if (latest) counts.set(counter, { ...latest, times: own.length });
      }
      return [block, counts];
    }),
  );
}

/** Whether those who are asked agree: by what they counted, else by what was told of it. */
export function statusOf(
  asked: readonly Counter[],
  counts: ReadonlyMap<Counter, { readonly heads: number }>,
  told: ReadonlyMap<Counter, number>,
): BlockView["status"] {
  const said = [...counts.values()].map((one) => one.heads);
  if (new Set(said).size > 1) return "differs";
  if (asked.every((counter) => counts.has(counter))) return "counts_agree";
  const heads = asked.map((counter) => counts.get(counter)?.heads ?? told.get(counter));
  if (heads.includes(undefined)) return "counting";
  return new Set(heads).size === 1 ? "told" : "differs";
}
