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
