import { describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import { randomHistory, said, World } from "../testing/index.ts";
import { canonicalBytes, checkAct, maxActBytes, parseAct } from "./bytes.ts";
import { kinds } from "./kinds.ts";

const world = World.opened();
const round = said(world, {
  kind: "round.proposed",
  by: "host",
  room: "plenary",
  payload: { title: "Third round", number: 3, on: "2025-07-23", format: "plenary" },
});
const text = new TextDecoder().decode(canonicalBytes(round));

function parsed(of: string | Uint8Array): string {
  const result = parseAct(typeof of === "string" ? new TextEncoder().encode(of) : of);
  return "problem" in result ? result.problem.code : "taken";
}

function withPayload(payload: object): string {
  return parsed(canonicalBytes({ ...round, payload: { ...round.payload, ...payload } }));
}

describe("an act's bytes", () => {
  it("[RC10] are UTF-8 JSON of at most 64,000 bytes", () => {
    expect(parsed(text)).toBe("taken");
    for (const bad of ["", "{", `${text}x`, "nul", "\ufeff{}", text.slice(0, -1)])
      expect(parsed(bad)).toBe("act.not_json");
    expect(parsed(Uint8Array.of(0x22, 0xff, 0x22))).toBe("act.not_json");
    expect(parsed(new Uint8Array(maxActBytes + 1).fill(0x20))).toBe("act.too_large");
    for (const other of ["[]", "null", "3", '"act"', "{}"]) expect(parsed(other)).toBe("act.malformed");
  });

  it("[RC11] stand in canonical form: no other spacing, order, escapes or doubled keys", () => {
    expect(parsed(text.replace(",", ", "))).toBe("act.not_canonical");
    expect(parsed(`${text}\n`)).toBe("act.not_canonical");
    expect(parsed(text.replace('"v":1', '"v":1.0'))).toBe("act.not_canonical");
    expect(parsed(text.replace('"number":3', '"number":3e0'))).toBe("act.not_canonical");
    expect(parsed(text.replace("Third", "\\u0054hird"))).toBe("act.not_canonical");
    expect(parsed(text.replace('"format":"plenary"', '"format":"online","format":"plenary"'))).toBe(
      "act.not_canonical",
    );
    expect(parsed(JSON.stringify(round))).toBe("act.not_canonical");
  });

  it("[RC11] hide no field that a reader's form would drop", () => {
    expect(parsed(text.replace('"format"', '"__proto__":{"x":1},"format"'))).not.toBe("taken");
    expect(parsed(text.replace('{"by"', '{"__proto__":1,"by"'))).not.toBe("taken");
  });

  it("[RC10] are refused, never thrown on, where a correction's payload has no canonical form", () => {
    const corrected = said(world, {
      kind: "act.corrected",
      by: "host",
      room: "plenary",
      payload: { act: round.id, reason: "x", payload: { title: "HERE" } },
    });
    const written = new TextDecoder().decode(canonicalBytes(corrected));
    expect(parsed(written)).toBe("taken");
    const deep = "[".repeat(30_000) + "]".repeat(30_000);
    expect(parsed(written.replace('"HERE"', deep))).toMatch(/taken|act.not_canonical/);
    for (const value of ['"\\ud800"', "1e400", '"\\u0048ERE"'])
      expect(parsed(written.replace('"HERE"', value))).toBe("act.not_canonical");
  });

  it("[RC12] hold the fields of their kind and no others", () => {
    expect(parsed(canonicalBytes({ ...round, kind: "round.dreamt" }))).toBe("act.unknown_kind");
    for (const kind of ["toString.x", "constructor", "__proto__", "round"])
      expect(parsed(canonicalBytes({ ...round, kind }))).toMatch(/act.(malformed|unknown_kind)/);
    expect(parsed(canonicalBytes({ ...round, extra: 1 }))).toBe("act.malformed");
    expect(parsed(canonicalBytes({ ...round, v: 2 }))).toBe("act.malformed");
    expect(withPayload({ extra: 1 })).toBe("act.malformed");
    expect(parsed(text.replace('"title":"Third round"', '"titel":"Third round"'))).toBe("act.malformed");
    for (const field of ["id", "process", "room", "kind", "by", "saidAt", "refs", "seen"]) {
      const { [field as "id"]: _, ...rest } = round;
      expect(parsed(canonicalBytes(rest))).toBe("act.malformed");
    }
  });

  it("[RC13] carry only text that a person sees: NFC, no control, zero-width or direction characters", () => {
    const bad = [
      "Third\u200bround",
      "\u202eThird",
      "Third\u0000",
      "Third\u00adround",
      "Thi\u0301rd",
      "a\u2028b",
    ];
    for (const title of bad) expect(withPayload({ title })).toBe("act.malformed");
    for (const title of ["two\nlines", "tab\there", "", "x".repeat(301)])
      expect(withPayload({ title })).toBe("act.malformed");
    for (const title of ["Третій раунд", "Üçüncü tur", "Раунд 3 (Çırağan)"])
      expect(withPayload({ title })).toBe("taken");
    expect(parsed(text.replace("Third", "\\ud800"))).toBe("act.malformed");
    expect(() => canonicalBytes({ title: "\ud800" })).toThrow();
  });

  it("[RC14] name persons in one script per word", () => {
    const listed = (name: string) => {
      const act = said(world, {
        kind: "powers.presented",
        by: "party-a",
        room: "plenary",
        payload: { authority: "x", reference: "y", persons: [{ name, capacity: "head" }], extent: ["sign"] },
      });
      return parsed(canonicalBytes(act));
    };
    for (const name of ["Олена Коваль", "Ada Lind", "Ömer Şahin", "Олена Lind", "Ελένη", "O’Neil-Smith"])
      expect(listed(name)).toBe("taken");
    for (const name of ["Кoваль", "Аda Lind", "Pаul", "Αda"]) expect(listed(name)).toBe("act.mixed_scripts");
  });

  it("[RC16] count in whole numbers that every reader reads alike", () => {
    expect(withPayload({ number: 2 ** 53 - 1 })).toBe("taken");
    expect(withPayload({ number: 2 ** 53 })).toBe("act.malformed");
    expect(parsed(text.replace('"number":3', '"number":9007199254740993'))).toBe("act.malformed");
    expect(parsed(text.replace('"number":3', '"number":1e400'))).toBe("act.malformed");
    for (const number of [1.5, -1, 0, "3", null]) expect(withPayload({ number })).toBe("act.malformed");
  });

  it("[RC17] write ids and keys in their one spelling", () => {
    for (const id of ["a".repeat(25), `${"a".repeat(25)}b`, "A".repeat(26), `${"a".repeat(24)}1a`])
      expect(parsed(canonicalBytes({ ...round, id }))).toBe("act.malformed");
    const right = "A".repeat(43);
    for (const root of [`${right.slice(1)}==`, "A".repeat(44), `${right.slice(1)}B=`, right, `${right}= `])
      expect(parsed(canonicalBytes({ ...round, seen: { size: 0, root } }))).toBe("act.malformed");
    expect(parsed(canonicalBytes({ ...round, seen: { size: 0, root: `${right}=` } }))).toBe("taken");
  });

  it("[RC19] carry a payload, or are sealed, as their kind says", () => {
    const { payload: _, ...bare } = round;
    const sealed = { file: "YWdl", commitment: `${"A".repeat(43)}=` };
    expect(parsed(canonicalBytes(bare))).toBe("act.sealed_mismatch");
    expect(parsed(canonicalBytes({ ...bare, sealed }))).toBe("act.sealed_mismatch");
    expect(parsed(canonicalBytes({ ...round, sealed }))).toBe("act.sealed_mismatch");
    expect(parsed(canonicalBytes({ ...bare, kind: "paper.sealed", sealed }))).toBe("taken");
    expect(parsed(canonicalBytes({ ...bare, kind: "paper.sealed" }))).toBe("act.sealed_mismatch");
    expect(parsed(canonicalBytes({ ...round, kind: "paper.sealed", sealed }))).toBe("act.sealed_mismatch");
  });

  it("[RC11] round-trip for acts of every kind", () => {
    const seen = new Set<string>();
    for (let seed = 1; seed < 400 && seen.size < kinds.length; seed++)
      for (const { act } of randomHistory(seed, 100).world.log) {
        const bytes = canonicalBytes(act);
        const result = parseAct(bytes);
        if ("problem" in result) throw new Error(`${act.kind}: ${result.problem.detail}`);
        expect(canonicalBytes(result.act)).toEqual(bytes);
        seen.add(act.kind);
      }
    expect([...seen].toSorted()).toEqual([...kinds].toSorted());
  });

  it("[RC10] once mutated are refused by a problem of the catalogue or taken as they stand, 10,000 times", () => {
    const random = seededRandom(7);
    const originals = randomHistory(7, 120).world.log.map(({ act }) => canonicalBytes(act));
    const marks = [...'{}[]",:\\0189.eE+-tnulf \u0000\u007f'].map((one) => one.charCodeAt(0));
    let taken = 0;
    for (let i = 0; i < 10_000; i++) {
      const bytes = [...random.pick(originals)];
      for (let edits = 1 + random.below(3); edits > 0; edits--) {
        const at = random.below(bytes.length);
        const how = random.below(5);
        if (how === 0) bytes[at] = random.below(256);
        else if (how === 1) bytes.splice(at, 1 + random.below(3));
        else if (how === 2) bytes.splice(at, 0, random.pick(marks));
        else if (how === 3) bytes[at] = random.pick(marks);
        else bytes.splice(at, 0, ...bytes.slice(at, at + 1 + random.below(40)));
      }
      const mutated = Uint8Array.from(bytes);
      const result = parseAct(mutated);
      if ("problem" in result) expect(result.problem.code).toMatch(/^act\./);
      else {
        taken += 1;
        expect(canonicalBytes(result.act)).toEqual(mutated);
      }
    }
    expect(taken).toBeGreaterThan(100);
  });

  it("[RC12] checkAct reads data as parseAct reads bytes", () => {
    expect("act" in checkAct(round)).toBe(true);
    expect("problem" in checkAct(undefined)).toBe(true);
  });
});
