import { describe, expect, it } from "vitest";
import { exchange1200 } from "./index.ts";
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

describe("what the example says of those who came back", () => {
  const { acts } = exchange1200();
  const isOfReception = ({ act }: (typeof acts)[number]) => /^(return|consent)\./.test(act.kind);
  const ofReception = acts.filter(isOfReception);

  it("is said by each reception in its own sealed room, by both alike", () => {
    for (const side of ["a", "b"]) {
      const own = ofReception.filter(({ act }) => act.by.office === `reception-${side}`);
      expect(own.length).toBe(ofReception.length / 2);
      for (const { act, sealed } of own) expect([act.room, sealed]).toEqual([`reception-${side}`, true]);
    }
  });

  it("stands nowhere else: no act outside names a person, a finding, a consent or one of their ids", () => {
    const ids = new Set<string>(ofReception.map(({ act }) => act.id));
    for (const { act } of acts.filter((one) => !isOfReception(one))) {
      const text = JSON.stringify(act);
      expect(
        [...ids].filter((id) => text.includes(id)),
        act.kind,
      ).toEqual([]);
      expect(act.by.office, act.kind).not.toMatch(/^reception/);
      expect(act.room, act.kind).not.toMatch(/^reception/);
    }
    // nor does anything inside point out: a wristband's code is the one word that both know
    for (const { act } of ofReception) expect(act.refs, act.kind).toEqual([]);
  });

  it("shows every kind of what a reception writes down", () => {
    const kinds = new Set(ofReception.map(({ act }) => act.kind));
    expect(kinds.size).toBe(6);
  });

  it("keeps one who is reported dead in the matching", () => {
    const dead = acts.find(({ name }) => name === "assertion-death");
    const match = acts.find(({ name }) => name === "match-dead");
    expect(match?.act.payload).toHaveProperty("records", expect.arrayContaining([recordOf(dead?.act)]));
    expect(acts.filter(({ name }) => name.startsWith("match-dead-"))).toHaveLength(2);
    expect(Date.parse(dead?.receivedAt ?? "")).toBeLessThan(Date.parse(match?.receivedAt ?? ""));
  });
});

function recordOf(act: { readonly payload: unknown } | undefined): unknown {
  return (act?.payload as { readonly record?: unknown } | undefined)?.record; // an assertion has one
}
