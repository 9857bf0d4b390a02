import { rmSync } from "node:fs";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Problem, ProblemError } from "#base";
import { openExport, storeSource, verifyExportFiles, writeExport } from "#folder";
import type { SignedProcess } from "#server/testing";
import type { Store } from "#store";
import { type Place, sqliteBackend, temporaryFolder } from "#store/testing";
import { readFounding, type Source, verifySource } from "./index.ts";
import { Forged } from "./testing/forged.ts";
import { type Lie, lies, liesAboutThePast } from "./testing/lies.ts";
import { blobDigest, toldProcess } from "./testing/told.ts";

/** What a host can do to the files of an export; the problem by which a reader finds it. */
const filesChanged: readonly (readonly [
  what: string,
  code: string,
  change: (out: string) => Promise<unknown>,
])[] = [
  [
    "a bundle is cut off",
    "ledger.bundle_malformed",
    (out) => edit(bundle(out), (bytes) => bytes.subarray(0, -9)),
  ],
  [
    "a bundle goes on",
    "ledger.bundle_malformed",
    (out) => edit(bundle(out), (bytes) => Buffer.concat([bytes, bytes])),
  ],
  ["a bundle is missing", "export.damaged", (out) => rm(bundle(out))],
  [
    "a tile is changed",
    "verify.checkpoint",
    (out) => edit(tile(out), (bytes) => bytes.with(3, bytes[3] ? 0 : 1)),
  ],
  ["a tile is missing", "verify.checkpoint", (out) => rm(tile(out))],
  ["a checkpoint is missing", "export.damaged", (out) => rm(join(out, "rooms/plenary/checkpoint"))],
  [
    "a checkpoint is empty",
    "verify.checkpoint",
    (out) => writeFile(join(out, "rooms/plenary/checkpoint"), ""),
  ],
  ["a receipt is missing", "verify.receipt", async (out) => rm((await receipts(out))[0] ?? "")],
  [
    "a receipt is cut off",
    "verify.receipt",
    async (out) => edit((await receipts(out))[0] ?? "", (b) => b.subarray(0, 90)),
  ],
  [
    "two receipts are exchanged",
    "verify.receipt",
    async (out) => {
      const [one = "", other = ""] = await receipts(out);
      const bytes = await readFile(one);
      await cp(other, one);
      await writeFile(other, bytes);
    },
  ],
  [
    "a receipt of nothing",
    "verify.receipt",
    async (out) => cp((await receipts(out))[0] ?? "", join(out, "rooms/humanitarian/receipts/x.tlog-proof")),
  ],
  [
    "a blob is changed",
    "verify.blob",
    (out) => edit(join(out, "blobs", blobDigest), (bytes) => bytes.with(0, 0)),
  ],
  ["a blob is missing", "verify.blob", (out) => rm(join(out, "blobs", blobDigest))],
  [
    "the description leaves a room out",
    "export.damaged",
    (out) => describeAs(out, (text) => text.replace(/\s+\{\s+"room": "plenary",\s+"size": \d+\s+\},/, "")),
  ],
  [
    "the description names a room twice",
    "export.damaged",
    (out) => describeAs(out, (text) => text.replace(/("rooms": \[)(\s+\{[^}]+\},)/, "$1$2$2")),
  ],
  [
    "the description names fewer entries",
    "export.damaged",
    (out) => describeAs(out, (text) => text.replace('"size": 4', '"size": 3')),
  ],
  [
    "the description names another process",
    "verify.entry",
    (out) => describeAs(out, (text) => text.replace("two-rivers", "three-rivers")),
  ],
  ["the description is damaged", "export.damaged", (out) => describeAs(out, (text) => text.slice(0, -20))],
  [
    "the description has another field",
    "export.damaged",
    (out) => describeAs(out, (text) => text.replace("{", '{ "trust": true,')),
  ],
];

const bundle = (out: string) => join(out, "rooms/humanitarian/tile/entries/000.p/4");
const tile = (out: string) => join(out, "rooms/humanitarian/tile/0/000.p/4");

async function edit(path: string, change: (bytes: Uint8Array) => Uint8Array): Promise<void> {
  await writeFile(path, change(await readFile(path)));
}

async function describeAs(out: string, change: (text: string) => string): Promise<void> {
  const path = join(out, "parley-export.json");
  const text = await readFile(path, "utf8");
  const other = change(text);
  if (other === text) throw new Error("The description did not change.");
  await writeFile(path, other);
}

async function receipts(out: string): Promise<readonly string[]> {
  const folder = join(out, "rooms/humanitarian/receipts");
  return (await readdir(folder)).sort().map((name) => join(folder, name));
}

describe("a host that lies", () => {
  let place: Place;
  let store: Store;
  let process: SignedProcess;
  let source: Source;
  let fingerprint: string;
  let folder: string;
  let copies = 0;

  beforeAll(async () => {
    place = await sqliteBackend.place();
    store = await place.open();
    ({ process } = await toldProcess(store));
    source = storeSource(store, { process: process.process });
    const founding = await readFounding(source);
    if ("problem" in founding) throw new ProblemError(founding.problem);
    fingerprint = founding.fingerprint;
    folder = temporaryFolder();
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
    rmSync(folder, { recursive: true });
  });

  async function exported(from: Source): Promise<string> {
    const out = join(folder, `${copies++}`);
    await writeExport(from, "party-b", out);
    return out;
  }

  // All that a reader finds; anything but a problem is a crash of the verifier.
  async function found(out: string, since?: Source): Promise<readonly Problem[]> {
    try {
      const copy = await openExport(out);
      const { problems } = await verifySource(copy, { fingerprint, ...(since ? { since } : {}) });
      return [...problems, ...(await verifyExportFiles(copy)).problems];
    } catch (error) {
      if (error instanceof ProblemError) return [error.problem];
      throw error;
    }
  }

  async function told({ tell }: Lie): Promise<string> {
    const record = await Forged.of(process, source);
    tell(record);
    return exported(record.source());
  }

  it("[RP3] finds nothing in an honest copy, nor in a later one of the same history", async () => {
    const earlier = await openExport(await exported(source));
    const forged = await Forged.of(process, source);
    expect(await found(await exported(forged.source()), earlier)).toEqual([]);
    const act = forged.act("humanitarian", forged.read("humanitarian", -1).act);
    forged.append("humanitarian", act, [process.device("party-b")]);
    const later = await exported(forged.source());
    expect(await found(later, earlier)).toEqual([]);
    const { acts, signatures, rooms, blobs } = await verifySource(await openExport(later));
    expect({ acts, signatures, rooms: rooms.length, blobs }).toEqual({
      acts: 26,
      signatures: 28,
      rooms: 5,
      blobs: 1,
    });
  });

  for (const one of lies)
    it(`[RP4] finds the lie: ${one.name}`, async () => {
      const problems = await found(await told(one));
      const codes = problems.map(({ code, detail }) => `${code} ${detail}`);
      expect(
        problems.some(({ code, detail }) => code === one.code && (one.words?.test(detail) ?? true)),
        codes.join("\n") || "nothing was found",
      ).toBe(true);
    });

  for (const one of liesAboutThePast)
    it(`[RP5] finds the lie with an earlier copy: ${one.name}`, async () => {
      const earlier = await openExport(await exported(source));
      const out = await told(one);
      const problems = await found(out, earlier);
      const codes = problems.map(({ code, detail }) => `${code} ${detail}`);
      expect(
        problems.some(({ code, detail }) => code === one.code && (one.words?.test(detail) ?? true)),
        codes.join("\n") || "nothing was found",
      ).toBe(true);
    });

  for (const [what, code, change] of filesChanged)
    it(`[RP6] finds in the files: ${what}`, async () => {
      const out = await exported(source);
      await change(out);
      const problems = await found(out);
      expect(
        problems.map((one) => one.code),
        "nothing was found",
      ).toContain(code);
    });

  it("[RP6] goes on to the other rooms after one that cannot be read", async () => {
    const out = await exported(source);
    await rm(bundle(out));
    await edit(join(out, "rooms/plenary/checkpoint"), (bytes) => bytes.with(1, 0x20));
    const { problems } = await verifySource(await openExport(out));
    expect(problems.map((one) => one.code)).toEqual(
      expect.arrayContaining(["export.damaged", "verify.checkpoint"]),
    );
  });
});
