import canonicalize from "canonicalize";
import fc from "fast-check";
import { expect, it } from "vitest";
import { isPlainlyCanonical } from "./canonical.ts";

const slowly = (text: string) => {
  try {
    return canonicalize(JSON.parse(text)) === text;
  } catch {
    return false; // no canonical form at all
  }
};

it("[RC11] the quick look at a canonical form is right whenever it says yes", () => {
  const values = fc.jsonValue({ maxDepth: 4 });
  let quick = 0;
  fc.assert(
    fc.property(values, fc.boolean(), (value, isCanonical) => {
      const text = isCanonical ? (canonicalize(value) ?? "") : JSON.stringify(value);
      const data: unknown = JSON.parse(text);
      if (!isPlainlyCanonical(text, data, structuredClone(data))) return;
      quick += 1;
      expect(slowly(text)).toBe(true);
    }),
    { numRuns: 5_000 },
  );
  expect(quick).toBeGreaterThan(2_000);
});

it("[RC11] the quick look sees what a schema has dropped or changed", () => {
  const text = '{"a":1,"b":{"c":[1,{"d":"x"}]}}';
  const data = () => JSON.parse(text);
  expect(isPlainlyCanonical(text, data(), data())).toBe(true);
  for (const read of [
    {},
    { a: 1 },
    { a: 1, b: { c: [1, { d: "y" }] } },
    { a: 1, b: { c: [1, {}] } },
    { a: 1, b: { c: [1] } },
    { a: 1, b: { c: { 0: 1, 1: { d: "x" } } } },
    { a: "1", b: { c: [1, { d: "x" }] } },
    { a: 1, b: { c: [1, { d: "x" }] }, e: undefined },
    null,
    [],
  ])
    expect(isPlainlyCanonical(text, data(), read)).toBe(false);
  for (const other of [
    '{"b":1,"a":1}',
    '{"a":1.0}',
    '{"a": 1}',
    '{"a":-0}',
    '{"a":1,"a":1}',
    '{"a":"\\ud800"}',
  ]) {
    expect(isPlainlyCanonical(other, JSON.parse(other), JSON.parse(other))).toBe(false);
    expect(slowly(other)).toBe(false);
  }
});
