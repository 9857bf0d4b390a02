import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const folder = new URL(".", import.meta.url);
const files = readdirSync(folder).filter(
  (name) => name.endsWith(".ts") && !/\.(test|fixture|bench)\.ts$/.test(name),
);
const source = (name: string) => readFileSync(new URL(name, folder), "utf8");

it("[LG38] only native.ts knows Node, so that a browser needs another native.ts and nothing else", () => {
  expect(files.length).toBeGreaterThan(20);
  const nodeOnly = /from "node:|\bBuffer\b|\bprocess\.|setImmediate/;
  expect(files.filter((name) => nodeOnly.test(source(name)))).toEqual(["native.ts"]);
});

it("[LG38] only the platform, noble and age-encryption do cryptography", () => {
  const imported = files.flatMap((name) =>
    [...source(name).matchAll(/from "([^."][^"]*)"/g)].map((match) => match[1]),
  );
  expect([...new Set(imported)].sort()).toEqual([
    "#base",
    "#ledger/native",
    "@noble/curves/ed25519.js",
    "@noble/hashes/sha2.js",
    "age-encryption",
    "node:crypto",
  ]);
});

it("every rule of SPEC.md has a test that names it, and every test names a rule", () => {
  const ruled = [...source("SPEC.md").matchAll(/^- \*\*\[(LG\d+)\]\*\*/gm)].map((match) => match[1]);
  const tests = readdirSync(folder).filter((name) => name.endsWith(".test.ts"));
  const tested = tests.flatMap((name) =>
    [...source(name).matchAll(/it\("\[(LG\d+)\]/g)].map((match) => match[1]),
  );
  expect(new Set(ruled).size).toBe(ruled.length);
  expect([...new Set(tested)].sort()).toEqual([...ruled].sort());
});
