import "fake-indexeddb/auto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeSource } from "#folder";
import { toHex } from "#ledger";
import { rooms } from "#record";
import type { SignedProcess } from "#server/testing";
import type { Store } from "#store";
import { type Place, sqliteBackend } from "#store/testing";
import { readableSource, type Source } from "../source.ts";
import { Forged } from "../testing/forged.ts";
import { type Lie, lies, liesAboutThePast } from "../testing/lies.ts";
import { toldProcess } from "../testing/told.ts";
import type { Keep } from "./keep.ts";
import { memoryKeep } from "./memory-keep.ts";
import { Replica } from "./replica.ts";
import { SourceHost } from "./testing/source-host.ts";
import { until } from "./testing/stage.ts";

const office = "party-b";
let place: Place;
let store: Store;
let process: SignedProcess;
let honest: Source;
const opened: Replica[] = [];

beforeAll(async () => {
  place = await sqliteBackend.place();
  store = await place.open();
  ({ process } = await toldProcess(store));
  honest = readableSource(storeSource(store, { process: process.process }), office);
});
afterAll(async () => {
  await Promise.all(opened.map((one) => one.stop()));
  await store.close();
  await place.remove();
});

async function replicaOf(host: SourceHost, keep: Keep = memoryKeep()): Promise<Replica> {
  const now = () => process.now;
  const replica = await Replica.open({ client: host.client, keep, now, office, process: process.process });
  opened.push(replica);
  replica.start();
  return replica;
}

const isVerified = ({ verifiedSignatures: { done, of } }: Replica) => done === of;
const settled = (replica: Replica) =>
  replica.status === "refused" || (replica.status === "current" && isVerified(replica));
const whatIsHeld = (replica: Replica) => ({
  state: structuredClone(replica.state),
  heads: rooms.map((room) => [room, replica.head(room).size, replica.head(room).root]),
});

async function whatIsKept(keep: Keep): Promise<string> {
  const held = await Promise.all(
    (await keep.rooms()).map(async ({ room, size, root }) => {
      const chunks = await keep.chunks(room, 0, size);
      return [
        room,
        size,
        root,
        ...chunks.map((chunk) => toHex(chunk.acts) + toHex(chunk.leaves) + chunk.signed),
      ];
    }),
  );
  return JSON.stringify(held.sort());
}

function named(some: readonly Lie[]): readonly (readonly [string, Lie])[] {
  return some.map((lie) => [lie.name, lie]);
}

async function forged(lie: Lie): Promise<Source> {
  const record = await Forged.of(process, honest);
  lie.tell(record);
  return readableSource(record.source(), office);
}

// A founding act is compared with the one that was seen before: the first one that is shown is the first.
const atFirst = named(lies.filter((lie) => lie.code !== "verify.fingerprint"));
const later = named([...lies, ...liesAboutThePast]);

describe("a replica of a host that lies", () => {
  it("[LR3] takes an honest record, to begin with", async () => {
    const replica = await replicaOf(new SourceHost(honest, office));
    await until(() => settled(replica), "settled");
    expect([replica.status, replica.refusal]).toEqual(["current", undefined]);
    expect(replica.verifiedSignatures.done).toBe(replica.verifiedSignatures.of);
  });

  it.each(atFirst)("[LR3] is not told at first: %s", async (_, lie) => {
    const keep = memoryKeep();
    const replica = await replicaOf(new SourceHost(await forged(lie), office), keep);
    await until(() => settled(replica), "settled");
    expect(replica.status).toBe("refused");
    // a reader of the whole copy reports all that is wrong; here the first thing that is wrong is enough
    expect(["verify.authority", lie.code]).toContain(replica.refusal?.code);
    if (lie.words && replica.refusal?.code === lie.code && lie.code !== "verify.authority")
      expect(replica.refusal.detail).toMatch(new RegExp(`${lie.words.source}|was received before`));
    expect((await keep.meta()).refusal?.problem.code).toBe(replica.refusal?.code);
  });

  it.each(later)("[LR4] is not told later: %s", async (_, lie) => {
    const keep = memoryKeep();
    const host = new SourceHost(honest, office);
    const first = await replicaOf(host, keep);
    await until(() => settled(first), "settled");
    const [held, kept] = [whatIsHeld(first), await whatIsKept(keep)];
    await first.stop();
    host.source = await forged(lie);
    const replica = await replicaOf(host, keep);
    await until(() => settled(replica), "settled");
    expect(replica.status, lie.name).toBe("refused");
    expect(replica.refusal?.code).toMatch(/^verify\./);
    expect(whatIsHeld(replica)).toEqual(held);
    expect(await whatIsKept(keep)).toBe(kept);
  });

  // What is put at the end of a log is told by the feed as well.
  const added = later.filter(
    ([, lie]) => /r\.append|push/.test(lie.tell.toString()) && lie.code !== "verify.checkpoint",
  );
  it.each(added)("[LR4] is not told by the feed: %s", async (_, lie) => {
    const keep = memoryKeep();
    const host = new SourceHost(honest, office);
    const replica = await replicaOf(host, keep);
    await until(() => settled(replica) && host.followers > 0, "settled");
    const [held, kept] = [whatIsHeld(replica), await whatIsKept(keep)];
    const before = new Map((await honest.rooms()).map((one) => [one.room, one.size]));
    host.source = await forged(lie);
    for (const { room, size } of await host.source.rooms()) {
      const from = before.get(room) ?? 0;
      await host.tell(room, Math.min(from, size - 1));
    }
    await until(() => replica.status === "refused", "refused");
    expect(replica.refusal?.code).toMatch(/^verify\./);
    expect(whatIsHeld(replica)).toEqual(held);
    expect(await whatIsKept(keep)).toBe(kept);
  });

  it("[LR8] shows a first sync before its signatures are verified, and nothing later before they are", async () => {
    const changed = lies.find((lie) => lie.name === "an act is changed");
    if (!changed) throw new Error("There is a lie about a signature.");
    const first = await replicaOf(new SourceHost(await forged(changed), office));
    await until(() => first.status === "refused", "refused");
    expect([first.refusal?.code, first.head("humanitarian").size]).toEqual(["verify.signature", 4]);
    expect(first.verifiedSignatures.done).toBeLessThan(first.verifiedSignatures.of);

    const host = new SourceHost(honest, office);
    const later = await replicaOf(host);
    await until(() => settled(later) && host.followers > 0, "settled");
    const record = await Forged.of(process, honest);
    const invented = record.act("humanitarian", record.read("humanitarian", -1).act);
    record.append("humanitarian", invented, [process.device("party-b")]);
    const { head } = record.read("humanitarian", -1);
    record.write("humanitarian", -1, { head, act: { ...invented, saidAt: "2025-07-01T12:00:01Z" } });
    host.source = readableSource(record.source(), office);
    const seen: number[] = [];
    later.subscribe(() => seen.push(later.head("humanitarian").size));
    await host.tell("humanitarian", 4);
    await until(() => later.status === "refused", "refused");
    expect([later.refusal?.code, later.head("humanitarian").size]).toEqual(["verify.signature", 4]);
    expect(seen.every((size) => size === 4)).toBe(true);
  });

  it("[LR5] does not take another founding act than the one seen before, or the one on paper", async () => {
    const lie = lies.find((one) => one.code === "verify.fingerprint");
    if (!lie) throw new Error("There is a lie about the founding act.");
    const host = new SourceHost(await forged(lie), office);
    const now = () => process.now;
    const fingerprint = "00".repeat(32);
    const replica = await Replica.open({
      client: host.client,
      keep: memoryKeep(),
      now,
      office,
      process: process.process,
      fingerprint,
    });
    opened.push(replica);
    replica.start();
    await until(() => settled(replica), "settled");
    expect(replica.refusal?.code).toBe("verify.fingerprint");
    expect(replica.head("process").size).toBe(0);
  });

  it("[LR6] stays refused over a restart, and asks again only when somebody has looked at it", async () => {
    const keep = memoryKeep();
    const host = new SourceHost(honest, office);
    const first = await replicaOf(host, keep);
    await until(() => settled(first), "settled");
    const rolledBack = liesAboutThePast[0];
    if (rolledBack) host.source = await forged(rolledBack);
    first.retry();
    await first.stop();
    first.start();
    await until(() => first.status === "refused", "refused");
    await first.stop();
    host.source = honest;
    const again = await replicaOf(host, keep);
    const asked = host.asked.length;
    await new Promise((done) => setTimeout(done, 100));
    expect([again.status, again.refusal?.code, host.asked.length]).toEqual([
      "refused",
      "verify.history",
      asked,
    ]);
    expect((await keep.meta()).refusal?.evidence).toContain("humanitarian");
    expect(again.state.entries.size).toBeGreaterThan(10);
    await again.askAgain();
    await until(() => again.status === "current", "current");
    expect(again.refusal).toBeUndefined();
  });

  it("[LR7] takes no page of a network in between for the host's word", async () => {
    const host = new SourceHost(honest, office);
    const page = () =>
      new Response("<html>Sign in to the hotel</html>", { headers: { "content-type": "text/html" } });
    for (const part of ["/api/process", "/api/rooms", "entries", "/api/feed"]) {
      let isThere = true;
      host.instead = (path) => (isThere && path.includes(part) ? page() : undefined);
      const replica = await replicaOf(host);
      await until(() => replica.trouble !== undefined, part);
      expect([replica.status, replica.refusal, replica.trouble?.code]).toEqual([
        "offline",
        undefined,
        "replica.unreachable",
      ]);
      isThere = false;
      replica.retry();
      await until(() => replica.status === "current", "current");
      expect(replica.trouble).toBeUndefined();
      await replica.stop();
    }
  });

  it("[LR7] waits while the session is another office's or the host is in trouble", async () => {
    const replica = await replicaOf(new SourceHost(honest, "party-a"));
    await until(() => replica.trouble !== undefined, "trouble");
    expect([replica.status, replica.trouble?.code, replica.refusal]).toEqual([
      "offline",
      "replica.other_office",
      undefined,
    ]);
    await replica.stop();
  });
});
