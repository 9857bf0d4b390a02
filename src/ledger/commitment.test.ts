import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toHex } from "./bytes.ts";
import { commitment, opens } from "./commitment.ts";
import { toUtf8 } from "./utf8.ts";

const salt = new Uint8Array(32).fill(7);
const row = toUtf8("Name, 1984, rank");

describe("commitments", () => {
  it("[LG30] open with the same context, salt and bytes, and with no others", () => {
    const committed = commitment("istanbul/a/list/1", salt, row);
    expect(opens(committed, "istanbul/a/list/1", salt, row)).toBe(true);
    expect(opens(committed, "istanbul/b/list/1", salt, row)).toBe(false);
    expect(
      opens(
        committed,
        "istanbul/a/list/1",
        salt.map((byte) => byte + 1),
        row,
      ),
    ).toBe(false);
    expect(opens(committed, "istanbul/a/list/1", salt, row.subarray(1))).toBe(false);
    expect(opens(committed.subarray(1), "istanbul/a/list/1", salt, row)).toBe(false);
    expect(opens(committed, "istanbul/a/list/1", salt.subarray(1), row)).toBe(false);
    expect(() => commitment("x", new Uint8Array(16), row)).toThrow("32 bytes");
  });

  it("[LG30] never change their form", () => {
    expect(toHex(commitment("istanbul/a/list/1", salt, row))).toBe(
      "7ba53eae81561595c5a9ffdad2ee4f41e1aa9e43cf573d3d3ec6daa324a6a37a",
    );
  });

  it("[LG31] do not confuse where the context ends and the rest begins", () => {
    const text = fc.string({ unit: "binary", maxLength: 12 });
    fc.assert(
      fc.property(text, text, fc.nat(12), (context, rest, cut) => {
        const whole = context + rest;
        const other = whole.slice(0, cut);
        if (other === context || !other.isWellFormed() || !whole.slice(cut).isWellFormed()) return;
        const first = commitment(context, salt, toUtf8(rest));
        expect(opens(first, other, salt, toUtf8(whole.slice(cut)))).toBe(false);
      }),
    );
    // the salt cannot slide into the context either
    const slid = commitment(`x${"\u0007".repeat(32)}`, salt, row);
    expect(opens(slid, "x", salt, new Uint8Array([...salt, ...row]))).toBe(false);
  });
});
