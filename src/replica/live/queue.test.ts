import "fake-indexeddb/auto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newSealIdentity, type SealIdentity, toHex } from "#ledger";
import type { ActId, Office } from "#record";
import { bodies, issue } from "#server/testing";
import type { Keep } from "./keep.ts";
import type { Replica, ReplicaOptions } from "./replica.ts";
import { keeps, Stage, until } from "./testing/stage.ts";

type Way = (request: { url: string; init: RequestInit | undefined }) => Promise<Response | undefined>;

for (const { name, open } of keeps)
  describe(`the queue of a replica on ${name}`, () => {
    let stage: Stage;
    let identities: Partial<Record<Office, SealIdentity>>;
    let number = 0;
    /** What happens to requests on their way; undefined lets them through. */
    let way: Way = async () => undefined;
    const fresh = () => open(`queue-${name}-${number++}`);
    const through: Way = async () => undefined;
    const noNetwork: Way = async () => {
      throw new TypeError("There is no network.");
    };
    const replicaOn = async (keep: Keep, options: Partial<ReplicaOptions> = {}) => {
      const device = await stage.device("party-a");
      return stage.replica("party-a", keep, { device, changed: (request) => way(request), ...options });
    };
    const draft = (value: number) => ({
      ...bodies(value),
      capacity: "delegate",
      saidAt: new Date(stage.process.now).toISOString(),
    });
    const say = async (replica: Replica, value: number) => {
      const made = replica.compose(draft(value));
      if (!("act" in made)) throw new Error(made.problem.detail);
      expect(made.problem).toBeUndefined();
      return replica.say(made.act);
    };
    const values = (replica: Replica) =>
      replica
        .entries("humanitarian")
        .map((entry) => JSON.stringify(entry.act.payload).match(/"value":(\d+)/)?.[1]);

    beforeAll(async () => {
      identities = { "party-a": await newSealIdentity() };
      stage = await Stage.of(identities);
    });
    afterAll(() => stage.close());

    it("[LR10] keeps what is said offline over a restart, and sends it in its order", async () => {
      way = noNetwork;
      const keep = await fresh();
      way = through;
      const first = await replicaOn(keep);
      first.start();
      await until(() => first.status === "current", "current");
      way = noNetwork;
      await first.stop();
      first.start();
      await until(() => first.status === "offline", "offline");
      const ids: ActId[] = [];
      for (let i = 1; i <= 5; i++) ids.push(await say(first, 100 + i));
      expect(first.queue.map((one) => [one.act.id, one.state])).toEqual(ids.map((id) => [id, "waiting"]));
      expect(ids.map((id) => first.standing(id)?.standing)).toEqual(ids.map(() => "not_recorded"));
      expect(ids.some((id) => first.state.entries.has(id))).toBe(false);
      const bytes = (await keep.queue()).map((one) => toHex(one.envelope.act));
      await first.stop();
      const again = await replicaOn(keep);
      expect(again.queue.map((one) => one.act.id)).toEqual(ids);
      const sent: string[] = [];
      way = async ({ url, init }) => {
        if (url.endsWith("/api/acts")) sent.push(JSON.parse(String(init?.body)).act);
        return undefined;
      };
      again.start();
      await until(() => again.queue.length === 0, "the queue is sent");
      expect(sent.map((one) => Buffer.from(one, "base64").toString("hex"))).toEqual(bytes);
      await until(() => ids.every((id) => again.state.entries.has(id)), "all are recorded");
      expect(values(again).slice(-5)).toEqual(["101", "102", "103", "104", "105"]);
      expect(ids.map((id) => again.standing(id)?.standing)).toEqual(ids.map(() => "recorded"));
      expect(await keep.queue()).toEqual([]);
    });

    it("[LR11] says an act once, whatever becomes of the answers", async () => {
      way = through;
      const replica = await replicaOn(await fresh());
      replica.start();
      await until(() => replica.status === "current", "current");
      const { size } = stage.process.registry.head("humanitarian");
      let lost = 0;
      way = async ({ url, init }) => {
        if (!url.endsWith("/api/acts") || lost++ > 2) return undefined;
        await fetch(url, init); // it arrives
        throw new TypeError("The answer was lost.");
      };
      const id = await say(replica, 222);
      await until(() => replica.queue.length === 0 && replica.state.entries.has(id), "it is recorded");
      expect(stage.process.registry.head("humanitarian").size).toBe(size + 1);
      // the feed is cut off, and the host's refusal is all there is to know it by
      let posts = 0;
      way = async ({ url, init }) => {
        if (url.includes("/api/feed"))
          return new Response(new ReadableStream(), { headers: { "content-type": "text/event-stream" } });
        if (!url.endsWith("/api/acts") || posts++ > 0) return undefined;
        await fetch(url, init);
        return Response.json({}, { status: 502 });
      };
      await replica.stop();
      replica.start();
      await until(() => replica.status === "current", "current");
      const other = await say(replica, 223);
      await until(
        () => posts > 0 && replica.queue.length === 0 && replica.state.entries.has(other),
        "it is recorded",
      );
      expect(stage.process.registry.head("humanitarian").size).toBe(size + 2);
      way = through;
    });

    it("[LR11] does not take another act under the same id for its own", async () => {
      way = through;
      const replica = await replicaOn(await fresh());
      replica.start();
      await until(() => replica.status === "current", "current");
      const made = replica.compose(draft(300));
      if (!("act" in made)) throw new Error(made.problem.detail);
      await stage.process.say("party-a", { ...bodies(301), id: made.act.id });
      await until(() => replica.state.entries.has(made.act.id), "the other act");
      await replica.say(made.act);
      await until(() => replica.queue[0]?.state === "refused", "refused");
      expect(["act.id_taken", "act.replayed"]).toContain(replica.queue[0]?.problem?.code);
      await replica.discard(made.act.id);
      expect(replica.queue).toEqual([]);
    });

    it("[LR12] keeps what the host refused, with its words, until it is discarded", async () => {
      way = through;
      const keep = await fresh();
      const replica = await replicaOn(keep);
      replica.start();
      await until(() => replica.status === "current", "current");
      const made = replica.compose({
        ...draft(1),
        saidAt: new Date(stage.process.now + 60 * 60_000).toISOString(),
      });
      if (!("act" in made)) throw new Error(made.problem.detail);
      expect(made.problem?.code).toBe("act.said_in_future");
      const id = await replica.say(made.act);
      const after = await say(replica, 401);
      await until(
        () => replica.queue[0]?.state === "refused" && replica.state.entries.has(after),
        "one is refused",
      );
      expect(replica.queue[0]?.problem?.code).toBe("act.said_in_future");
      await replica.stop();
      const again = await replicaOn(keep);
      expect(again.queue.map((one) => [one.act.id, one.state, one.problem?.code])).toEqual([
        [id, "refused", "act.said_in_future"],
      ]);
      await again.discard(id);
      expect(again.queue).toEqual([]);
      expect(await keep.queue()).toEqual([]);
    });

    it("[LR13] seals what is said in a sealed room, and keeps no word of it in clear", async () => {
      way = noNetwork;
      const keep = await fresh();
      way = through;
      const first = await replicaOn(keep);
      first.start();
      await until(() => first.status === "current", "current");
      way = noNetwork;
      await first.stop();
      const words = "What only we are to know";
      const made = first.compose({
        ...issue(words, "internal-a"),
        capacity: "delegate",
        saidAt: new Date(stage.process.now).toISOString(),
      });
      if (!("act" in made)) throw new Error(made.problem.detail);
      expect(made.problem).toBeUndefined();
      const id = await first.say(made.act);
      const [kept] = await keep.queue();
      const text = Buffer.concat([
        kept?.envelope.act ?? new Uint8Array(),
        kept?.sealed?.bytes ?? new Uint8Array(),
      ]);
      expect(text.includes(words)).toBe(false);
      const again = await stage.replica("party-a", keep, { changed: (request) => way(request) });
      expect(again.queue.map((one) => one.act)).toEqual([made.act]);
      way = through;
      again.start();
      await until(() => again.state.entries.has(id) && again.queue.length === 0, "it is recorded");
      expect(again.closed).toBe(0);
      expect(again.standing(id)).toMatchObject({ standing: "recorded", room: "internal-a" });
      const size = again.head("internal-a").size;
      for (const chunk of await keep.chunks("internal-a", 0, size))
        expect(Buffer.from(chunk.acts).includes(words)).toBe(false);
      const cached = Buffer.concat([...(await keep.opened()).values()].map((one) => one.bytes));
      expect([cached.length > 100, cached.includes(words)]).toEqual([true, false]);
      await again.stop();
      const third = await stage.replica("party-a", keep);
      expect([third.closed, third.state.entries.get(id)?.act]).toEqual([0, again.state.entries.get(id)?.act]);
      const stranger = await stage.replica("party-a", await fresh());
      stranger.start();
      await until(() => stranger.status === "current", "current");
      expect([stranger.closed, stranger.state.entries.has(id)]).toEqual([size, false]);
      await stranger.setDevice(await stage.device("party-a"));
      expect([stranger.closed, stranger.state.entries.has(id)]).toEqual([0, true]);
    });

    it("[LR16] composes what the host would take, and says why where it would not", async () => {
      way = through;
      const replica = await replicaOn(await fresh());
      const none = await stage.replica("party-a", await fresh());
      const noKey = none.compose(draft(1));
      expect("act" in noKey ? undefined : noKey.problem.code).toBe("replica.no_key");
      await expect(none.say({} as never)).rejects.toThrow("no key");
      replica.start();
      await until(() => replica.status === "current", "current");
      const codeOf = (of: Parameters<Replica["compose"]>[0]) => replica.compose(of).problem?.code;
      expect(codeOf(draft(1))).toBeUndefined();
      expect(codeOf({ ...draft(1), payload: { from: "a" } })).toBe("act.malformed");
      expect(codeOf({ ...draft(1), room: "monitoring" })).toBe("act.not_permitted");
      const stranger = await stage.device("party-a", stage.process.device("party-b"));
      const unseated = await stage.replica("party-a", await fresh(), { device: stranger });
      unseated.start();
      await until(() => unseated.status === "current", "current");
      expect(unseated.compose(draft(1)).problem?.code).toBe("act.seat_unknown");
    });

    it("[LR16] judges a draft by what was said before it and is on its way, and not by what was refused", async () => {
      way = through;
      const replica = await replicaOn(await fresh());
      replica.start();
      await until(() => replica.status === "current", "current");
      way = noNetwork;
      await replica.stop();
      const saidAt = new Date(stage.process.now).toISOString();
      const opened = replica.compose({ ...issue("Opening hours", "plenary"), capacity: "delegate", saidAt });
      if (!("act" in opened)) throw new Error(opened.problem.detail);
      const own = {
        room: "plenary",
        kind: "position.cited",
        payload: {
          issue: opened.act.id,
          side: "a",
          position: "From eight to six.",
          dated: "2025-07-23",
          source: { kind: "own_record", publisher: "Delegation" },
        },
        capacity: "delegate",
        saidAt,
      } as const;
      expect(replica.compose(own).problem?.code).toBe("act.refused_by_rule");
      await replica.say(opened.act);
      const after = replica.compose(own);
      if (!("act" in after)) throw new Error(after.problem.detail);
      expect([after.problem, after.ground.positions.issues.size]).toEqual([
        undefined,
        replica.state.positions.issues.size + 1,
      ]);
      await replica.say(after.act);
      way = through;
      replica.start();
      await until(() => replica.state.entries.has(after.act.id), "both are recorded");
      const late = new Date(stage.process.now + 60 * 60_000).toISOString();
      const refused = replica.compose({
        ...issue("Too early", "plenary"),
        capacity: "delegate",
        saidAt: late,
      });
      if (!("act" in refused)) throw new Error(refused.problem.detail);
      await replica.say(refused.act);
      await until(() => replica.queue[0]?.state === "refused", "refused");
      const onRefused = { ...own, payload: { ...own.payload, issue: refused.act.id } };
      expect(replica.compose(onRefused).problem?.code).toBe("act.refused_by_rule");
    });
  });
