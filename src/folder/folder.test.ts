import { existsSync } from "node:fs";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { refusalOf } from "#server/testing";
import { temporaryFolder } from "#store/testing";
import {
  createFolder,
  createSetUpFolder,
  folderFile,
  isFounded,
  keepSetUp,
  openExport,
  openStore,
  readFolder,
  readSetUp,
  settleFolder,
  writeExport,
} from "./index.ts";

const made = {
  format: "parley-folder/1",
  process: "two-rivers",
  role: "host",
  hostName: "parley.example",
  demonstration: true,
} as const;
const nothing = {
  process: "two-rivers",
  rooms: async () => [],
  async *entries() {},
  blobs: async () => [],
  blob: async () => undefined,
  close: async () => {},
};

describe("a data folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
  });

  it("[FD1] is made with an empty record in it, and read as it was made", async () => {
    const path = join(folder, "deep", "process");
    expect(await createFolder(path, made)).toEqual({ ...made, path });
    expect(await readFolder(path)).toEqual({ ...made, path });
    const store = await openStore(await readFolder(path), { readOnly: true });
    expect(await store.logs()).toEqual([]);
    await store.close();
  });

  it("[FD2] is never made where something is, nor is an export", async () => {
    await writeFile(join(folder, "letter.txt"), "Dear colleagues");
    const file = join(folder, "letter.txt");
    for (const path of [folder, file, join(file, "below")]) {
      expect((await refusalOf(createFolder(path, made)))?.code).toBe("folder.exists");
      expect((await refusalOf(writeExport(nothing, "public", path)))?.code).toBe("folder.exists");
    }
    expect(await readFile(file, "utf8")).toBe("Dear colleagues");
    await mkdir(join(folder, "empty"));
    await createFolder(join(folder, "empty"), made);
    expect((await refusalOf(createFolder(join(folder, "empty"), made)))?.code).toBe("folder.exists");
    expect((await refusalOf(createFolder(join(folder, "a".repeat(300)), made)))?.code).toBe(
      "folder.unwritable",
    );
    // a folder that is there and takes no other, on systems that have it
    expect((await refusalOf(createFolder("/proc/parley", made)))?.code).toBe("folder.unwritable");
    await createFolder(join(folder, "far", "below"), made);
  });

  it("[FD3] is refused in words where its description is missing or damaged", async () => {
    expect((await refusalOf(readFolder(folder)))?.code).toBe("folder.not_parley");
    expect((await refusalOf(readFolder(join(folder, "none"))))?.code).toBe("folder.not_parley");
    const damaged = [
      "",
      "{",
      "null",
      JSON.stringify({ ...made, format: "parley-folder/2" }),
      JSON.stringify({ ...made, role: "guest" }),
      JSON.stringify({ ...made, process: "../other" }),
      JSON.stringify({ ...made, trust: true }),
      JSON.stringify({ ...made, role: "replica" }),
      JSON.stringify({ ...made, office: "party-a" }),
    ];
    for (const text of damaged) {
      await writeFile(join(folder, folderFile), text);
      const problem = await refusalOf(readFolder(folder));
      expect(problem?.code, text).toBe("folder.unreadable");
      expect(problem?.detail).toContain(folderFile);
    }
  });

  it("[FD4] whose record is gone is not begun anew", async () => {
    const path = join(folder, "process");
    const held = await createFolder(path, made);
    await rm(join(path, "parley.db"));
    for (const readOnly of [true, false])
      expect((await refusalOf(openStore(held, { readOnly })))?.code).toBe("folder.record_missing");
    expect(existsSync(join(path, "parley.db"))).toBe(false);
  });

  it("[FD6] whose record is in a file is not gone on with in a database", async () => {
    const held = await createFolder(join(folder, "process"), made);
    const before = process.env.PARLEY_DATABASE_URL;
    process.env.PARLEY_DATABASE_URL = "postgres://nobody@127.0.0.1:1/nothing";
    try {
      for (const readOnly of [true, false])
        expect((await refusalOf(openStore(held, { readOnly })))?.code).toBe("folder.record_in_file");
    } finally {
      if (before === undefined) delete process.env.PARLEY_DATABASE_URL;
      else process.env.PARLEY_DATABASE_URL = before;
    }
    await (await openStore(held, { readOnly: true })).close();
  });

  it("[FD5] in set-up keeps its state whole until it is a process's", async () => {
    const path = join(folder, "process");
    await createSetUpFolder(path);
    expect([await isFounded(path), await readSetUp(path)]).toEqual([false, undefined]);
    expect((await refusalOf(readFolder(path)))?.code).toBe("folder.not_parley");
    await keepSetUp(path, { step: 1 });
    await writeFile(join(path, "set-up.json.new"), "{ broken off");
    expect(await readSetUp(path)).toEqual({ step: 1 });
    await keepSetUp(path, { step: 2 });
    expect(await readSetUp(path)).toEqual({ step: 2 });
    expect((await stat(join(path, "set-up.json"))).mode & 0o777).toBe(0o600);
    expect((await refusalOf(createSetUpFolder(path)))?.code).toBe("folder.exists");
    for (let i = 0; i < 2; i++) expect(await settleFolder(path, made)).toEqual({ ...made, path });
    expect([await isFounded(path), await readFolder(path)]).toEqual([true, { ...made, path }]);
    const store = await openStore({ path, role: "host" }, { readOnly: true });
    expect(await store.logs()).toEqual([]);
    await store.close();
    await writeFile(join(path, "set-up.json"), "{");
    expect((await refusalOf(readSetUp(path)))?.code).toBe("folder.unreadable");
  });

  it("[FD3] and an export are refused in words where their description is missing or damaged", async () => {
    expect((await refusalOf(openExport(folder)))?.code).toBe("folder.not_parley");
    const whole = {
      format: "parley-export/1",
      process: "two-rivers",
      office: "public",
      rooms: [],
      blobs: [],
    };
    const damaged = [
      "{",
      "[]",
      JSON.stringify({ ...whole, office: "press" }),
      JSON.stringify({ ...whole, rooms: [{ room: "public", size: 0 }] }),
      JSON.stringify({ ...whole, rooms: [{ room: "public", size: 1.5 }] }),
      JSON.stringify({ ...whole, rooms: [{ room: "../public", size: 1 }] }),
      JSON.stringify({ ...whole, blobs: ["../../secret"] }),
    ];
    for (const text of damaged) {
      await writeFile(join(folder, "parley-export.json"), text);
      expect((await refusalOf(openExport(folder)))?.code, text).toBe("export.damaged");
    }
  });
});
