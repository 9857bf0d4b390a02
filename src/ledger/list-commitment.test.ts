import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toHex } from "./bytes.ts";
import { type ListBinding, listHeight, listRoot, proveRow, verifyRow } from "./list-commitment.ts";
import { toUtf8 } from "./utf8.ts";

const binding: ListBinding = { process: "two-rivers", side: "a", kind: "held", round: "June" };
const secret = new Uint8Array(32).fill(7);
const rowsOf = (names: readonly string[]) => names.map((one) => toUtf8(`{"surname":"${one}"}`));
const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 80 });
const runs = { numRuns: 30 };

describe("commitments to lists", () => {
  it("[LG42] open with their rows, secret and binding, and with nothing else", () => {
    fc.assert(
      fc.property(names, (all) => {
        const root = toHex(listRoot(binding, secret, rowsOf(all)));
        expect(toHex(listRoot(binding, secret.slice(), rowsOf(all)))).toBe(root);
        const others = [
          listRoot(binding, secret, rowsOf([...all, "zzzzzzzzz"])),
          listRoot(binding, secret, rowsOf(["zzzzzzzzz", ...all.slice(1)])),
          listRoot(binding, new Uint8Array(32).fill(8), rowsOf(all)),
          ...[
            { process: "other" },
            { side: "b" }, // the other side cannot open a copied root as its own
            { kind: "dead" },
            { round: "July" },
          ].map((part) => listRoot({ ...binding, ...part }, secret, rowsOf(all))),
          ...(all.length > 1 ? [listRoot(binding, secret, rowsOf(all.toReversed()))] : []),
        ];
        expect(others.map(toHex)).not.toContain(root);
      }),
      runs,
    );
  });

  it("[LG43] show the power of two to which a list is padded", () => {
    expect([0, 1, 63, 64, 65, 128, 129, 50_000].map(listHeight)).toEqual([6, 6, 6, 6, 7, 7, 8, 16]);
    expect(() => listHeight(2 ** 17 + 1)).toThrow("longer than can be committed to");
    expect(proveRow(binding, secret, rowsOf(["ann"]), 1).path).toHaveLength(6);
    expect(proveRow(binding, secret, rowsOf(Array.from({ length: 64 }, String)), 64).path).toHaveLength(6);
  });

  it("[LG44] prove one row, and no other", () => {
    fc.assert(
      fc.property(names, fc.nat(), (all, pick) => {
        const rows = rowsOf(all);
        const number = 1 + (pick % rows.length);
        const row = rows[number - 1] ?? new Uint8Array();
        const committed = { root: listRoot(binding, secret, rows), height: listHeight(rows.length) };
        const proof = proveRow(binding, secret, rows, number);
        expect(verifyRow(binding, committed, row, proof)).toBe(true);
        expect(verifyRow(binding, committed, toUtf8("{}"), proof)).toBe(false);
        for (const part of [{ side: "b" }, { kind: "dead" }, { round: "July" }])
          expect(verifyRow({ ...binding, ...part }, committed, row, proof)).toBe(false);
        expect(verifyRow(binding, { ...committed, height: committed.height + 1 }, row, proof)).toBe(false);
        expect(verifyRow(binding, committed, row, { ...proof, salt: new Uint8Array(31) })).toBe(false);
        expect([proof.salt, ...proof.path].every((one) => one.length === 32)).toBe(true);
      }),
      runs,
    );
  });
});
