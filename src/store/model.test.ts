import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProblemError } from "#base";
import { appendOf, hex, rowAt } from "./builders.ts";
import type { Append, AppendResult, Guard, Row, Store } from "./store.ts";
import { postgresBackend, sqliteBackend, type TestBackend, testDatabaseUrl } from "./test-places.ts";

/** One call of append as it is drawn; sizes are given by how far they are off. */
type Call = {
  readonly appends: readonly {
    readonly log: number;
    readonly off: number;
    readonly count: number;
    readonly repeats: boolean;
  }[];
  readonly guards: readonly { readonly log: number; readonly off: number }[];
};

const LOGS = 3;

const off = fc.constantFrom(0, 0, 0, 0, -1, 1);
const call: fc.Arbitrary<Call> = fc.record({
  appends: fc.uniqueArray(
    fc.record({
      log: fc.nat(LOGS - 1),
      off,
      count: fc.integer({ min: 1, max: 3 }),
      repeats: fc.constantFrom(false, false, false, false, true),
    }),
    { minLength: 1, maxLength: LOGS, selector: ({ log }) => log },
  ),
  guards: fc.array(fc.record({ log: fc.nat(LOGS - 1), off }), { maxLength: 2 }),
});
/** Calls of one turn are made without waiting for each other. */
const turns = fc.array(fc.array(call, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });

type Answer = AppendResult | { readonly refused: string };

/** What the store should be, in a few lines: lists in memory. */
class Model {
  readonly logs = new Map<string, Row[]>();

  size = (log: string): number => this.logs.get(log)?.length ?? 0;

  append(appends: readonly Append[], guards: readonly Guard[]): Answer {
    const expected = [...appends.map((one) => ({ log: one.log, size: one.expectedSize })), ...guards];
    const moved = expected.find(({ log, size }) => this.size(log) !== size);
    if (moved !== undefined) return { done: false, moved: moved.log, size: this.size(moved.log) };
    const isRepeated = appends.some(({ log, rows }) => {
      const ids = [...(this.logs.get(log) ?? []), ...rows].map(({ id }) => id);
      return new Set(ids).size < ids.length;
    });
    if (isRepeated) return { refused: "store.id_repeated" };
    for (const { log, rows } of appends) this.logs.set(log, [...(this.logs.get(log) ?? []), ...rows]);
    return { done: true };
  }
}

function describeModel(backend: TestBackend, numRuns: number): void {
  it(`[ST29] answers every interleaving of appends, guards and conflicts as lists in memory would`, {
    timeout: 300_000,
  }, async () => {
    const place = await backend.place();
    // where processes share a place, calls go to two stores in turn
    const stores = [await place.open(), ...(backend.isShared ? [await place.open()] : [])];
    let run = 0;
    await fc.assert(
      fc.asyncProperty(turns, async (drawn) => {
        const prefix = `run ${run++}`;
        const model = new Model();
        for (const [number, calls] of drawn.entries()) {
          const store = stores[number % stores.length];
          if (store === undefined) throw new Error("There is no store.");
          const asked: Promise<Answer>[] = [];
          const expected: Answer[] = [];
          for (const one of calls) {
            const { appends, guards } = await made(one, prefix, model);
            expected.push(model.append(appends, guards));
            asked.push(answerOf(store, appends, guards));
          }
          expect(await Promise.all(asked)).toEqual(expected);
        }
        for (const store of stores) await compare(store, prefix, model);
      }),
      { numRuns, seed: 20251122 },
    );
    for (const store of stores) expect(await store.check()).toEqual([]);
    for (const store of stores) await store.close();
    await place.remove();
  });
}

async function made({ appends, guards }: Call, prefix: string, model: Model) {
  const nameOf = (log: number) => `${prefix}/${log}`;
  return {
    appends: await Promise.all(
      appends.map(async ({ log, off, count, repeats }) => {
        const name = nameOf(log);
        const size = Math.max(0, model.size(name) + off);
        const rows: Row[] = [];
        for (let i = 0; i < count; i++) rows.push(await rowAt(name, repeats && i === 0 ? 0 : size + i));
        return appendOf(name, size, rows);
      }),
    ),
    guards: guards.map(({ log, off }) => ({
      log: nameOf(log),
      size: Math.max(0, model.size(nameOf(log)) + off),
    })),
  };
}

async function answerOf(store: Store, appends: readonly Append[], guards: readonly Guard[]): Promise<Answer> {
  try {
    return await store.append(appends, guards);
  } catch (error) {
    if (error instanceof ProblemError) return { refused: error.problem.code };
    throw error;
  }
}

async function compare(store: Store, prefix: string, model: Model): Promise<void> {
  const sizes = (await store.logs()).filter(({ log }) => log.startsWith(`${prefix}/`));
  expect(new Map(sizes.map(({ log, size }) => [log, size]))).toEqual(
    new Map([...model.logs].map(([log, rows]) => [log, rows.length])),
  );
  for (const [log, rows] of model.logs) {
    const found: object[] = [];
    for await (const row of store.read(log, 0)) found.push(row);
    expect(found).toEqual(rows.map((row, seq) => ({ seq, ...row })));
    expect(hex(await store.leafHashes(log))).toBe(rows.map((row) => hex(row.leafHash)).join(""));
    expect((await store.latestCheckpoint(log))?.size).toBe(rows.length);
    for (const [seq, { id }] of rows.entries()) expect(await store.has(log, id)).toBe(seq);
  }
}

describe("sqlite", () => describeModel(sqliteBackend, 150));
describe.skipIf(testDatabaseUrl === undefined)("postgres", () => describeModel(postgresBackend, 60));
