import "fake-indexeddb/auto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeSource } from "#folder";
import {
  cosigner,
  cosigningKeyFromSeed,
  formatVerifierKey,
  newSealIdentity,
  type SealIdentity,
  sha256,
  toHex,
  verifierOf,
  verifyReceipt,
} from "#ledger";
import { type Entry, type Office, readableRooms, rooms, snapshot } from "#record";
import { bodies, issue } from "#server/testing";
import { readFounding } from "../founding.ts";
import { readAs } from "../read.ts";
import { readableSource } from "../source.ts";
import { roomVerifier } from "../trust.ts";
import { cosignSource, mergeCosigned } from "../witness.ts";
import { newDevice } from "./device.ts";
import type { Keep } from "./keep.ts";
import type { Replica, ReplicaOptions } from "./replica.ts";
import { keeps, Stage, until } from "./testing/stage.ts";

const witness = (name: string) =>
  cosigner(`parley-witness/${name}/w`, cosigningKeyFromSeed(sha256(new TextEncoder().encode(name))));
const witnesses = (["party-a", "monitor", "party-b"] as const).map((office) => ({
  office,
  signer: witness(office),
}));

for (const { name, open } of keeps)
  describe(`a replica on ${name}`, () => {
    let stage: Stage;
    let identities: Partial<Record<Office, SealIdentity>>;
    let number = 0;
    const fresh = () => open(`live-${name}-${number++}`);
    const synced = async (office: Office, keep: Keep, options: Partial<ReplicaOptions> = {}) => {
      const replica = await stage.replica(office, keep, options);
      replica.start();
      await until(() => replica.status === "current" || replica.status === "refused", `${office} in sync`);
      expect(replica.refusal).toBeUndefined();
      return replica;
    };
    const plain = (replica: Replica) => structuredClone(replica.state);
    const pass = () => {
      stage.process.now += 60_000;
    };

    beforeAll(async () => {
      identities = { "party-a": await newSealIdentity(), "party-b": await newSealIdentity() };
      const known = witnesses.map(({ office, signer }) => ({
        office,
        key: formatVerifierKey(verifierOf(signer)),
      }));
      stage = await Stage.of(identities, { witnesses: known });
      for (let i = 0; i < 300; i++) {
        pass();
        const side = i % 2 === 0 ? "a" : "b";
        await stage.process.say(`party-${side}`, bodies(i + 1, side));
      }
      await stage.process.say("party-a", issue("What we want", "internal-a"));
      await stage.process.say("party-b", issue("What we could give", "internal-b"));
      await stage.process.say("host", issue("Which bridge?"));
    });
    afterAll(() => stage.close());

    it("[LR1] reads what a reader of the whole copy reads, for every office", async () => {
      const source = storeSource(stage.store, { process: stage.process.process });
      for (const office of ["host", "party-a", "party-b", "operator", "public"] as const) {
        const device = office === "public" ? undefined : await stage.device(office);
        const replica = await synced(office, await fresh(), device ? { device } : {});
        const identity = identities[office]?.identity;
        const reading = await readAs(source, office, identity ? [identity] : []);
        expect(new TextDecoder().decode(snapshot(replica.state)), office).toBe(
          new TextDecoder().decode(snapshot(reading.state)),
        );
        expect(replica.closed).toBe(reading.closed);
        const byId = (some: readonly Entry[]) => some.toSorted((a, b) => (a.act.id < b.act.id ? -1 : 1));
        expect(byId(replica.entries())).toEqual(byId(reading.entries));
        for (const room of rooms) {
          const size = readableRooms(office).includes(room) ? stage.process.registry.head(room).size : 0;
          expect(replica.head(room).size, room).toBe(size);
        }
        await replica.stop();
      }
    });

    it("[LR2] opens again from what it kept, without the host, and reads the same", async () => {
      const keep = await fresh();
      const first = await synced("party-a", keep, { device: await stage.device("party-a") });
      const { done, of } = first.verifiedSignatures;
      await until(() => first.verifiedSignatures.done === of, `${done} of ${of} verified`);
      const entry = await first.bytes("humanitarian", 270);
      await first.stop();
      const again = await stage.replica("party-a", keep, {
        changed: async () => {
          throw new TypeError("There is no network.");
        },
      });
      expect(again.status).toBe("opening");
      expect(plain(again)).toEqual(plain(first));
      expect(again.entries().map((one) => one.act.id)).toEqual(first.entries().map((one) => one.act.id));
      expect(rooms.map((room) => again.head(room))).toEqual(rooms.map((room) => first.head(room)));
      expect([again.closed, again.fingerprint, again.device?.publicKey]).toEqual([
        0,
        first.fingerprint,
        first.device?.publicKey,
      ]);
      expect(again.verifiedSignatures).toEqual({ done: of, of });
      expect(await again.bytes("humanitarian", 270)).toEqual(entry);
      expect(await again.bytes("humanitarian", 999)).toBeUndefined();
      again.start();
      await until(() => again.status === "offline" && again.trouble !== undefined, "offline");
      expect(again.trouble?.code).toBe("replica.unreachable");
    });

    it("[LR9] shows a new act soon after it is recorded, and goes on when the line breaks", async () => {
      let cut = new AbortController();
      let isCut = false;
      const changed = async ({ url, init }: { url: string; init: RequestInit | undefined }) => {
        if (isCut) throw new TypeError("There is no network.");
        if (!url.includes("/api/feed") || !init) return undefined;
        const signal = AbortSignal.any([cut.signal, ...(init.signal ? [init.signal] : [])]);
        return fetch(url, { ...init, signal });
      };
      const replica = await stage.replica("party-b", await fresh(), { changed });
      replica.start();
      await until(() => replica.status === "current", "current");
      let told = 0;
      replica.subscribe(() => told++);
      for (let round = 0; round < 4; round++) {
        const { id } = await stage.process.say("party-a", bodies(round + 1));
        await until(() => replica.standing(id as never) !== undefined, "the act");
        expect(replica.state.entries.has(id as never)).toBe(true);
        isCut = true;
        cut.abort(new TypeError("The line broke."));
        await until(() => replica.status === "offline", "offline");
        for (let i = 0; i < 40; i++) await stage.process.say("party-b", bodies(i + 1, "b")); // a gap
        isCut = false;
        cut = new AbortController();
        replica.retry();
        const { size } = stage.process.registry.head("humanitarian");
        await until(
          () => replica.head("humanitarian").size === size && replica.status === "current",
          "the gap",
        );
      }
      expect(told).toBeGreaterThan(3);
      expect(replica.refusal).toBeUndefined();
    });

    it("[LR14] says how far an act is witnessed, by whatever heads the witnesses have cosigned", async () => {
      const office = "party-b";
      const replica = await synced(office, await fresh());
      const before = await stage.process.say("party-a", bodies(3));
      const standing = (id: string) => replica.standing(id as never)?.standing;
      await until(() => standing(before.id) !== undefined, "the act");
      expect(standing(before.id)).toBe("recorded");
      const cosign = async (whose: (typeof witnesses)[number]) => {
        const source = readableSource(
          storeSource(stage.store, { process: stage.process.process }),
          whose.office,
        );
        const founding = await readFounding(source);
        if ("problem" in founding) throw new Error(founding.problem.detail);
        for (const { room, size, note } of await cosignSource(source, whose.signer, stage.process.now)) {
          const log = stage.process.log(room);
          const kept = (await stage.store.checkpoint(log, size))?.note ?? "";
          const encoder = new TextEncoder();
          const merged = mergeCosigned(
            founding.payload,
            stage.process.process,
            room,
            encoder.encode(kept),
            note,
          );
          await stage.store.putCheckpointNote(log, size, new TextDecoder().decode(merged));
        }
      };
      const again = async () => {
        await replica.stop();
        replica.start();
        await until(() => replica.status === "current", "current");
      };
      const [a, monitor, b] = witnesses;
      if (!a || !monitor || !b) throw new Error("There are three witnesses.");
      await cosign(a);
      await again();
      expect([standing(before.id), replica.head("humanitarian").witnesses]).toEqual([
        "recorded",
        ["party-a"],
      ]);
      const between = await stage.process.say("party-a", bodies(4));
      await cosign(monitor); // on a newer head
      await again();
      expect([standing(before.id), standing(between.id)]).toEqual(["witnessed", "recorded"]);
      await stage.process.say("party-a", bodies(5));
      await cosign(b);
      await again();
      expect([standing(before.id), standing(between.id)]).toEqual(["joint", "witnessed"]);
      const last = await stage.process.say("party-a", bodies(6));
      await until(() => standing(last.id) !== undefined, "the act");
      expect([standing(before.id), standing(last.id)]).toEqual(["joint", "recorded"]);
      expect(replica.standing(before.id as never)).toMatchObject({ room: "humanitarian", seq: before.seq });
      const proof = await replica.proofOf(before.id as never);
      expect(proof?.checkpoint).toContain("parley-witness/party-b/w");
      expect(replica.standing("x" as never)).toBeUndefined();
    });

    it("[LR15] shares one keep with the other pages of the browser, and takes over what they have kept", async () => {
      const keep = await fresh();
      const [one, other] = [await synced("party-b", keep), await synced("party-b", keep)];
      for (let i = 0; i < 30; i++) {
        await stage.process.say("party-a", bodies(i + 1));
        if (i % 3 === 0) await stage.process.say("host", issue(`Issue ${i}`));
      }
      const sizes = () =>
        rooms.map((room) =>
          readableRooms("party-b").includes(room) ? stage.process.registry.head(room).size : 0,
        );
      const held = (replica: Replica) => rooms.map((room) => replica.head(room).size);
      await until(() => held(one).join() === sizes().join() && held(other).join() === sizes().join(), "both");
      expect([one.refusal, other.refusal, one.trouble, other.trouble]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(plain(one)).toEqual(plain(other));
      await Promise.all([one.stop(), other.stop()]);
      // one page is ahead of the other, which was asleep
      const late = await stage.replica("party-b", keep);
      const early = await synced("party-b", keep);
      await stage.process.say("party-a", bodies(8));
      await until(() => held(early).join() === sizes().join(), "early");
      late.start();
      await until(() => held(late).join() === sizes().join(), "late");
      expect([late.refusal, late.trouble]).toEqual([undefined, undefined]);
      await Promise.all([late.stop(), early.stop()]);
      const again = await stage.replica("party-b", keep);
      expect(plain(again)).toEqual(plain(late));
      expect((await again.verifyAll()).problems).toEqual([]);
    });

    it("[LR17] verifies, proves and gives out what it holds, without the host", async () => {
      const keep = await fresh();
      const first = await synced("party-a", keep);
      const { id, seq, entry } = await stage.process.say("party-a", bodies(12));
      await until(() => first.standing(id as never) !== undefined, "the act");
      await first.stop();
      const replica = await stage.replica("party-a", keep);
      const verification = await replica.verifyAll();
      expect(verification.problems).toEqual([]);
      expect(verification.acts).toBe(replica.verifiedSignatures.of);
      expect(verification.rooms.find((one) => one.room === "humanitarian")?.root).toBe(
        replica.head("humanitarian").root,
      );
      expect((await replica.verifyAll({ fingerprint: "0".repeat(64) })).problems[0]?.code).toBe(
        "verify.fingerprint",
      );
      const proof = await replica.proofOf(id as never);
      const founding = await readFounding(replica.source());
      if (!proof || "problem" in founding) throw new Error("There is a proof.");
      expect([proof.seq, toHex(proof.entry)]).toEqual([seq, toHex(entry)]);
      const log = roomVerifier(founding.payload, stage.process.process, "humanitarian");
      const receipt = new TextEncoder().encode(proof.receipt);
      expect(verifyReceipt(receipt, proof.entry, { log })).toMatchObject({ kind: "included", index: seq });
      const mine = await Array.fromAsync(replica.source().entries("humanitarian"));
      const hosts = await Array.fromAsync(
        storeSource(stage.store, { process: "two-rivers" }).entries("humanitarian"),
      );
      expect(mine).toEqual(hosts);
    });

    it("[LR21] opens what was sealed before its seat once the keys are handed on, and again from what it kept", async () => {
      const newcomer = await newSealIdentity();
      const { process } = stage;
      process.recipients["party-b"] = newcomer.recipient;
      pass();
      await process.registry.submit(await process.grant("party-b", "m2"));
      const { seed } = process.device("party-b", "m2");
      const device = await newDevice({ office: "party-b", member: "m2", seed, identity: newcomer.identity });
      const keep = await fresh();
      const replica = await synced("party-b", keep, { device });
      expect(replica.closed).toBeGreaterThan(0);
      const before = replica.state.positions.issues.size;
      const seated = await synced("party-b", await fresh(), {
        device: await newDevice({
          office: "party-b",
          member: "m1",
          seed: process.device("party-b", "m1").seed,
          identity: identities["party-b"]?.identity ?? "",
        }),
      });
      const keys = await seated.keysToHand("internal-b");
      expect(keys).toHaveLength(seated.papersIn("internal-b"));
      expect(await replica.keysToHand("internal-b")).toEqual([]); // what is closed is handed on by nobody
      await seated.stop();
      pass();
      await process.say("party-b", { kind: "paper.keys_handed", room: "internal-b", payload: { keys } });
      await until(() => replica.closed === 0, "what was sealed before is open");
      expect(replica.state.positions.issues.size).toBeGreaterThan(before);
      expect(replica.paperProblems).toEqual([]);
      const shown = plain(replica);
      await replica.stop();
      const again = await stage.replica("party-b", keep, { device });
      expect(again.closed).toBe(0);
      expect(plain(again)).toEqual(shown);
      await again.stop();
    });

    it("[LR18] keeps the mark of the last visit, and another office's keep is not opened", async () => {
      const keep = await fresh();
      const replica = await stage.replica("party-a", keep);
      expect(await replica.beginVisit()).toBeUndefined();
      expect(await (await stage.replica("party-a", keep)).beginVisit()).toBeUndefined(); // the same visit goes on
      await expect(stage.replica("party-b", keep)).rejects.toThrow("not of party-b");
    });
  });
