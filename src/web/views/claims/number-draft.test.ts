import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountOf, claimOf, noNumber, numberIsWrong } from "./number-draft.ts";

const empty = noNumber("persons", "single");
const source = { kind: "own_record", publisher: "Northbank" } as const;

describe("a number that is filled in", () => {
  it("[NU12] is said as it was filled in, never rounded", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (n) => {
        expect(amountOf({ ...empty, shape: "exactly", first: String(n) })).toEqual({ value: n });
        expect(amountOf({ ...empty, shape: "at_least", first: String(n) })).toEqual({ min: n });
        expect(amountOf({ ...empty, shape: "at_most", first: String(n) })).toEqual({ max: n });
      }),
    );
    const range = { ...empty, shape: "between", first: "5", second: "8" } as const;
    expect(amountOf(range)).toEqual({ min: 5, max: 8 });
    expect(amountOf({ ...empty, shape: "undisclosed" })).toEqual({ undisclosed: true });
    const about = claimOf({ ...empty, shape: "exactly", first: "250", isAbout: true }, source);
    expect(about).toEqual({
      amount: { value: 250 },
      unit: "persons",
      kind: "single",
      approximate: true,
      source,
    });
  });

  it("[NU12] is not taken where it is no whole number or the range is turned round", () => {
    for (const first of ["", "1.5", "-3", "1e3", "1,200", "twelve"])
      expect(numberIsWrong({ ...empty, shape: "exactly", first })).toBe("claims.form.whole");
    const turned = { ...empty, shape: "between", first: "8", second: "5" } as const;
    expect(numberIsWrong(turned)).toBe("claims.form.range");
    expect(numberIsWrong(empty)).toBe("forms.choose");
    expect(() => claimOf(empty, source)).toThrow("is no claim yet");
  });
});
