import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseVerifierKey, verifyReceipt } from "#ledger";
import { type Office, readableRooms } from "#record";
import { memoryKeep, type Replica, roomVerifier } from "#replica";
import { issue, round } from "#server/testing";
import { Stage, until } from "../../../replica/live/testing/stage.ts";
import { headWords } from "../../desk/head-words.ts";
import { recordActions } from "../../desk/record-actions.ts";
import { atOf, deskOver, idle } from "../../testing/index.ts";
import { recordAct } from "./act-query.ts";
import { type RecordFilter, recordChoices, recordList } from "./list-query.ts";
import { recordQueue } from "./queue-query.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.of();
  const { process } = stage;
  process.now += 60_000;
  await process.say("host", issue("The road by day"));
  process.now += 3 * 86_400_000;
  await process.say("party-a", issue("The bridge", "plenary"));
  await process.say("party-b", round(1));
  const opened = process.registry.state("host").entries.values();
  const bridge = [...opened].find(
    ({ act }) => act.kind === "issue.opened" && act.payload.words === "The bridge",
  );
  if (!bridge) throw new Error("The issue was not opened.");
  const payload = {
    act: bridge.act.id,
    reason: "A slip.",
    payload: { title: "An issue", words: "The long bridge" },
  };
  await process.say("party-a", { room: "plenary", kind: "act.corrected", payload });
});
afterAll(() => stage.close());

const none: RecordFilter = { room: "", office: "", kind: "", text: "", from: "", to: "" };

async function replicaOf(office: Office, canSign = false): Promise<Replica> {
  const device = canSign ? { device: await stage.device(office) } : {};
  const replica = await stage.replica(office, memoryKeep(), device);
  replica.start();
  await until(() => replica.status === "current");
  return replica;
}

const listed = (replica: Replica, filter: Partial<RecordFilter> = {}, from = 0, count = 200) =>
  recordList(atOf(replica, stage.process.now), { filter: { ...none, ...filter }, from, count });
const actOf = (replica: Replica, id: string) => recordAct(atOf(replica, stage.process.now), { id });

function idBy(replica: Replica, kind: string, office?: Office): string {
  const entry = replica
    .entries()
    .find(({ act }) => act.kind === kind && (!office || act.by.office === office));
  if (!entry) throw new Error(`Nobody has said ${kind}.`);
  return entry.act.id;
}

describe("the list", () => {
  it("[WR1] has every act that is read, the newest first, window by window", async () => {
    const replica = await replicaOf("host");
    const { total, rows } = listed(replica);
    expect(total).toBe(replica.entries().length);
    const newest = replica.entries().toReversed();
    expect(rows.map((row) => row.id)).toEqual(newest.map(({ act }) => act.id));
    expect(rows.every((row, i) => i === 0 || row.at <= (rows[i - 1]?.at ?? 0))).toBe(true);
    const windows = [0, 5, 10, 15].flatMap((from) => listed(replica, {}, from, 5).rows);
    expect(windows).toEqual(rows.slice(0, 20));
    expect(listed(replica, {}, total - 1, 50).rows.length).toBe(1);
    expect(listed(replica, {}, 0, 100_000).rows.length).toBeLessThanOrEqual(200);
  });

  it("[WR2] is narrowed by room, office, kind, words and days, one and all", async () => {
    const replica = await replicaOf("host");
    const entries = replica.entries();
    const count = (filter: Partial<RecordFilter>) => listed(replica, filter).total;
    expect(count({ room: "plenary" })).toBe(entries.filter(({ act }) => act.room === "plenary").length);
    expect(count({ office: "party-b" })).toBe(
      entries.filter(({ act }) => act.by.office === "party-b").length,
    );
    expect(count({ kind: "issue.opened" })).toBe(2);
    expect(count({ text: "BRIDGE" })).toBe(2); // the issue and its correction
    expect(count({ text: "bridge", kind: "issue.opened" })).toBe(1);
    expect(count({ text: "no such word" })).toBe(0);
    const day = new Date(stage.process.now).toISOString().slice(0, 10);
    expect(count({ from: day })).toBe(3);
    expect(count({ to: "2025-07-01" })).toBe(entries.length - 3);
    expect(count({ from: "2025-07-02", to: "2025-07-02" })).toBe(0);
    const choices = recordChoices(atOf(replica, 0), undefined);
    expect(choices.acts).toBe(entries.length);
    expect(choices.kinds.map((one) => one.value)).toContain("round.proposed");
    expect(choices.kinds.find((one) => one.value === "round.proposed")?.label).toBe("… proposed a round: …");
  });

  it("[WR3] begins with what is on its way, says why it was refused, and has it once when it is recorded", async () => {
    const replica = await replicaOf("party-a", true);
    const draft = {
      ...issue("The ferry"),
      capacity: "delegate",
      saidAt: new Date(stage.process.now).toISOString(),
    };
    const before = listed(replica).total;
    await replica.stop();
    const composed = replica.compose(draft);
    if (!("act" in composed)) throw new Error(composed.problem.detail);
    const id = await replica.say(composed.act);
    expect(listed(replica).rows[0]).toMatchObject({ id, seq: undefined, standing: "not_recorded" });
    expect(listed(replica).total).toBe(before + 1);
    expect(actOf(replica, id)).toMatchObject({
      seq: undefined,
      received: undefined,
      standing: "not_recorded",
    });
    expect(recordQueue(atOf(replica, 0), undefined)).toMatchObject([{ id, state: "waiting" }]);
    replica.start();
    await until(() => replica.queue.length === 0);
    const rows = listed(replica).rows.filter((row) => row.id === id);
    expect(rows).toMatchObject([{ id, standing: "recorded" }]);
    // said again under the same number: the host refuses it, in words
    const again = replica.compose({
      ...round(1),
      capacity: "delegate",
      saidAt: new Date(stage.process.now).toISOString(),
    });
    if (!("act" in again)) throw new Error(again.problem.detail);
    await replica.say(again.act);
    await until(() => replica.queue[0]?.state === "refused");
    expect(actOf(replica, again.act.id)?.refusal?.detail).toMatch(/\w/);
    await replica.discard(again.act.id);
  });

  it("[WR10] has nothing of rooms that are not read", async () => {
    const reader = await replicaOf("monitor");
    const rooms = new Set(reader.entries().map(({ act }) => act.room));
    expect([...rooms].every((room) => readableRooms("monitor").includes(room))).toBe(true);
    const host = await replicaOf("host");
    const hidden = idBy(host, "issue.opened");
    expect(actOf(reader, hidden)).toBeNull();
    expect(JSON.stringify(listed(reader))).not.toContain("The bridge");
    expect(
      await recordActions.proofOf(
        deskOver(reader, await stage.client("monitor"), () => 0),
        hidden,
        idle,
      ),
    ).toBeUndefined();
  });

  it("[WR11] forgets what is discarded", async () => {
    const replica = await replicaOf("party-b", true);
    await replica.stop();
    const saidAt = new Date(stage.process.now).toISOString();
    const composed = replica.compose({ ...issue("The tunnel"), capacity: "delegate", saidAt });
    if (!("act" in composed)) throw new Error(composed.problem.detail);
    const id = await replica.say(composed.act);
    await replica.discard(composed.act.id);
    expect(recordQueue(atOf(replica, 0), undefined)).toEqual([]);
    expect(actOf(replica, id)).toBeNull();
    expect(JSON.stringify(listed(replica))).not.toContain("The tunnel");
  });
});

describe("one act", () => {
  it("[WR4] keeps its three times apart, and both wordings after a correction", async () => {
    const replica = await replicaOf("host");
    const act = actOf(replica, idBy(replica, "issue.opened", "party-a"));
    expect(act).toMatchObject({
      room: "plenary",
      seq: 1,
      office: "Northbank",
      capacity: "delegate",
      member: "m1",
    });
    expect(act?.happened).toBeUndefined();
    expect(act?.received).toBeGreaterThanOrEqual(act?.said ?? 0);
    const words = (fields: NonNullable<typeof act>["fields"] | undefined) =>
      fields?.find((one) => one.label === "words")?.value;
    expect([words(act?.fields), words(act?.corrected)]).toEqual(["The bridge", "The long bridge"]);
    expect(act?.corrections).toMatchObject([{ reason: "A slip.", id: idBy(replica, "act.corrected") }]);
  });

  it("[WR5] names what it refers to and what refers to it", async () => {
    const replica = await replicaOf("host");
    const [bridge, correction] = [idBy(replica, "issue.opened", "party-a"), idBy(replica, "act.corrected")];
    expect(actOf(replica, correction)?.refersTo).toMatchObject([
      { id: bridge, label: "the act that is corrected" },
    ]);
    expect(actOf(replica, bridge)?.referredBy.map((one) => one.id)).toEqual([correction]);
    const payload = { title: "The ferry", words: "See the bridge." };
    const refs = [{ room: "plenary", id: bridge }];
    await stage.process.say("host", { room: "internal-host", kind: "issue.opened", payload, refs });
    const host = await replicaOf("host");
    const own = host.entries().findLast(({ act }) => act.room === "internal-host");
    expect(actOf(host, own?.act.id ?? "")?.refersTo).toMatchObject([{ id: bridge, label: "builds on" }]);
  });

  it("[WR6] is proven from its bytes: the receipt by itself, the keys by their seats", async () => {
    const replica = await replicaOf("host");
    const desk = deskOver(replica, await stage.client("host"), () => stage.process.now);
    const id = idBy(replica, "issue.opened", "party-a");
    const proof = await recordActions.proofOf(desk, id, idle);
    expect(proof).toMatchObject({ holds: true, room: "plenary", seq: 1, isPaper: false });
    expect(proof?.signatures).toMatchObject([
      { holds: true, held: { kind: "seat", office: "Northbank", member: "m1" } },
    ]);
    const log = roomVerifier(stage.process.founding(), replica.process, "plenary");
    const bytes = await replica.bytes("plenary", 1);
    const receipt = new TextEncoder().encode(proof?.receipt.text);
    expect(verifyReceipt(receipt, bytes ?? new Uint8Array(), { log }).kind).toBe("included");
    expect(JSON.parse(proof?.raw ?? "")).toMatchObject({ id, kind: "issue.opened" });
    const founding = await recordActions.proofOf(desk, idBy(replica, "process.opened"), idle);
    expect(founding?.signatures.map((one) => one.held?.kind)).toEqual(["head", "head", "head"]);
    const seat = await recordActions.proofOf(desk, idBy(replica, "seat.granted"), idle);
    expect(seat?.signatures).toMatchObject([{ holds: true, held: { kind: "head" } }]);
    expect(parseVerifierKey(stage.process.founding().log).name).toContain("two-rivers");
  });
});

describe("everything", () => {
  it("[WR7] is verified and counted, and another fingerprint on paper is a problem", async () => {
    const replica = await replicaOf("host");
    const desk = deskOver(replica, await stage.client("host"), () => stage.process.now);
    const good = await recordActions.verifyRecord(desk, { fingerprint: "" }, idle);
    expect(good.problems).toEqual([]);
    expect(good.acts).toBe(replica.entries().length);
    expect(good.signatures).toBe(good.acts + 2); // three under the founding act
    expect(good.logs.map((one) => one.room)).toContain("plenary");
    expect(
      (await recordActions.verifyRecord(desk, { fingerprint: good.fingerprint }, idle)).problems,
    ).toEqual([]);
    const other = await recordActions.verifyRecord(desk, { fingerprint: "00".repeat(32) }, idle);
    expect(other.problems.map((one) => one.code)).toEqual(["verify.fingerprint"]);
    expect(other.problems[0]?.detail).toMatch(/\w/);
  });

  it("[WR9] sounds alike to two readers of the same rooms, and otherwise where a log differs", async () => {
    const [host, party] = [await replicaOf("host"), await replicaOf("party-a")];
    const ask = (replica: Replica, other: Office, sizes = {}) =>
      headWords(atOf(replica, 0), { language: "tr", with: other, sizes }, idle);
    const [one, two] = [await ask(host, "party-a"), await ask(party, "host")];
    expect(one.all).toEqual(two.all);
    expect(one.rooms).toEqual(two.rooms);
    expect(one.all.words.length).toBe(16);
    expect(one.rooms.map((room) => room.room)).not.toContain("internal-host");
    const earlier = await ask(host, "party-a", { plenary: 2 });
    expect(earlier.all.words).not.toEqual(one.all.words);
    expect(earlier.all).toEqual((await ask(party, "host", { plenary: 2 })).all);
    await stage.process.say("party-b", round(2));
    const after = await replicaOf("party-a");
    expect((await ask(after, "host")).all.words).not.toEqual(two.all.words);
    const plenary = one.rooms.find((room) => room.room === "plenary")?.size;
    expect(
      (await ask(after, "host", { plenary })).rooms.find((room) => room.room === "plenary")?.words,
    ).toEqual(one.rooms.find((room) => room.room === "plenary")?.words);
  });
});
