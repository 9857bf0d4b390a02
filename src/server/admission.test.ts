import { expect, it } from "vitest";
import { leafHash, noteVerifier, sameBytes, verifyReceipt } from "#ledger";
import { decodeEntry } from "#record";
import { originOf } from "#replica";
import type { Store } from "#store";
import { onEachBackend } from "./testing/backends.ts";
import { bodies, issue, refusalOf } from "./testing/index.ts";

onEachBackend((stage) => {
  it("[RG1] puts an act at the end of its room's log, with its exact bytes and signatures", async () => {
    const { process, store } = stage;
    const envelope = await process.signed("party-a", bodies());
    const { seq, id, room, receivedAt, entry } = await process.registry.submit(envelope);
    expect({ seq, room, receivedAt }).toEqual({ seq: 0, room: "humanitarian", receivedAt: process.now });
    const { head, actBytes } = decodeEntry(entry) ?? {};
    expect(head).toEqual({ receivedAt, roster: 14, signatures: envelope.signatures });
    expect(actBytes).toEqual(envelope.act);
    const { value: row } = await store.read(process.log("humanitarian"), 0)[Symbol.asyncIterator]().next();
    expect(row).toEqual({ seq: 0, id, receivedAt, leafHash: leafHash(entry), entry });
  });

  it("[RG2] answers with a receipt that proves the entry without the host", async () => {
    const { process } = stage;
    const admitted = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => process.say(n % 2 ? "party-a" : "party-b", bodies(n, n % 2 ? "a" : "b"))),
    );
    const origin = originOf(process.hostName, process.process, "humanitarian");
    const log = noteVerifier(origin, process.logKey.publicKey);
    for (const { seq, entry, receipt } of admitted) {
      expect(verifyReceipt(receipt, entry, { log })).toMatchObject({ kind: "included", index: seq });
      const other = admitted.find((one) => one.seq !== seq);
      expect(verifyReceipt(receipt, other?.entry ?? entry, { log }).kind).toBe("refused");
    }
  });

  it("[RG3] answers only when the act is synced, and shows no head before", async () => {
    const { process, store } = stage;
    const gate = Promise.withResolvers<void>();
    const slow: Store = {
      ...store,
      append: async (appends, guards) => {
        await gate.promise;
        return store.append(appends, guards);
      },
    };
    const registry = await process.another(slow);
    let isAnswered = false;
    const submitted = registry.submit(await process.signed("party-a", bodies())).then((admitted) => {
      isAnswered = true;
      return admitted;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isAnswered).toBe(false);
    expect(registry.head("humanitarian").size).toBe(0);
    gate.resolve();
    const { id } = await submitted;
    expect(await store.has(process.log("humanitarian"), id)).toBe(0);
    expect(registry.head("humanitarian").size).toBe(1);
  });

  it("[RG4] gives concurrent acts dense and distinct places, room by room", async () => {
    const { process, store } = stage;
    const before = process.registry.head("process").size;
    const envelopes = await Promise.all(
      Array.from({ length: 120 }, (_, i) =>
        i % 3 === 0 ? process.signed("host", issue(`words ${i}`)) : process.signed("party-a", bodies(i)),
      ),
    );
    const admitted = await Promise.all(envelopes.map((one) => process.registry.submit(one)));
    for (const [room, count] of [["plenary", 40] as const, ["humanitarian", 80] as const]) {
      const seqs = admitted.filter((one) => one.room === room).map((one) => one.seq);
      expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
      expect((await store.latestCheckpoint(process.log(room)))?.size).toBe(count);
    }
    expect(process.registry.head("process").size).toBe(before);
  });

  it("[RG13] after a restart has the same heads and states, and goes on", async () => {
    const { process, place } = stage;
    await process.say("party-a", bodies());
    await process.say("host", issue("Which bridge?"));
    const [heads, state] = [headsOf(), process.registry.state("party-b")];
    await stage.store.close();
    stage.store = await place.open();
    process.store = stage.store;
    await process.open();
    expect(headsOf()).toEqual(heads);
    expect(process.registry.state("party-b")).toEqual(state);
    expect((await process.say("party-b", bodies(9, "b"))).seq).toBe(1);

    function headsOf() {
      return (["process", "plenary", "humanitarian", "host-a"] as const).map((room) =>
        process.registry.head(room),
      );
    }
  });

  it("[RG18] where the store fails, fails the acts of that batch alone, and goes on from what is kept", async () => {
    const { process, store } = stage;
    let isBroken = true;
    const failing: Store = {
      ...store,
      append: async (appends, guards) => {
        if (isBroken) throw new Error("The disk is full.");
        return store.append(appends, guards);
      },
    };
    const registry = await process.another(failing);
    const lost = await process.signed("party-a", bodies(1));
    const refused = await process.signed("party-a", { ...bodies(2), saidAt: "1999-01-01T00:00:00Z" });
    const answers = await Promise.allSettled([registry.submit(lost), registry.submit(refused)]);
    expect(answers.map((one) => one.status)).toEqual(["rejected", "rejected"]);
    expect(await store.size(process.log("humanitarian"))).toBe(0);
    isBroken = false;
    expect((await registry.submit(await process.signed("party-b", bodies(3, "b")))).seq).toBe(0);
    expect(registry.state("host").remains.handovers.size).toBe(1);
    expect((await registry.submit(lost)).seq).toBe(1);
  });

  it("[RG19] closes after all that was submitted is answered, and takes nothing more", async () => {
    const { process } = stage;
    const { registry } = process;
    const envelopes = await Promise.all([1, 2, 3].map((n) => process.signed("party-a", bodies(n))));
    const answers = envelopes.map((one) => registry.submit(one));
    await registry.close();
    await stage.store.close();
    expect((await Promise.all(answers)).map((one) => one.seq)).toEqual([0, 1, 2]);
    await expect(registry.submit(await process.signed("party-a", bodies()))).rejects.toThrow("closed");
  });

  it("[RG12] never takes the time of receipt back when the clock goes back", async () => {
    const { process } = stage;
    const day = 86_400_000;
    const start = process.now;
    const first = await process.say("party-a", bodies(1));
    process.now = start + day;
    const second = await process.say("party-a", bodies(2));
    process.now = start - day;
    const saidAt = new Date(process.now).toISOString();
    const third = await process.say("party-a", { ...bodies(3), saidAt });
    const elsewhere = await process.say("host", { ...issue("A first word here"), saidAt });
    expect([first, second, third].map((one) => one.receivedAt - start)).toEqual([0, day, day]);
    expect(elsewhere.receivedAt, "not before the seats that count").toBe(start);
    const revoked = await process.registry.submit(await process.revoke("press-a"));
    expect(revoked.receivedAt, "seats change after what came in under the old ones").toBe(start + day);
    expect(sameBytes(first.entry, second.entry)).toBe(false);
  });

  it("[RG6] tells nobody but its author's office what the rules make of an act", async () => {
    const { process } = stage;
    const foreign = async () => {
      const words = { ...issue("x", "host-b"), kind: "proposal.tabled", payload: tabled("The same") };
      const act = process.compose("party-b", words);
      const envelope = await process.signed("party-b", { ...words, id: act.id }, [process.device("party-a")]);
      return refusalOf(process.registry.submit(envelope));
    };
    const before = await foreign();
    await process.say("party-b", { room: "host-b", kind: "proposal.tabled", payload: tabled("The same") });
    const after = await foreign();
    expect(before?.code).toBe("act.seat_unknown");
    expect(after).toEqual(before);
  });
});

function tabled(title: string) {
  const source = { kind: "own_record", publisher: "Secretariat" };
  return { title, terms: [{ key: "words", type: "text", words: "as said" }], source };
}
