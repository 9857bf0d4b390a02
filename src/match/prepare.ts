import { type Blocks, blocksOf } from "./block/blocks.ts";
import { candidateWalk } from "./block/candidates.ts";
import { type Part, partsOf } from "./block/parts.ts";
import { budgetPerRecord, type Price, priceOf } from "./block/price.ts";
import { type Source, sourcesFor } from "./block/sources.ts";
import type { ListInput } from "./columns/list-input.ts";
import { type Records, readRecords } from "./columns/records.ts";
import type { Model } from "./model/model.ts";
import { trained } from "./model/train.ts";
import { type MatchOptions, stepped } from "./options.ts";

/** Records and the parts that their keys are made of. Plain data, fit for workers. */
export type Keyed = {
  readonly records: Records;
  readonly parts: ReadonlyMap<string, Part>;
  readonly sources: readonly Source[];
  /** One list, searched for records of one person. */
  readonly within: boolean;
};

/** All that scoring needs. Plain data, fit for workers. */
export type Prepared = {
  readonly records: Records;
  readonly within: boolean;
  readonly blocks: readonly Blocks[];
  readonly price: Price;
  readonly model: Model;
};

/** How many candidates of one source a record may have; halved until the price is within the budget. */
const firstCap = 50;
/** The most candidates that one record is compared with. */
export const mostCandidates = 2000;

/** Reads all lists into one space of records and makes the parts of their keys. */
export function keyed(lists: readonly ListInput[], options: MatchOptions): Keyed {
  const records = readRecords(lists, options.mapping ?? {});
  const parts = partsOf(records.fields);
  return {
    records,
    parts,
    sources: sourcesFor(records.fields, new Set(parts.keys())),
    within: lists.length === 1,
  };
}

/** The blocks of one source; sources are independent of each other, so that workers can share them out. */
export function blocksFor({ records, parts, within }: Keyed, source: Source, cap: number): Blocks {
  return blocksOf(source, parts, records.listStarts, within, cap);
}

/** Trains the model over the candidates of these blocks. */
export function modelFor(
  { records, within }: Keyed,
  blocks: readonly Blocks[],
  options: MatchOptions,
): Model {
  const walk = candidateWalk(blocks, records.count, mostCandidates);
  return trained(records.fields, records.listStarts, within, walk, options.seed ?? 1);
}

/** Makes blocks with the function given, cheaper and cheaper until they are within the budget. */
export async function pricedBlocks(
  one: Keyed,
  makeAll: (cap: number) => Promise<readonly Blocks[]>,
): Promise<{ readonly blocks: readonly Blocks[]; readonly price: Price }> {
  for (let cap = firstCap; ; cap = Math.floor(cap / 2)) {
    const blocks = await makeAll(cap);
    const price = priceOf(blocks, one.records.count, cap);
    if (price.perRecord <= budgetPerRecord || cap <= 3) return { blocks, price };
  }
}

/** Everything up to scoring, on one thread. */
export async function prepare(lists: readonly ListInput[], options: MatchOptions = {}): Promise<Prepared> {
  await stepped(options, "read", 0, 1);
  const one = keyed(lists, options);
  const { blocks, price } = await pricedBlocks(one, async (cap) => {
    const made: Blocks[] = [];
    for (const [i, source] of one.sources.entries()) {
      await stepped(options, "block", i, one.sources.length);
      made.push(blocksFor(one, source, cap));
    }
    return made;
  });
  await stepped(options, "train", 0, 1);
  return { records: one.records, within: one.within, blocks, price, model: modelFor(one, blocks, options) };
}
