import { describe, expect, it } from "vitest";
import { csvOf, heldList, missingList } from "./lists.ts";
import { inventPersons } from "./persons.ts";
import { romanisedFromRussian, romanisedFromUkrainian } from "./spelling.ts";

const persons = inventPersons(7, 1_200);

describe("the invented persons of the example", () => {
  it("are the same for the same seed, and others for another", () => {
    expect(inventPersons(7, 1_200)).toEqual(persons);
    expect(inventPersons(8, 1_200)).not.toEqual(persons);
  });

  it("are 1,200 to each side, who take turns", () => {
    expect(persons.filter((one) => one.returnsTo === "a")).toHaveLength(1_200);
    expect(persons.slice(0, 4).map((one) => one.returnsTo)).toEqual(["a", "b", "a", "b"]);
  });

  it("stand on lists that disagree: not all are on both, and some lines differ", () => {
    const held = heldList(persons, "b", "ru", 1);
    const missing = missingList(persons, "b", "uk", 2);
    const onBoth = held.truth.filter((one) => missing.truth.includes(one));
    expect(onBoth.length).toBeGreaterThan(1_000);
    expect(onBoth.length).toBeLessThan(Math.min(held.truth.length, missing.truth.length));
    const years = held.lines.filter((line) => /^\d{4}$/.test(line[2] ?? ""));
    expect(years.length).toBeGreaterThan(10);
  });

  it("are written as tables that read back line by line", () => {
    const held = heldList(persons, "a", "uk", 3);
    const lines = csvOf(held).trimEnd().split("\r\n");
    expect(lines).toHaveLength(held.lines.length + 1);
    for (const line of lines) expect(line.split(";")).toHaveLength(held.headers.length);
  });

  it("are romanised as passports do", () => {
    expect(romanisedFromUkrainian("Яблунський Юрій Згорянович")).toBe("Yablunskyi Yurii Zghorianovych");
    expect(romanisedFromRussian("Нагорский Юрий Григорьевич")).toBe("Nagorskii Iurii Grigorevich");
  });
});
