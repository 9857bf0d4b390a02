import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import { codeInGroups, codesFrom, codesMeantBy, isCode } from "./code.ts";

const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const codes = fc
  .integer({ min: 1, max: 1_000_000 })
  .map((seed) => codesFrom(seededRandom(seed).bytes(8), 1)[0] ?? "");

describe("a wristband's code", () => {
  it("[LD24] notices one character misread", () => {
    fc.assert(
      fc.property(codes, fc.integer({ min: 0, max: 7 }), fc.constantFrom(...letters), (code, at, letter) => {
        const misread = code.slice(0, at) + letter + code.slice(at + 1);
        expect(isCode(misread)).toBe(letter === code[at]);
      }),
    );
  });

  it("[LD24] notices any two characters in each other's place", () => {
    const place = fc.integer({ min: 0, max: 7 });
    fc.assert(
      fc.property(codes, place, place, (code, one, other) => {
        const swapped = [...code];
        [swapped[one], swapped[other]] = [code[other] ?? "", code[one] ?? ""];
        expect(isCode(swapped.join(""))).toBe(code[one] === code[other]);
      }),
    );
  });

  it("[LD24] is understood as it is typed: small, in groups, with O for 0, or with Cyrillic keys", () => {
    const shapes = [
      (code: string) => code.toLowerCase(),
      (code: string) => ` ${codeInGroups(code)} `,
      (code: string) => code.replaceAll("0", "O").replaceAll("1", "l"),
      (code: string) => [...code].map((letter) => cyrillicKeys.get(letter) ?? letter).join(""),
      (code: string) => [...code].map((letter) => cyrillicLooks.get(letter) ?? letter).join(""),
    ];
    fc.assert(
      fc.property(codes, fc.constantFrom(...shapes), (code, shape) => {
        expect(codesMeantBy(shape(code))).toContain(code);
      }),
    );
    expect(codesMeantBy("")).toEqual([]);
    expect(codesMeantBy("someone")).toEqual([]);
  });

  it("[LD24] comes from random bytes, each code once, and none from too few", () => {
    const many = codesFrom(seededRandom(3).bytes(440 * 8), 440);
    expect(new Set(many).size).toBe(440);
    expect(many.every(isCode)).toBe(true);
    expect(() => codesFrom(new Uint8Array(8), 2)).toThrow("2 codes need 16 random bytes");
    expect(codesFrom(new Uint8Array(16), 2)).toEqual(["00000000"]);
  });
});

const cyrillicKeys = new Map(
  [..."ABCDEFGHJKMNPQRSTVWXYZ"].map((letter, at) => [letter, [..."ФИСВУАПРОЛЬТЗЙКЫЕМЦЧНЯ"][at]]),
);
const cyrillicLooks = new Map([..."ABEKMHPCTX"].map((letter, at) => [letter, [..."АВЕКМНРСТХ"][at]]));
