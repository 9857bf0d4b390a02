import { describe, expect, it } from "vitest";
import { BatchQueue } from "./batch-queue.ts";

describe("group commit", () => {
  const queueOver = (batches: number[][], maxWeight = 100) =>
    new BatchQueue<number, number>({
      weigh: (item) => item,
      maxWeight,
      commit: async (batch) => {
        batches.push([...batch]);
        if (batch.includes(13)) throw new Error("The disk is away.");
        return batch.map((item) => (item < 0 ? { error: new Error("negative") } : { value: item * 2 }));
      },
    });

  it("[ST80] commits what arrives together, and what arrives meanwhile, each in one batch", async () => {
    const batches: number[][] = [];
    const queue = queueOver(batches);
    const first = [queue.add(1), queue.add(2)];
    const later = first[0]?.then(() => Promise.all([queue.add(3), queue.add(4)]));
    expect(await Promise.all(first)).toEqual([2, 4]);
    expect(await later).toEqual([6, 8]);
    expect(batches).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it("[ST81] keeps the order and the weight of a batch, but takes one item however heavy", async () => {
    const batches: number[][] = [];
    const queue = queueOver(batches);
    await Promise.all([60, 40, 1, 500, 2].map((item) => queue.add(item)));
    expect(batches).toEqual([[60, 40], [1], [500], [2]]);
  });

  it("[ST82] answers each item by itself, goes on after a failure, and drains", async () => {
    const batches: number[][] = [];
    const queue = queueOver(batches);
    const settled = Promise.allSettled([queue.add(1), queue.add(-1), queue.add(2)]);
    expect((await settled).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    await expect(queue.add(13)).rejects.toThrow("The disk is away.");
    const last = queue.add(5);
    await queue.drained();
    expect(await Promise.race([last, "pending"])).toBe(10);
  });
});
