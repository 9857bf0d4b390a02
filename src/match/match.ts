import type { ListInput } from "./columns/list-input.ts";
import type { MatchOptions } from "./options.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { scorePairs } from "./score.ts";
import { type Link, settle } from "./settle.ts";

/** What matching answers: the links, and all that they were made from. */
export type Matching = { readonly links: readonly Link[]; readonly prepared: Prepared };

/**
 * Matches two or more lists, every one with every other, or finds the records of one person within one. On one thread; `prepare`, `scorePairs`
 * and `settle` are its parts for those who have more. O(n log n) in records plus the candidates that the price names.
 */
export async function matchLists(lists: readonly ListInput[], options: MatchOptions = {}): Promise<Matching> {
  const prepared = await prepare(lists, options);
  const pairs = await scorePairs(prepared, 0, prepared.records.count, options);
  return { links: settle(prepared, pairs, options), prepared };
}

/** The id of a record, counted over all lists as given, as its list writes it; or "#" and its row from 1 where there is none. */
export function idOf({ records }: Prepared, lists: readonly ListInput[], row: number): string {
  let at = 0;
  let own = row;
  while (own >= lists[at]!.rows) own -= lists[at++]!.rows;
  const column = lists[at]!.columns[records.idColumns[at]!];
  return column?.values[column.cells[own]!] || `#${own + 1}`;
}
