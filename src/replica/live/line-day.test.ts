import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import {
  type ActId,
  blocksOf,
  conflictsOf,
  type Kind,
  lineDaysAhead,
  type Office,
  type PayloadOf,
  receiptFrom,
  receiptsOf,
  tellingOf,
} from "#record";
import { instantOf, manifestOver } from "#record/testing";
import { memoryKeep } from "./memory-keep.ts";
import type { Replica } from "./replica.ts";
import { Stage, until } from "./testing/stage.ts";

const perBlock = 20;
const persons = 300;

// Both sides hand over 300 persons in blocks of 20, on tablets that hear of nobody all day.
describe("a day at the line without a network", () => {
  let stage: Stage;
  let isCut = false;
  beforeAll(async () => {
    stage = await Stage.of();
  });
  afterAll(() => stage.close());

  const tablet = async (office: Office, keep = memoryKeep()) => {
    const device = await stage.device(office);
    const changed = async () => {
      if (isCut) throw new TypeError("There is no network.");
      return undefined;
    };
    const replica = await stage.replica(office, keep, { device, changed });
    return { office, keep, replica };
  };
  const say = async <K extends Kind>(replica: Replica, kind: K, payload: PayloadOf<K>): Promise<ActId> => {
    const saidAt = new Date(stage.process.now).toISOString();
    const made = replica.compose({ room: "exchange", kind, payload, capacity: "officer", saidAt });
    if (!("act" in made)) throw new Error(made.problem.detail);
    expect(made.problem).toBeUndefined();
    return replica.say(made.act);
  };
  const ahead = ({ state, queue }: Replica) =>
    lineDaysAhead(
      state,
      queue.map((one) => one.act),
      stage.process.now,
    );
  const dayOn = (replica: Replica, id: ActId) => {
    const state = ahead(replica);
    const day = state.lineday.manifests.get(id);
    if (!day) throw new Error("The manifest is not read.");
    return { state, day };
  };

  it("[LD25] goes on for 300 and 300 persons, over a reload, and the tablets reconcile when they are back", async () => {
    const a = await tablet("party-a");
    const b = await tablet("party-b");
    const second = await tablet("party-a"); // another tablet of the same side
    const all = [a, b, second];
    for (const { replica } of all) replica.start();
    await until(() => all.every((one) => one.replica.status === "current"), "current");
    const manifests: { id: ActId; codes: readonly string[] }[] = [];
    for (const { replica, office } of [a, b]) {
      const random = seededRandom(office.length + office.charCodeAt(6));
      const made = manifestOver({ random, now: stage.process.now }, { persons, operatorCounts: false });
      manifests.push({
        id: await say(replica, "line.manifest_made", made),
        codes: made.persons.map((one) => one.code),
      });
    }
    await until(
      () => all.every(({ replica }) => manifests.every(({ id }) => replica.state.entries.has(id))),
      "both manifests",
    );
    isCut = true;
    for (const { replica } of all) await replica.stop();
    const begun = performance.now();
    let acts = 0;
    for (const [turn, { id, codes }] of manifests.entries()) {
      const [giver, receiver] = turn === 0 ? [a.replica, b.replica] : [b.replica, a.replica];
      for (let block = 1; block <= persons / perBlock; block++) {
        const passing = codes.slice((block - 1) * perBlock, block * perBlock);
        const steps = (step: "counted_out" | "counted_in") =>
          passing.map((code) => ({ code, step, at: instantOf(stage.process.now) }));
        const told = block === 1 ? [] : [{ counter: "receiver" as const, heads: perBlock }];
        await say(giver, "line.block_opened", { manifest: id, block, codes: [...passing], told });
        await say(giver, "line.counted", { manifest: id, block, heads: perBlock });
        await say(giver, "line.steps_noted", { manifest: id, steps: steps("counted_out") });
        await say(receiver, "line.counted", { manifest: id, block, heads: perBlock });
        await say(receiver, "line.steps_noted", { manifest: id, steps: steps("counted_in") });
        acts += 5;
      }
    }
    // the same persons once more, on the side's other tablet
    const [first] = manifests;
    if (!first) throw new Error("There is no manifest.");
    const again = first.codes
      .slice(0, 40)
      .map((code) => ({ code, step: "counted_out" as const, at: instantOf(stage.process.now) }));
    await say(second.replica, "line.steps_noted", { manifest: first.id, steps: again });
    const perActMs = (performance.now() - begun) / acts;
    expect(perActMs).toBeLessThan(400); // some tens on an idle machine
    const own = dayOn(a.replica, first.id);
    expect(tellingOf(own.state, own.day, "giver")).toMatchObject({ came: persons, open: 0 });
    expect(blocksOf(own.state, own.day).at(0)?.status).toBe("told");

    const reloaded = [await tablet("party-a", a.keep), await tablet("party-b", b.keep), second];
    expect(reloaded.map(({ replica }) => replica.queue.length)).toEqual([75, 75, 1]);
    isCut = false;
    for (const { replica } of reloaded) replica.start();
    await until(
      () =>
        reloaded.every(({ replica }) => replica.queue.length === 0 && replica.state.entries.size >= acts + 3),
      "all is recorded everywhere",
      30_000,
    );
    for (const { replica } of reloaded)
      for (const { id } of manifests) {
        const { state, day } = dayOn(replica, id);
        expect(conflictsOf(state, day)).toEqual([]);
        expect(new Set(blocksOf(state, day).map((one) => one.status))).toEqual(new Set(["counts_agree"]));
        for (const counter of ["giver", "receiver"] as const)
          expect(tellingOf(state, day, counter)).toMatchObject({ came: persons, open: 0, owed: 0 });
      }
    const [back] = reloaded;
    if (!back) throw new Error("There is no tablet.");
    for (const [counter, one] of [
      ["giver", reloaded[0]],
      ["receiver", reloaded[1]],
    ] as const) {
      const { state, day } = dayOn(back.replica, first.id);
      const receipt = receiptFrom(state, day, counter);
      if (receipt && one) await say(one.replica, "line.receipt_signed", receipt);
    }
    await until(() => {
      const { state, day } = dayOn(back.replica, first.id);
      return receiptsOf(state, day).status === "joint";
    }, "a joint receipt");
  }, 300_000);
});
