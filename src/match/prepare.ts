import { type Blocks, blocksOf } from "./block/blocks.ts";
import { candidateWalk } from "./block/candidates.ts";
import { type Part, partsOf } from "./block/parts.ts";
import { budget, type Price, priceOf } from "./block/price.ts";
import { type Source, sourcesFor } from "./block/sources.ts";
import { type Layout, layoutOf } from "./columns/layout.ts";
import type { ListInput } from "./columns/list-input.ts";
import { nameFields, otherFields, type Records, recordsOf } from "./columns/records.ts";
import type { Model } from "./model/model.ts";
import { trained } from "./model/train.ts";
import { type MatchOptions, stepped } from "./options.ts";
import type { Field } from "./values/field.ts";

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

/** How many candidates of one source a record may have; halved while the price is above the budget. */
const firstCap = 50;
const manyRecords = 400_000;
const lastCap = 6;
/** The most candidates that one record is compared with. */
export const mostCandidates = 2000;

/** What is read of all lists in one go: names, or all else. Two threads can share the halves out. Plain data. */
export type Half = { readonly fields: readonly Field[]; readonly parts: ReadonlyMap<string, Part> };

/** Reads one half of the fields, and makes the parts of its keys. */
export function halfOf(lists: readonly ListInput[], layout: Layout, half: "names" | "others"): Half {
  const fields = half === "names" ? nameFields(lists, layout) : otherFields(lists, layout);
  return { fields, parts: partsOf(fields) };
}

/** Puts both halves into one space of records. */
export function keyedOf(lists: readonly ListInput[], layout: Layout, names: Half, others: Half): Keyed {
  const records = recordsOf(lists, layout, [...names.fields, ...others.fields]);
  const parts = new Map([...names.parts, ...others.parts]);
  const sources = sourcesFor(records.fields, new Set(parts.keys()));
  return { records, parts, sources, within: lists.length === 1 };
}

/** Reads all lists into one space of records and makes the parts of their keys. */
export function keyed(lists: readonly ListInput[], options: MatchOptions): Keyed {
  const layout = layoutOf(lists, options.mapping ?? {});
  return keyedOf(lists, layout, halfOf(lists, layout, "names"), halfOf(lists, layout, "others"));
}

/** The blocks of one source; sources are independent of each other, so that workers can share them out. */
export function blocksFor({ records, parts, sources, within }: Keyed, { source, cap }: Wanted): Blocks {
  return blocksOf(sources[source]!, parts, records.listStarts, within, cap);
}

/** Trains the model over the candidates of these blocks. */
export function modelFor(
  { records, within }: Keyed,
  blocks: readonly Blocks[],
  options: MatchOptions,
): Model {
  const walk = candidateWalk(blocks, records.count, mostCandidates);
  return trained(records, within, walk, options.seed ?? 1);
}

/** A source to make blocks of, by its place in `sources`, and the cap of its keys. */
export type Wanted = { readonly source: number; readonly cap: number };

/**
 * Makes blocks with the function given. Their price is known before any pair is compared: as long as it is above the budget, the keys of
 * the dearest source must be rarer.
 */
export async function pricedBlocks(
  one: Keyed,
  make: (wanted: readonly Wanted[]) => Promise<readonly Blocks[]>,
): Promise<{ readonly blocks: readonly Blocks[]; readonly price: Price }> {
  const caps = one.sources.map(() => (one.records.count > manyRecords ? firstCap / 2 : firstCap));
  const blocks = [...(await make(caps.map((cap, source) => ({ source, cap }))))];
  for (;;) {
    const price = priceOf(blocks, one.records.count, caps);
    if (price.pairs <= budget(one.records.count)) return { blocks, price };
    let dearest = -1;
    for (const [i, { pairs }] of blocks.entries())
      if (caps[i]! > lastCap && (dearest < 0 || pairs > blocks[dearest]!.pairs)) dearest = i;
    if (dearest < 0) return { blocks, price };
    caps[dearest] = Math.floor(caps[dearest]! / 2);
    blocks[dearest] = (await make([{ source: dearest, cap: caps[dearest]! }]))[0]!;
  }
}

/** Everything up to scoring, on one thread. */
export async function prepare(lists: readonly ListInput[], options: MatchOptions = {}): Promise<Prepared> {
  await stepped(options, "read", 0, 1);
  const one = keyed(lists, options);
  const { blocks, price } = await pricedBlocks(one, async (wanted) => {
    const made: Blocks[] = [];
    for (const [i, next] of wanted.entries()) {
      await stepped(options, "block", i, wanted.length);
      made.push(blocksFor(one, next));
    }
    return made;
  });
  await stepped(options, "train", 0, 1);
  return { records: one.records, within: one.within, blocks, price, model: modelFor(one, blocks, options) };
}
