import { describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import { checkAct } from "../act/bytes.ts";
import type { Act } from "../act/kinds.ts";
import { refsOf } from "../eligibility/persons.ts";
import { known } from "../fold/state.ts";
import { fold } from "../fold/view.ts";
import { owed } from "../gate/gate.ts";
import {
  idOf,
  instantOf,
  listIn,
  manifestOver,
  ownRecord,
  type Saying,
  said,
  trancheIn,
  unread,
  World,
  written,
} from "../testing/index.ts";
import { type Counter, counters, type Exception, type Step } from "./acts.ts";
import { lineDaysAhead } from "./ahead.ts";
import { blocksOf } from "./blocks.ts";
import { conflictsOf } from "./conflicts.ts";
import { givingSide, manifestOf } from "./manifest.ts";
import { type NextStep, nextStep } from "./next.ts";
import { receiptFrom, receiptsOf } from "./receipts.ts";
import { tellingOf } from "./telling.ts";
import { lineDebts } from "./view.ts";

const room = "exchange";
const giver = "exchange-a";
const receiver = "exchange-b";
type Rest = Record<string, unknown> & { persons?: number; spares?: number };

/** A process in which one side has made a manifest of four persons, with two spare wristbands. */
function opened(rest: Rest = {}, world = World.opened()) {
  const payload = manifestOver({ random: world.ids, now: world.now }, { persons: 4, ...rest });
  const { id } = world.must({ kind: "line.manifest_made", by: giver, room, payload });
  const codes = payload.persons.map((one) => one.code);
  world.now += 60_000;
  const note = (by: Office, step: Step, ...of: readonly string[]) => stepsSaying(world, id, by, step, of);
  return {
    world,
    id,
    codes: codes as [string, string, string, string],
    spares: payload.spares as [string, string],
    payload,
    day: () => {
      const day = world.state("host").lineday.manifests.get(id);
      if (!day) throw new Error("The manifest was not read.");
      return day;
    },
    steps: (by: Office, step: Step, ...of: readonly string[]) => world.must(note(by, step, ...of)),
    refusedSteps: (by: Office, step: Step, ...of: readonly string[]) => world.refused(note(by, step, ...of)),
    open: (block: number, of: readonly string[], told: readonly [Counter, number][] = []) =>
      blockSaying(id, block, of, told),
    count: (by: Office, block: number, heads: number) =>
      world.must({ kind: "line.counted", by, room, payload: { manifest: id, block, heads } }),
    except: (by: Office, exception: Exception) =>
      ({ kind: "line.exception_noted", by, room, payload: { manifest: id, exception } }) as const,
    tell: (counter: Counter) => {
      const state = world.state("host");
      const day = state.lineday.manifests.get(id);
      if (!day) throw new Error("The manifest was not read.");
      return tellingOf(state, day, counter);
    },
  };
}

function stepsSaying(world: World, manifest: ActId, by: Office, step: Step, of: readonly string[]) {
  const at = instantOf(world.now);
  const payload = { manifest, steps: of.map((code) => ({ code, step, at })) };
  return { kind: "line.steps_noted", by, room, payload } as const;
}

function blockSaying(
  manifest: ActId,
  block: number,
  of: readonly string[],
  all: readonly [Counter, number][],
): Saying<"line.block_opened"> {
  const told = all.map(([counter, heads]) => ({ counter, heads }));
  return { kind: "line.block_opened", by: giver, room, payload: { manifest, block, codes: [...of], told } };
}

const owes = (world: World, what: string) =>
  owed(world.state("host"), world.now)
    .filter((one) => one.what === what)
    .map((one) => one.by);

describe("a day at the line", () => {
  it("[LD1] the side that makes the manifest gives", () => {
    const { world, id, day } = opened();
    expect(givingSide(day())).toBe("a");
    const other = manifestOver({ random: world.ids, now: world.now });
    world.must({ kind: "line.manifest_made", by: "party-b", room, payload: other });
    expect([...world.state("host").lineday.manifests.values()].map(givingSide)).toEqual(["a", "b"]);
    expect(id).not.toBe("");
  });

  it("[LD2] a wristband stands on one manifest only, and in it once", () => {
    const { world, payload, codes } = opened();
    const next = manifestOver({ random: world.ids, now: world.now });
    expect(
      world.refused({
        kind: "line.manifest_made",
        by: receiver,
        room,
        payload: { ...next, spares: [codes[0]] },
      }),
    ).toBe("LD2");
    const twice = said(world, {
      kind: "line.manifest_made",
      by: giver,
      room,
      payload: { ...payload, spares: [codes[1]] },
    });
    expect(JSON.stringify(checkAct(twice))).toContain("gives one code to two persons");
  });

  it("[LD3] a manifest is replaced by its own side while nothing is noted on it, and never corrected", () => {
    const { world, id, payload, steps, codes } = opened();
    const replace = (by: Office) =>
      ({
        kind: "line.manifest_made",
        by,
        room,
        payload: { ...payload, place: "The other bridge", replaces: id },
      }) as const;
    expect(world.refused(replace(receiver))).toBe("LD3");
    const corrected = { act: id, reason: "A slip.", payload: { ...payload, place: "Elsewhere" } };
    expect(world.refused({ kind: "act.corrected", by: giver, room, payload: corrected })).toBe("RC4");
    const second = world.must(replace(giver));
    expect(world.refused(replace(giver))).toBe("LD3");
    expect(world.refused(stepsSaying(world, id, giver, "boarded", [codes[0]]))).toBe("LD4");
    world.must(stepsSaying(world, second.id, giver, "boarded", [codes[0]]));
    const third = { ...payload, replaces: second.id };
    expect(world.refused({ kind: "line.manifest_made", by: giver, room, payload: third })).toBe("LD3");
    expect(steps).toBeTypeOf("function");
  });

  it("[LD26] a manifest is of a locked tranche, and names those whom its side returns in it", () => {
    const world = World.opened();
    const list = listIn(world);
    const tranche = trancheIn(world, "party-a", list);
    const payload = manifestOver({ random: world.ids, now: world.now }, { persons: 2 });
    const making = (lines: readonly number[]) => {
      const persons = payload.persons.map((one, i) => ({ ...one, record: { list, line: lines[i] ?? 1 } }));
      return {
        kind: "line.manifest_made",
        by: giver,
        room,
        payload: { ...payload, tranche, persons },
      } as const;
    };
    expect(world.refused(making([1, 2]))).toBe("LD26");
    for (const by of ["party-a", "party-b"] as const)
      world.must({
        kind: "tranche.answered",
        by,
        room,
        payload: { tranche, answer: "agreed", source: ownRecord },
      });
    for (const by of ["party-a", "party-b"] as const)
      world.must({ kind: "tranche.locked", by, room, payload: { tranche, digest: "ab".repeat(32) } });
    const state = world.state("host");
    const text = known(state, tranche, "tranche.tabled").act.payload;
    const own = text.parts.filter((one) => one.returnedBy === "a").flatMap((one) => refsOf(one.persons));
    const [first, second] = own.map((one) => one.line);
    expect(world.refused(making([first ?? 0, 9_999]))).toBe("LD26");
    expect(world.refused({ ...making([first ?? 0, second ?? first ?? 0]), by: receiver })).toBe("LD26");
    world.must(making([first ?? 0, second ?? first ?? 0]));
  });

  it("[LD4] notes name a manifest that their author reads; its tranche may be unread", () => {
    const { world, payload, codes } = opened();
    expect(world.state(giver).entries.has(payload.tranche)).toBe(false);
    expect(world.refused(stepsSaying(world, unread, giver, "boarded", [codes[0]]))).toBe("LD4");
  });

  it("[LD5] notes name wristbands of the manifest, and spare ones where nobody was listed", () => {
    const { world, open, except, codes, spares, refusedSteps } = opened();
    const [strange = ""] = manifestOver({ random: seededRandom(9), now: world.now }).spares;
    expect(refusedSteps(giver, "boarded", strange)).toBe("LD5");
    expect(world.refused(open(1, [strange]))).toBe("LD5");
    for (const exception of [
      { type: "not_available", code: strange },
      { type: "not_available", code: spares[0] },
      { type: "unexpected_person", code: codes[0] },
      { type: "substituted", code: codes[0], came: codes[1] },
    ] as const)
      expect(world.refused(except(giver, exception))).toBe("LD5");
    expect(refusedSteps(giver, "boarded", spares[0])).toBeUndefined();
  });

  it("[LD6] each side notes its own steps, and the operator may witness all", () => {
    const { refusedSteps, codes } = opened();
    const mine = {
      boarded: giver,
      arrived: giver,
      counted_out: giver,
      identity_checked: receiver,
      counted_in: receiver,
    };
    for (const [step, own] of Object.entries(mine) as [Step, Office][])
      for (const by of [giver, receiver, "party-a", "party-b", "operator"] as const)
        expect(`${by} ${step} ${refusedSteps(by, step, codes[0])}`).toBe(
          `${by} ${step} ${by === "operator" || by.at(-1) === own.at(-1) ? undefined : "LD6"}`,
        );
  });

  it("[LD7] nobody is moved before the manifest is made, nor in the future", () => {
    const { world, id, codes } = opened();
    const at = (minutes: number) => {
      const steps = [
        { code: codes[0], step: "boarded" as const, at: instantOf(world.now + minutes * 60_000) },
      ];
      return world.refused({ kind: "line.steps_noted", by: giver, room, payload: { manifest: id, steps } });
    };
    expect(at(-20)).toBe("LD7");
    expect(at(20)).toBe("LD7");
    expect(at(0)).toBeUndefined();
  });

  it("[LD8] a block is opened by the giving side, with at most so many persons as were agreed", () => {
    const { world, open, codes } = opened({ largestBlock: 2 });
    expect(world.refused({ ...open(1, codes.slice(0, 2)), by: receiver })).toBe("LD8");
    expect(world.refused(open(1, codes.slice(0, 3)))).toBe("LD8");
    expect(world.refused(open(1, codes.slice(0, 2)))).toBeUndefined();
  });

  it("[LD9] the next block waits for counts that agree", () => {
    const { world, open, count, codes, day } = opened();
    world.must(open(1, codes.slice(0, 2)));
    const next = open(2, codes.slice(2));
    const status = () => blocksOf(world.state("host"), day())[0]?.status;
    expect([world.refused(next), status()]).toEqual(["LD9", "counting"]);
    count(giver, 1, 2);
    count(receiver, 1, 1);
    expect([world.refused(next), status()]).toEqual(["LD9", "differs"]);
    world.now += 1_000;
    count(receiver, 1, 2);
    expect([world.refused(next), status()]).toEqual(["LD9", "counting"]);
    count("operator", 1, 2);
    expect([world.refused(next), status()]).toEqual([undefined, "counts_agree"]);
  });

  it("[LD9] where the operator does not count, two counts are enough", () => {
    const { world, open, count, codes } = opened({ operatorCounts: false });
    world.must(open(1, codes.slice(0, 2)));
    count(giver, 1, 2);
    count(receiver, 1, 2);
    expect(world.refused(open(2, codes.slice(2)))).toBeUndefined();
  });

  it("[LD9] a count that was told at the line stands in for one that has not come in, and is seen where it differs", () => {
    const { world, open, count, codes, day } = opened();
    world.must(open(1, codes.slice(0, 2)));
    count(giver, 1, 2);
    const told: [Counter, number][] = [
      ["receiver", 2],
      ["operator", 2],
    ];
    expect(world.refused(open(2, codes.slice(2), [["receiver", 2]]))).toBe("LD9");
    expect(world.refused(open(2, codes.slice(2), [...told.slice(0, 1), ["operator", 1]]))).toBe("LD9");
    world.must(open(2, codes.slice(2), told));
    const first = () => blocksOf(world.state("host"), day())[0];
    expect(first()?.status).toBe("told");
    expect(conflictsOf(world.state("host"), day())).toEqual([]);
    count(receiver, 1, 1);
    expect(first()?.status).toBe("differs");
    expect(conflictsOf(world.state("host"), day())).toEqual([
      { type: "told_otherwise", block: 1, counter: "receiver" },
      { type: "opened_before_agreed", block: 2 },
    ]);
  });

  it("[LD11] three counts stand side by side, and who counts again is believed the last time", () => {
    const { world, count, day } = opened();
    count(receiver, 1, 19);
    count(giver, 1, 20);
    world.now += 60_000;
    count("party-b", 1, 20); // of the same side, without a block that this copy has read
    const [block] = blocksOf(world.state("host"), day());
    expect([...(block?.counts ?? [])].map(([counter, one]) => [counter, one.heads, one.times])).toEqual([
      ["giver", 20, 1],
      ["receiver", 20, 2],
    ]);
    expect(block?.openings).toEqual([]);
  });

  it("[LD23] a block opened twice and a person in two blocks are conflicts in sight", () => {
    const { world, open, count, codes, day } = opened();
    world.must(open(1, codes.slice(0, 2)));
    world.must(open(1, codes.slice(0, 2))); // the same said by two tablets is the same
    expect(conflictsOf(world.state("host"), day())).toEqual([]);
    world.must(open(1, codes.slice(1, 3)));
    for (const by of [giver, receiver, "operator"] as const) count(by, 1, 3);
    world.must(open(2, codes.slice(2)));
    expect(conflictsOf(world.state("host"), day())).toEqual([
      { type: "block_opened_twice", block: 1 },
      { type: "in_two_blocks", code: codes[2], block: 2 },
    ]);
    expect(blocksOf(world.state("host"), day())[0]?.codes.length).toBe(3);
  });

  it("[LD23] two words of one side on one person are a conflict; two sides' words are not", () => {
    const { world, except, codes, day } = opened();
    world.must(except(giver, { type: "no_show", code: codes[0], cause: "ill" }));
    world.must(except(receiver, { type: "not_available", code: codes[0] }));
    expect(conflictsOf(world.state("host"), day())).toEqual([]);
    world.must(except("party-a", { type: "died_in_transit", code: codes[0] }));
    expect(conflictsOf(world.state("host"), day())).toEqual([
      { type: "two_words", code: codes[0], counter: "giver" },
    ]);
  });

  it("[LD12] why somebody was not brought is the giving side's to say", () => {
    const { world, except, codes } = opened();
    for (const by of [receiver, "operator"] as const) {
      expect(world.refused(except(by, { type: "no_show", code: codes[0], cause: "withheld" }))).toBe("LD12");
      expect(
        world.refused(except(by, { type: "no_show", code: codes[0], cause: "not_said" })),
      ).toBeUndefined();
    }
    expect(
      world.refused(except(giver, { type: "no_show", code: codes[0], cause: "escaped" })),
    ).toBeUndefined();
  });

  it("[LD13] who will not cross is not available, in anybody's word, and no field holds a reason", () => {
    const { world, id, except, codes } = opened();
    for (const by of [giver, receiver, "operator"] as const)
      expect(world.refused(except(by, { type: "not_available", code: codes[0] }))).toBeUndefined();
    const exception = { type: "not_available", code: codes[0], cause: "will not cross" } as never;
    const withReason = said(world, {
      kind: "line.exception_noted",
      by: "operator",
      room,
      payload: { manifest: id, exception },
    });
    expect(checkAct(withReason)).toHaveProperty("problem");
  });

  it("[LD14] who died in transit stays on the manifest, and counts by its rule", () => {
    for (const [diedBefore, diedAfter, counting] of [
      ["counts", "counts", 2],
      ["does_not_count", "counts", 1],
      ["does_not_count", "does_not_count", 0],
    ] as const) {
      const { world, except, steps, codes, tell } = opened({ countRule: { diedBefore, diedAfter } });
      world.must(except(receiver, { type: "died_in_transit", code: codes[0] }));
      steps(receiver, "counted_in", codes[1]);
      world.now += 60_000;
      world.must(except(receiver, { type: "died_in_transit", code: codes[1] }));
      const telling = tell("receiver");
      expect(telling.outcomes.size).toBe(4);
      expect([telling.outcomes.get(codes[0]), telling.outcomes.get(codes[1])]).toEqual([
        "died_before_delivery",
        "died_after_delivery",
      ]);
      expect(telling.counting).toBe(counting);
    }
  });

  it("[LD15] a receipt names everybody once", () => {
    const { world, id, codes, spares } = opened();
    const sign = (came: readonly string[], rest: readonly string[], unexpected: readonly string[] = []) =>
      world.refused({
        kind: "line.receipt_signed",
        by: receiver,
        room,
        payload: {
          manifest: id,
          came: [...came],
          exceptions: rest.length > 0 ? [{ type: "no_show", codes: [...rest] }] : [],
          unexpected: [...unexpected],
          firstAt: instantOf(world.now),
          lastAt: instantOf(world.now),
        },
      });
    expect(sign(codes.slice(0, 3), [])).toBe("LD15");
    expect(sign(codes, [codes[0]])).toBe("LD15");
    expect(sign(codes.slice(1), [spares[0]])).toBe("LD15");
    expect(sign(codes, [], [codes[0]])).toBe("LD15");
    expect(sign(codes.slice(1), [codes[0]], spares)).toBeUndefined();
  });

  it("[LD16] a receipt is joint once both sides have signed the same of every person", () => {
    const { world, id, codes, steps, except, day } = opened();
    const status = () => receiptsOf(world.state("host"), day());
    const sign = (by: Office, counter: Counter) => {
      const payload = receiptFrom(world.state(by), day(), counter);
      if (!payload) throw new Error(`${counter} has not told of everybody.`);
      world.must({ kind: "line.receipt_signed", by, room, payload });
    };
    steps(giver, "counted_out", ...codes.slice(0, 3));
    world.must(except(giver, { type: "no_show", code: codes[3], cause: "ill" }));
    steps(receiver, "counted_in", ...codes.slice(1));
    expect(receiptFrom(world.state(receiver), day(), "receiver")).toBeUndefined();
    world.must(except(receiver, { type: "no_show", code: codes[0], cause: "not_said" }));
    expect(status().status).toBe("none");
    sign(giver, "giver");
    expect(status().status).toBe("one_side");
    sign(receiver, "receiver"); // three and one, as the other says: but not the same three
    expect(status().status).toBe("differs");
    steps(receiver, "counted_in", codes[0]);
    world.now += 60_000;
    world.must(except(receiver, { type: "no_show", code: codes[3], cause: "not_said" }));
    steps(receiver, "counted_in", codes[0]);
    world.now += 60_000;
    const again = { ...receiptFrom(world.state(giver), day(), "giver"), manifest: id } as never;
    world.must({ kind: "line.receipt_signed", by: receiver, room, payload: again });
    expect([status().status, status().isWitnessed]).toEqual(["joint", false]);
    world.must({ kind: "line.receipt_signed", by: "operator", room, payload: again });
    expect(status().isWitnessed).toBe(true);
  });

  it("[LD17] the same step noted twice is the same step, at its earliest time", () => {
    const { world, steps, codes, tell } = opened();
    steps(receiver, "counted_in", codes[0]);
    const before = tell("receiver");
    world.now += 600_000;
    steps("party-b", "counted_in", codes[0]);
    expect(written(tell("receiver"))).toBe(written({ ...before, last: before.last }));
  });

  it("[LD19] who was brought instead stands for one person, and an unexpected one for nobody", () => {
    const { world, steps, except, codes, spares, tell } = opened();
    world.must(except(receiver, { type: "substituted", code: codes[0], came: spares[0] }));
    world.must(except(receiver, { type: "substituted", code: codes[1], came: spares[0] }));
    expect(tell("receiver").counting).toBe(0);
    steps(receiver, "counted_in", spares[0], spares[1]);
    const telling = tell("receiver");
    expect([telling.counting, telling.owed, telling.open, telling.came]).toEqual([1, 1, 2, 0]);
    expect(telling.unexpected).toEqual([spares[1]]);
  });

  it("[LD20] what is owed is told by each counter for itself, per giving side", () => {
    const { world, steps, except, codes, tell } = opened();
    steps(giver, "counted_out", ...codes);
    steps(receiver, "counted_in", ...codes.slice(0, 3));
    world.must(except(receiver, { type: "misidentified", code: codes[3] }));
    const debts = lineDebts(world.state("host"));
    expect([debts.a.listed, debts.b.listed]).toEqual([4, 0]);
    expect(debts.a.tellings.map((one) => [one.counter, one.came, one.owed, one.open])).toEqual([
      ["giver", 4, 0, 0],
      ["receiver", 3, 1, 0],
      ["operator", 0, 0, 4],
    ]);
    expect(tell("receiver").owed).toBe(1);
  });

  it("[LD21] owed are counts, own words on who passed, receipts, and persons still to come", () => {
    const { world, open, count, codes, steps, except, day } = opened();
    expect(owed(world.state("host"), world.now).filter((one) => one.what.startsWith("line_"))).toEqual([]);
    world.must(open(1, codes));
    expect(owes(world, "line_count").toSorted()).toEqual([giver, receiver, "operator"]);
    for (const by of [giver, receiver, "operator"] as const) count(by, 1, 4);
    expect(owes(world, "line_count")).toEqual([]);
    expect(owes(world, "line_step").toSorted()).toEqual([giver, receiver]);
    steps(giver, "counted_out", ...codes);
    steps(receiver, "counted_in", ...codes.slice(1));
    expect(owes(world, "line_receipt")).toEqual([giver]);
    world.must(except(receiver, { type: "no_show", code: codes[0], cause: "not_said" }));
    const payload = receiptFrom(world.state(receiver), day(), "receiver");
    world.must({ kind: "line.receipt_signed", by: receiver, room, payload: payload as never });
    expect(owes(world, "line_step")).toEqual([]);
    expect(owes(world, "line_receipt").toSorted()).toEqual([giver, "operator"]);
    expect(owes(world, "line_debt")).toEqual([giver]);
  });

  it("[LD22] a slip in steps is corrected; a count is followed by another", () => {
    const { world, id, steps, codes, tell, count } = opened();
    const slip = steps(receiver, "counted_in", codes[0], codes[1]);
    const right = { ...slip.payload, steps: slip.payload.steps.slice(0, 1) };
    const correct = (payload: Record<string, unknown>, act: ActId) =>
      ({
        kind: "act.corrected",
        by: receiver,
        room,
        payload: { act, reason: "The wrong wristband.", payload },
      }) as const;
    world.must(correct(right, slip.id));
    expect([tell("receiver").came, tell("receiver").outcomes.get(codes[1])]).toEqual([1, "open"]);
    const counted = count(receiver, 1, 3);
    expect(world.refused(correct({ manifest: id, block: 1, heads: 4 }, counted.id))).toBe("RC4");
  });

  it("[LD25] own acts on their way are seen on top of what is recorded, which they do not change", () => {
    const { world, id, codes, day } = opened();
    const state = world.state(giver);
    const before = written(state);
    const queued = said(world, stepsSaying(world, id, giver, "counted_out", [codes[0], codes[1]]));
    const next = said(world, {
      kind: "act.corrected",
      by: giver,
      room,
      payload: {
        act: queued.id,
        reason: "A slip.",
        payload: { ...queued.payload, steps: queued.payload.steps.slice(1) },
      },
    });
    const ahead = lineDaysAhead(state, [queued, next] as Act[], world.now);
    expect(tellingOf(ahead, day(), "giver").came).toBe(0); // of the recorded day: nothing of it
    const seen = ahead.lineday.manifests.get(id);
    expect(seen && tellingOf(ahead, seen, "giver").outcomes.get(codes[1])).toBe("came");
    expect(seen && tellingOf(ahead, seen, "giver").came).toBe(1);
    expect(written(state)).toBe(before);
    expect(lineDaysAhead(state, [], world.now)).toBe(state);
    const recorded = fold([
      ...world.entriesFor(giver),
      ...[queued, next].map((act, i) => ({ act: act as Act, seq: 90 + i, receivedAt: world.now, roster: 1 })),
    ]);
    expect(written(recorded.lineday)).toBe(written(ahead.lineday));
    expect(manifestOf(ahead, day()).place).toBe("The bridge");
    expect(idOf(world.ids)).not.toBe("");
  });

  it("[LD27] what is next is one thing for each counter, and a count that is told leads to the next block", () => {
    const { world, day, codes, steps, open, count } = opened({ largestBlock: 2 });
    const next = () => counters.map((one) => nextStep(world.state("host"), day(), one)).map(inWords);
    expect(next()).toEqual(["board 0 4", "receive 1", "receive 1"]);
    steps(giver, "boarded", ...codes);
    expect(next()[0]).toBe("arrive 0 4");
    steps(giver, "arrived", codes[0]);
    expect(next()[0]).toBe("make_up 1 4");
    world.must(open(1, codes.slice(0, 2)));
    expect(next()).toEqual(["pass 1 2", "pass 1 2", "pass 1 2"]);
    steps(giver, "counted_out", ...codes.slice(0, 2));
    expect(next()[0]).toBe("count 1");
    count(receiver, 1, 2); // the persons can be noted afterwards: the receiving tablet goes on
    expect(next()).toEqual(["count 1", "receive 2", "pass 1 2"]);
    count(giver, 1, 1);
    expect(next()).toEqual(["recount 1", "recount 1", "pass 1 2"]);
    world.now += 1_000;
    count(giver, 1, 2);
    expect(next()).toEqual(["hear 1 2", "receive 2", "pass 1 2"]);
    count("operator", 1, 2);
    expect(next()).toEqual(["make_up 2 2", "receive 2", "receive 2"]);
    world.must(open(2, codes.slice(2)));
    steps(giver, "counted_out", ...codes.slice(2));
    count(giver, 2, 2); // nobody is left: no other count is waited for
    expect(next()[0]).toBe("sign 0 4");
    steps(receiver, "counted_in", ...codes.slice(1));
    count(receiver, 2, 2);
    expect(next()[1]).toBe("tell 0 1");
    steps(receiver, "counted_in", codes[0]);
    const receipt = receiptFrom(world.state(receiver), day(), "receiver");
    if (!receipt) throw new Error("Of everybody something was said.");
    world.must({ kind: "line.receipt_signed", by: receiver, room, payload: receipt });
    expect(next().slice(0, 2)).toEqual(["sign 0 4", "nothing 0"]);
  });
});

function inWords({ do: what, block, n }: NextStep): string {
  return [what, block, ...(n === undefined ? [] : [n])].join(" ");
}
