import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { run } from "./testing/run.ts";

const folder = mkdtempSync(join(tmpdir(), "parley-document-"));
afterAll(() => rmSync(folder, { recursive: true }));
const inFolder = (name: string) => join(folder, name);

it("[CM34] document writes a paper as PDF from a file, the same bytes each time, and refuses what does not fit", async () => {
  const content = { on: "2025-07-02", returned: true, day: "2025-07-01", name: "Ілля Вигаданий" };
  writeFileSync(inFolder("extract.json"), JSON.stringify(content));
  for (const name of ["one.pdf", "other.pdf"]) {
    const made = await run("document", "extract", inFolder("extract.json"), inFolder(name), "--lang", "tr");
    expect(made.code, made.err).toBe(0);
    expect(made.out).toContain(name);
  }
  const [one, other] = ["one.pdf", "other.pdf"].map((name) => readFileSync(inFolder(name)));
  expect(one?.subarray(0, 5).toString()).toBe("%PDF-");
  expect(one && other && Buffer.compare(one, other)).toBe(0);
  const unknown = await run("document", "visa", inFolder("extract.json"), inFolder("x.pdf"));
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("certificate")]);
  writeFileSync(inFolder("wrong.json"), JSON.stringify({ ...content, health: "good" }));
  const wrong = await run("document", "extract", inFolder("wrong.json"), inFolder("x.pdf"));
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining("command.draft")]);
});

it("[CM34] document writes a truce's sheet in two languages side by side", async () => {
  const parties = { a: { name: { en: "Northbank", uk: "Північ" } }, b: { name: "Southbank" } };
  const content = { on: "2026-12-14", title: "Two days", parties, first: "b", terms: { hotline: "+00 000" } };
  writeFileSync(inFolder("truce.json"), JSON.stringify(content));
  const sheet = (name: string, ...more: string[]) =>
    run("document", "truce", inFolder("truce.json"), inFolder(name), "--lang", "uk", ...more);
  expect((await sheet("uk-ru.pdf", "--beside", "ru")).code).toBe(0);
  expect((await sheet("uk-tr.pdf", "--beside", "tr")).code).toBe(0);
  const [one, other] = ["uk-ru.pdf", "uk-tr.pdf"].map((name) => readFileSync(inFolder(name)));
  expect(one && other && Buffer.compare(one, other)).not.toBe(0);
  expect((await sheet("x.pdf", "--beside", "klingon")).code).not.toBe(0);
  writeFileSync(inFolder("truce.json"), JSON.stringify({ ...content, first: "c" }));
  expect((await sheet("x.pdf")).err).toContain("first");
});

it("[CM60] document draws new codes for as many bags as a file says", async () => {
  writeFileSync(inFolder("bags.json"), JSON.stringify({ on: "2026-12-14", count: 9 }));
  const sheet = (name: string) => run("document", "bags", inFolder("bags.json"), inFolder(name));
  expect([(await sheet("bags-1.pdf")).code, (await sheet("bags-2.pdf")).code]).toEqual([0, 0]);
  const [one, other] = ["bags-1.pdf", "bags-2.pdf"].map((name) => readFileSync(inFolder(name)));
  expect(one && other && Buffer.compare(one, other)).not.toBe(0);
});
