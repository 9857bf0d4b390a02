import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeSource } from "#folder";
import {
  type Cosigner,
  cosigner,
  cosigningKeyFromSeed,
  formatVerifierKey,
  sha256,
  verifierOf,
} from "#ledger";
import { bodies, refusalOf, SignedProcess } from "#server/testing";
import type { Store } from "#store";
import { type Place, sqliteBackend } from "#store/testing";
import { cosignSource, mergeCosigned, readFounding, type Source, verifySource } from "./index.ts";

const witnessOf = (name: string): Cosigner =>
  cosigner(`parley-witness/${name}/w`, cosigningKeyFromSeed(sha256(new TextEncoder().encode(name))));
const [own, stranger] = [witnessOf("party-a"), witnessOf("stranger")];

describe("a witness", () => {
  let place: Place;
  let store: Store;
  let process: SignedProcess;
  beforeAll(async () => {
    place = await sqliteBackend.place();
    store = await place.open();
    const witnesses = [{ office: "party-a" as const, key: formatVerifierKey(verifierOf(own)) }];
    process = await SignedProcess.founded(store, {}, { witnesses });
    await process.say("party-a", bodies());
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });
  const source = (): Source => storeSource(store, { process: process.process });

  it("[RP12] cosigns each head once, and the copy then says so", async () => {
    const founding = await readFounding(source());
    if ("problem" in founding) throw new Error(founding.problem.detail);
    expect((await refusalOf(cosignSource(source(), stranger, process.now)))?.code).toBe("witness.unknown");
    const heads = await cosignSource(source(), own, process.now);
    expect(heads.map(({ room, size }) => [room, size])).toEqual([
      ["process", 14],
      ["humanitarian", 1],
    ]);
    for (const { room, size, note } of heads) {
      const kept = await store.checkpoint(process.log(room), size);
      if (!kept) throw new Error(`${room} has a head.`);
      const bytes = new TextEncoder().encode(kept.note);
      const merged = mergeCosigned(founding.payload, process.process, room, bytes, note);
      expect(mergeCosigned(founding.payload, process.process, room, merged, note)).toEqual(merged);
      await store.putCheckpointNote(process.log(room), size, new TextDecoder().decode(merged), kept.note);
    }
    const { rooms, problems } = await verifySource(source());
    expect(problems).toEqual([]);
    expect(rooms.map((one) => one.witnesses)).toEqual([["party-a"], ["party-a"]]);
    expect(await cosignSource(source(), own, process.now)).toEqual([]);
    const registry = await process.another(store); // a cosigned head is a head of this host
    expect(registry.head("humanitarian").size).toBe(1);
    await process.say("party-a", bodies(2));
    const [{ room, note } = { room: "process" as const, note: new Uint8Array() }] = heads.slice(1);
    const newer = await store.latestCheckpoint(process.log(room));
    const late = async () =>
      mergeCosigned(founding.payload, process.process, room, new TextEncoder().encode(newer?.note), note);
    expect((await refusalOf(late()))?.code).toBe("witness.refused");
  });
});
