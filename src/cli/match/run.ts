import { stat } from "node:fs/promises";
import {
  type Blocks,
  blocksFor,
  type Half,
  halfOf,
  joinedPairs,
  type Keyed,
  keyedOf,
  type Layout,
  type Link,
  type ListInput,
  layoutOf,
  type Mapping,
  type MatchOptions,
  modelFor,
  type Pairs,
  type Prepared,
  pricedBlocks,
  type Role,
  scorePairs,
  settle,
  type Wanted,
} from "#match";
import { readTable, type Table } from "#sheets";
import { contents } from "./contents.ts";
import { type Helper, startHelper } from "./crew.ts";
import { release, releaseAll } from "./release.ts";
import { shared } from "./shared.ts";

/** What a run of the command made. */
export type Run = {
  readonly tables: readonly Table[];
  readonly prepared: Prepared;
  readonly links: readonly Link[];
};

const worthASecondThread = 8_000; // records; below it a thread costs more than it does
const worthReleasing = 400_000; // records; below it there is room enough
const largeFile = 2_000_000; // bytes

/** Reads and matches, on one thread or two; the links are the same. */
export async function runMatch(
  paths: readonly string[],
  mapping: Mapping,
  { threads, keepsCells }: { readonly threads: number; readonly keepsCells: boolean },
  options: MatchOptions,
): Promise<Run> {
  let helper: Helper | undefined;
  try {
    const sizes = await Promise.all(
      paths.map(async (path) => (await stat(path).catch(() => ({ size: 0 }))).size),
    );
    if (threads > 1 && sizes.some((size) => size > largeFile)) helper = startHelper();
    let tables = await readAll(paths, helper);
    // reading leaves much behind in a thread: a new one begins with nothing, and starts while this one works on the names
    await helper?.end();
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    helper = threads > 1 && rows >= worthASecondThread ? startHelper() : undefined;
    const letGo = rows >= worthReleasing ? releaseAll : release;
    letGo();
    const made = { ...options, mapping };
    const one = await readFields(tables, mapping, helper);
    if (!keepsCells) tables = idsOnly(tables, one);
    releaseAll();
    const prepared = await prepareWith(one, helper, made);
    await helper?.ask({ do: "prepared", prepared });
    const pairs = await scoreAll(prepared, helper, options);
    await helper?.end();
    letGo();
    return { tables, prepared, links: settle(prepared, pairs, options) };
  } finally {
    await helper?.end();
  }
}

// names are the larger half: the helper reads the other
async function readFields(
  tables: readonly Table[],
  mapping: Mapping,
  helper: Helper | undefined,
): Promise<Keyed> {
  const layout = layoutOf(tables, mapping);
  const asked = helper?.ask<Half>({ do: "others", lists: shared(othersOnly(tables, layout)), layout });
  const names = halfOf(tables, layout, "names");
  const one = keyedOf(tables, layout, names, (await asked) ?? halfOf(tables, layout, "others"));
  return helper ? shared(one) : one;
}

const nothing = { cells: new Uint32Array(0), values: [""] };
const ofNames: ReadonlySet<Role> = new Set(["id", "ignore", "family", "given", "patronymic", "full"]);

function othersOnly(tables: readonly Table[], { roles }: Layout): readonly ListInput[] {
  return tables.map(({ name, rows, columns }, i) => ({
    name,
    rows,
    columns: columns.map((column, at) =>
      ofNames.has(roles[i]?.[at]?.role ?? "ignore") ? { heading: column.heading, ...nothing } : column,
    ),
  }));
}

// the cells are in the records by now; only reasons show them as they were written
function idsOnly(tables: readonly Table[], { records }: Keyed): readonly Table[] {
  return tables.map((table, i) => ({
    ...table,
    columns: table.columns.map((column, at) =>
      at === records.idColumns[i] ? column : { heading: column.heading, ...nothing },
    ),
  }));
}

async function prepareWith(one: Keyed, helper: Helper | undefined, options: MatchOptions): Promise<Prepared> {
  await helper?.ask({ do: "keyed", keyed: one });
  const { blocks, price } = await pricedBlocks(one, (wanted) => makeBlocks(one, wanted, helper, options));
  await options.onProgress?.({ step: "train", done: 0, of: 1 });
  const { records, within } = one;
  const prepared: Prepared = { records, within, blocks, price, model: modelFor(one, blocks, options) };
  return helper ? shared(prepared) : prepared;
}

async function readAll(paths: readonly string[], helper: Helper | undefined): Promise<readonly Table[]> {
  const own = paths.length > 1 ? paths.slice(0, 1) : paths;
  const asked = helper ? paths.slice(own.length).map((path) => helper.ask<Table>({ do: "read", path })) : [];
  const read: Table[] = [];
  for (const path of helper ? own : paths) read.push(await readTable(path, await contents(path)));
  return [...read, ...(await Promise.all(asked))];
}

async function makeBlocks(
  one: Keyed,
  wanted: readonly Wanted[],
  helper: Helper | undefined,
  { onProgress }: MatchOptions,
): Promise<readonly Blocks[]> {
  // every second one is the helper's
  const isTheirs = (i: number) => helper !== undefined && i % 2 === 1;
  const asked = helper?.ask<readonly Blocks[]>({
    do: "blocks",
    wanted: wanted.filter((_, i) => isTheirs(i)),
  });
  const own: Blocks[] = [];
  for (const [i, next] of wanted.entries()) {
    if (isTheirs(i)) continue;
    await onProgress?.({ step: "block", done: i, of: wanted.length });
    const blocks = blocksFor(one, next);
    own.push(helper ? shared(blocks) : blocks);
    if (own.length % releaseEvery === 0) release();
  }
  const theirs = (await asked) ?? [];
  return wanted.flatMap((_, i) => (isTheirs(i) ? theirs[i >> 1] : own[helper ? i >> 1 : i]) ?? []);
}

const releaseEvery = 4; // sources
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
