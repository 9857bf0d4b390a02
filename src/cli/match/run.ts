import { stat } from "node:fs/promises";
import { readTable, type Table } from "#lists";
import {
  type Blocks,
  blocksFor,
  joinedPairs,
  keyed,
  type Link,
  type Mapping,
  type MatchOptions,
  modelFor,
  type Pairs,
  type Prepared,
  pricedBlocks,
  scorePairs,
  settle,
} from "#match";
import { contents } from "./contents.ts";
import { type Helper, startHelper } from "./crew.ts";
import { shared } from "./shared.ts";

/** What a run of the command made. */
export type Run = {
  readonly tables: readonly Table[];
  readonly prepared: Prepared;
  readonly links: readonly Link[];
};

const worthASecondThread = 20_000; // records; below it a thread costs more than it does
const largeFile = 2_000_000; // bytes

/** Reads and matches, on one thread or two; the links are the same. */
export async function runMatch(
  paths: readonly string[],
  mapping: Mapping,
  threads: number,
  options: MatchOptions,
): Promise<Run> {
  let helper: Helper | undefined;
  try {
    const sizes = await Promise.all(
      paths.map(async (path) => (await stat(path).catch(() => ({ size: 0 }))).size),
    );
    if (threads > 1 && sizes.some((size) => size > largeFile)) helper = startHelper();
    const tables = await readAll(paths, helper);
    const one = keyed(tables, { ...options, mapping });
    if (threads > 1 && one.records.count >= worthASecondThread) helper ??= startHelper();
    const known = helper ? shared(one) : one;
    await helper?.ask({ do: "keyed", keyed: known });
    const { blocks, price } = await pricedBlocks(known, (cap) => makeBlocks(known, cap, helper, options));
    await options.onProgress?.({ step: "train", done: 0, of: 1 });
    const made: Prepared = {
      records: known.records,
      within: known.within,
      blocks,
      price,
      model: modelFor(known, blocks, options),
    };
    const prepared = helper ? shared(made) : made;
    await helper?.ask({ do: "prepared", prepared });
    const pairs = await scoreAll(prepared, helper, options);
    return { tables, prepared, links: settle(prepared, pairs, options) };
  } finally {
    await helper?.end();
  }
}

async function readAll(paths: readonly string[], helper: Helper | undefined): Promise<readonly Table[]> {
  const own = paths.length > 1 ? paths.slice(0, 1) : paths;
  const asked = helper ? paths.slice(own.length).map((path) => helper.ask<Table>({ do: "read", path })) : [];
  const read: Table[] = [];
  for (const path of helper ? own : paths) read.push(await readTable(path, await contents(path)));
  return [...read, ...(await Promise.all(asked))];
}

async function makeBlocks(
  one: Parameters<typeof blocksFor>[0],
  cap: number,
  helper: Helper | undefined,
  { onProgress }: MatchOptions,
): Promise<readonly Blocks[]> {
  const all = one.sources.map((_, i) => i);
  const theirs = helper ? all.filter((i) => i % 2 === 1) : [];
  const asked = helper?.ask<readonly Blocks[]>({ do: "blocks", sources: theirs, cap });
  const out = new Map<number, Blocks>();
  for (const i of all) {
    const source = one.sources[i];
    if (source === undefined || theirs.includes(i)) continue;
    await onProgress?.({ step: "block", done: i, of: all.length });
    const blocks = blocksFor(one, source, cap);
    out.set(i, helper ? shared(blocks) : blocks);
  }
  const answered = (await asked) ?? [];
  theirs.forEach((i, at) => {
    const blocks = answered[at];
    if (blocks !== undefined) out.set(i, blocks);
  });
  return all.flatMap((i) => out.get(i) ?? []);
}

const ranges = 16; // cut so that both threads end at the same time

async function scoreAll(
  prepared: Prepared,
  helper: Helper | undefined,
  options: MatchOptions,
): Promise<Pairs> {
  const { count } = prepared.records;
  if (helper === undefined) return scorePairs(prepared, 0, count, options);
  const cut = (i: number) => Math.floor((count * i) / ranges);
  const results: Pairs[] = [];
  let next = 0;
  const take = async (score: (from: number, to: number) => Promise<Pairs>) => {
    while (next < ranges) {
      const mine = next++;
      results[mine] = await score(cut(mine), cut(mine + 1));
      await options.onProgress?.({ step: "score", done: next, of: ranges });
      await new Promise((resolve) => setImmediate(resolve)); // lets the helper's answers in
    }
  };
  await Promise.all([
    take((from, to) => helper.ask<Pairs>({ do: "score", from, to })),
    take((from, to) => scorePairs(prepared, from, to)),
  ]);
  return joinedPairs(results);
}
