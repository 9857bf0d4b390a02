import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
// journeys in a browser prove rules of the web app
const files = ["src", "e2e"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
);

// Where each id stands: a rule as "- **[PR8]** An answer …", a test as it("[PR8] …").
function idsIn(ending: string, pattern: RegExp): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const file of files.filter((one) => one.endsWith(ending)))
    for (const [, id = ""] of readFileSync(join(root, file), "utf8").matchAll(pattern))
      found.set(id, [...(found.get(id) ?? []), file]);
  return found;
}

const rules = idsIn("SPEC.md", /\*\*\[([A-Z]+\d+)\]\*\*/g);
const tests = idsIn(".ts", /\b(?:it|test)(?:\.each\([^)]*\))?\(\s*["'`]\[([A-Z]+\d+)\]/g);
const refusals = idsIn(".ts", /\brefusal\(\s*"([A-Z]+\d+)"/g);

describe("the rules of every SPEC.md", () => {
  it("stand once each", () => {
    expect([...rules].filter(([, where]) => where.length > 1)).toEqual([]);
    expect(rules.size).toBeGreaterThan(0);
  });

  it("have a test named by their id", () => {
    expect([...rules].filter(([id]) => !tests.has(id))).toEqual([]);
  });

  it("are there for every test that names one", () => {
    expect([...tests].filter(([id]) => !rules.has(id))).toEqual([]);
  });

  it("are there for every refusal in the code", () => {
    expect([...refusals].filter(([id]) => !rules.has(id))).toEqual([]);
  });
});
