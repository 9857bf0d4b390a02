import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeSource } from "#folder";
import { bodies, SignedProcess } from "#server/testing";
import type { Store } from "#store";
import { type Place, sqliteBackend } from "#store/testing";
import { run } from "../../cli/testing/run.ts";
import { archiveOf } from "./archive.ts";
import { type Packed, zipOf } from "./zip.ts";

const folder = mkdtempSync(join(tmpdir(), "parley-zip-"));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;

async function written(files: Iterable<Packed>): Promise<string> {
  const path = join(folder, `${made++}.zip`);
  writeFileSync(path, Buffer.concat(await zipOf(files)));
  return path;
}

/** What Python's zipfile, written by others, says of an archive: its names, or the first file that is damaged. */
function pythonSays(path: string): { readonly names: readonly string[]; readonly damaged: string | null } {
  const script =
    "import json, sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nprint(json.dumps({'names': z.namelist(), 'damaged': z.testzip()}))";
  return JSON.parse(execFileSync("python3", ["-c", script, path], { encoding: "utf8", maxBuffer: 1 << 26 }));
}

describe("an archive", () => {
  it("is read by other programs, empty files and names of every script among them", async () => {
    const files = ["a", "rooms/process/tile/0/000.p/3", "кімната/öykü", "empty"].map((path, i) => ({
      path,
      content: new Uint8Array(i === 3 ? 0 : 1_000 * i).fill(i),
    }));
    const path = await written(files);
    expect(pythonSays(path)).toEqual({ names: files.map((file) => file.path), damaged: null });
    expect(execFileSync("unzip", ["-t", path], { encoding: "utf8" })).toContain("No errors detected");
  });

  it("is the same for the same files", async () => {
    const files = [{ path: "one", content: Uint8Array.of(1, 2, 3) }];
    expect(Buffer.concat(await zipOf(files))).toEqual(Buffer.concat(await zipOf(files)));
  });

  it("takes more files than 65,535", async () => {
    const files = Array.from({ length: 70_000 }, (_, i) => ({
      path: `f/${i}`,
      content: Uint8Array.of(i & 255),
    }));
    const { names, damaged } = pythonSays(await written(files));
    expect([names.length, names.at(-1), damaged]).toEqual([70_000, "f/69999", null]);
  });
});

describe("an office’s copy in one file", () => {
  let place: Place;
  let store: Store;
  let process: SignedProcess;
  beforeAll(async () => {
    place = await sqliteBackend.place();
    store = await place.open();
    process = await SignedProcess.founded(store);
    for (let n = 0; n < 300; n++) {
      process.now += 60_000;
      await process.say("party-a", bodies(n + 1));
    }
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  it("[WR8] passes `parley verify` once it is unpacked", async () => {
    const source = storeSource(store, { process: process.process });
    const seen: number[] = [];
    const onProgress = (done: number) => seen.push(done);
    const { name, parts } = await archiveOf(source, "party-a", { onProgress });
    const path = join(folder, `${name}.zip`);
    writeFileSync(path, Buffer.concat(parts));
    const out = join(folder, "unpacked");
    mkdirSync(out);
    execFileSync("unzip", ["-q", path, "-d", out]);
    const { code, out: said, err } = await run("verify", join(out, name));
    expect([code, err]).toEqual([0, ""]);
    expect(said).toContain("301 receipts");
    expect(seen.at(-1)).toBeGreaterThan(300);
  });

  it("is stopped by its signal", async () => {
    const source = storeSource(store, { process: process.process });
    const stopped = archiveOf(source, "party-a", { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toThrow("aborted");
  });
});
