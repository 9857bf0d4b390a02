import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import { toBase64 } from "#ledger";
import { actsOf, bytesOf, chunksOf, type KeptEntry, packChunk, unpackChunk } from "./chunk.ts";
import { newDevice } from "./device.ts";
import type { KeptRoom } from "./keep.ts";
import { readKept } from "./kept-room.ts";
import { keeps } from "./testing/stage.ts";

const random = seededRandom(5);
const entries = Array.from({ length: 1_200 }, (_, i): KeptEntry => {
  const act = { id: `act-${i}`, words: `Слова ${i} "\\u0041" ${"x".repeat(i % 90)}` };
  const signatures = Array.from({ length: i % 3 }, () => ({
    key: toBase64(random.bytes(32)),
    signature: toBase64(random.bytes(64)),
  }));
  const actBytes = new TextEncoder().encode(JSON.stringify(act));
  return { receivedAt: 1_000 * i, roster: i, signatures, actBytes, leaf: random.bytes(32) };
});
const head = (size: number, root = `root-${size}`): KeptRoom => ({
  room: "plenary",
  size,
  root,
  checkpoint: `note ${size}`,
  cosigned: [],
  unverified: { from: 0, to: 0 },
});

describe("a chunk", () => {
  it("[LR19] gives back exactly what was put in", () => {
    for (const length of [1, 2, 17, 256]) {
      const some = entries.slice(3, 3 + length);
      const chunk = packChunk(some);
      expect(unpackChunk(chunk)).toEqual(some);
      expect(unpackChunk(chunk).map(bytesOf)).toEqual(some.map(bytesOf));
      expect(actsOf(chunk)).toEqual(some.map((one) => JSON.parse(new TextDecoder().decode(one.actBytes))));
    }
  });
});

for (const { name, open } of keeps)
  describe(`a keep on ${name}`, () => {
    let number = 0;
    const fresh = () => open(`keep-${name}-${number++}`);

    it("[LR19] holds what was appended, in whatever pieces, and nothing else", async () => {
      const pieces = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(pieces, async (lengths) => {
          const keep = await fresh();
          let size = 0;
          for (const length of lengths) {
            const more = entries.slice(size, size + length);
            if (more.length === 0) break;
            expect(await keep.append(size, chunksOf(size, more), head(size + more.length))).toEqual({
              done: true,
            });
            size += more.length;
          }
          expect((await keep.rooms()).map((one) => one.size)).toEqual(size > 0 ? [size] : []);
          expect(await readKept(keep, "plenary", 0, size)).toEqual(entries.slice(0, size));
          const [from, to] = [Math.floor(size / 3), Math.floor(size / 2)];
          expect(await readKept(keep, "plenary", from, to)).toEqual(entries.slice(from, to));
          await keep.forget();
        }),
        { numRuns: 25 },
      );
    });

    it("[LR15] appends only to the size that its author knows, and says what is there instead", async () => {
      const keep = await fresh();
      const [one, other] = await Promise.all([
        keep.append(0, chunksOf(0, entries.slice(0, 300)), head(300, "one")),
        keep.append(0, chunksOf(0, entries.slice(0, 310)), head(310, "other")),
      ]);
      const [kept] = await keep.rooms();
      const refused = one.done ? other : one;
      expect([one.done, other.done].filter(Boolean).length).toBe(1);
      expect(refused).toEqual({ done: false, held: kept });
      expect((await readKept(keep, "plenary", 0, kept?.size ?? 0)).length).toBe(kept?.size);
      await keep.note({ ...head(9, "late"), checkpoint: "of another size" });
      expect((await keep.rooms())[0]).toEqual(kept);
    });

    it("[LR10] keeps the queue in its order, whatever is put in its place again", async () => {
      const keep = await fresh();
      const item = (id: string) => ({
        id,
        room: "plenary" as const,
        at: 5,
        envelope: { act: new TextEncoder().encode(id), signatures: [] },
      });
      for (const id of ["c", "a", "b"]) await keep.enqueue(item(id));
      const refused = { code: "act.malformed", title: "t", detail: "d" };
      await keep.enqueue({ ...item("c"), refused });
      expect((await keep.queue()).map((one) => [one.id, one.refused?.code])).toEqual([
        ["c", "act.malformed"],
        ["a", undefined],
        ["b", undefined],
      ]);
      await keep.dequeue("a");
      await keep.dequeue("x");
      expect((await keep.queue()).map((one) => one.id)).toEqual(["c", "b"]);
    });

    it("[LR18] keeps a device whose keys still sign, and forgets everything when told to", async () => {
      const keep = await fresh();
      const device = await newDevice({ office: "party-a", member: "m1" });
      await keep.setMeta({ device, visit: { openedAt: 7, since: 3 } });
      await keep.setMeta({ synced: true });
      const kept = await keep.meta();
      expect([kept.visit?.since, kept.synced, kept.device?.publicKey]).toEqual([3, true, device.publicKey]);
      const signed = await crypto.subtle.sign(
        "Ed25519",
        kept.device?.key.privateKey as CryptoKey,
        new Uint8Array(3),
      ); // it is there
      expect(signed.byteLength).toBe(64);
      await keep.append(0, chunksOf(0, entries.slice(0, 3)), head(3));
      await keep.forget();
      const again = await open(`keep-${name}-${number - 1}`);
      expect([await again.rooms(), await again.queue(), await again.meta()]).toEqual([[], [], {}]);
    });
  });
