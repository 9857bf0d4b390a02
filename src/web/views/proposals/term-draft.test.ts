import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Term } from "#record";
import { terms as termsForm } from "../../../record/proposals/terms.ts";
import { draftsOf, newTerm, suggestedKey, type TermDraft, termsOf, wholeTermsOf } from "./term-draft.ts";
import { extents, purposes, typesInOrder, units } from "./term-types.ts";

const line = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ,.]{0,40}[a-z]$/);
const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const instant = fc
  .tuple(
    day,
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 0, max: 59 }),
    fc.constantFrom("Z", "+03:00", "-03:30"),
  )
  .map(
    ([on, hour, second, zone]) =>
      `${on}T${String(hour).padStart(2, "0")}:07:${String(second).padStart(2, "0")}${zone}`,
  );
const whole = fc.integer({ min: 1, max: 40_000 });
const amount = fc.oneof(
  fc.record({ value: whole }),
  fc.record({ min: whole }),
  fc.record({ max: whole }),
  fc.tuple(whole, whole).map(([x, y]) => ({ min: Math.min(x, y), max: Math.max(x, y) })),
  fc.constant({ undisclosed: true as const }),
);
const unit = fc.constantFrom(...units);
const optional = { noNullPrototype: true } as const;

// A term of every type without its key; what may be absent is sometimes absent.
const shapes: { readonly [T in Term["type"]]: fc.Arbitrary<object> } = {
  duration: fc
    .tuple(whole, fc.option(whole, { nil: undefined }))
    .map(([least, more]) =>
      more === undefined ? { minHours: least } : { minHours: least, maxHours: least + more },
    ),
  zone: fc.record(
    {
      extent: fc.constantFrom(...extents),
      words: line,
      depthMetres: whole,
      ring: fc.array(fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 })), {
        minLength: 3,
        maxLength: 5,
      }),
    },
    { requiredKeys: ["extent", "words"], ...optional },
  ),
  purpose: fc.record({ purposes: fc.subarray([...purposes], { minLength: 1 }) }, optional),
  date_by: fc.record({ what: line, by: day }, optional),
  date_on: fc.record({ what: line, on: fc.oneof(day, instant) }, optional),
  count_per_side: fc.record(
    { amount, unit, category: line },
    { requiredKeys: ["amount", "unit"], ...optional },
  ),
  count: fc.tuple(fc.boolean(), amount, unit).map(([turned, many, of]) => ({
    from: turned ? "b" : "a",
    to: turned ? "a" : "b",
    amount: many,
    unit: of,
  })),
  category: fc.record({ words: line, unit, all: fc.boolean() }, optional),
  participants: fc.record(
    {
      persons: fc.array(fc.record({ name: line, capacity: line }, optional), { maxLength: 3 }),
      offices: fc.array(line, { maxLength: 3 }),
    },
    optional,
  ),
  place: fc.record({ words: line }, optional),
  body_to_create: fc.record(
    { body: line, tasks: line, format: line },
    { requiredKeys: ["body"], ...optional },
  ),
  object_list: fc.record({ objects: fc.array(line, { minLength: 1, maxLength: 4 }) }, optional),
  condition: fc.record({ requires: line, of: fc.constantFrom("a", "b", "both", "other") }, optional),
  sequence: fc.record({ first: fc.constant("one"), next: fc.constant("other") }, optional),
  reciprocity: fc.record({ words: line }, optional),
  text: fc.record({ words: line.map((words) => `${words}\n${words}`) }, optional),
};
const anyTerm = fc
  .constantFrom(...typesInOrder)
  .chain((type) => shapes[type].map((shape) => ({ ...shape, type })));
const anyTerms = fc
  .array(anyTerm, { maxLength: 8 })
  .map((all) => termsForm.parse(all.map((one, at) => ({ ...one, key: `term_${at}` }))));

function filled(draft: TermDraft, fields: TermDraft["fields"]): TermDraft {
  return { ...draft, fields: { ...draft.fields, ...fields } };
}

function wrongIn(...drafts: readonly TermDraft[]): Readonly<Record<string, string>> {
  const written = termsOf(drafts);
  return "wrong" in written ? Object.fromEntries(written.wrong) : {};
}

describe("terms in the editor", () => {
  it("[PV12] come out as they went in, of every type", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const written = termsOf(draftsOf(terms));
        expect(written).toEqual({ terms });
        expect(wholeTermsOf(draftsOf(terms))).toEqual(terms);
      }),
      { numRuns: 400 },
    );
  });

  it("[PV12] keep a zone's outline and an hour's own offset", () => {
    const ring: [number, number][] = [
      [30, 45],
      [31, 45],
      [31, 46],
    ];
    const terms: Term[] = [
      { key: "zone", type: "zone", extent: "polygon", words: "the bank", ring },
      { key: "day", type: "date_on", what: "start", on: "2025-07-24T06:00:00+03:00" },
    ];
    expect(termsOf(draftsOf(terms))).toEqual({ terms });
  });

  it("[PV13] an empty term of each type tells which of its fields are missing", () => {
    const missing = typesInOrder.map((type) => `${type}: ${Object.keys(wrongIn(newTerm(type, []))).join()}`);
    expect(missing).toEqual([
      "duration: 0.minHours",
      "zone: 0.extent,0.words",
      "purpose: 0.purposes",
      "date_by: 0.what,0.by",
      "date_on: 0.what,0.on",
      "count_per_side: 0.amount,0.unit",
      "count: 0.from,0.to,0.amount,0.unit",
      "category: 0.words,0.unit",
      "participants: ",
      "place: 0.words",
      "body_to_create: 0.body",
      "object_list: 0.objects",
      "condition: 0.requires,0.of",
      "sequence: 0.first,0.next",
      "reciprocity: 0.words",
      "text: 0.words",
    ]);
  });

  it("[PV13] tells what is wrong by the term's place and the field's name", () => {
    const duration = newTerm("duration", []);
    expect(wrongIn(filled(duration, { minHours: "48", maxHours: "24" }))).toEqual({
      "0.maxHours": "least_over_most",
    });
    expect(wrongIn(filled(duration, { minHours: "a day" }))).toEqual({ "0.minHours": "not_positive" });
    expect(wrongIn(filled(duration, { minHours: "0" }))).toEqual({ "0.minHours": "not_positive" });
    const place = filled(newTerm("place", []), { words: "x".repeat(301) });
    expect(wrongIn(filled(duration, { minHours: "1" }), place)).toEqual({ "1.words": "too_long" });
    const count = filled(newTerm("count", []), {
      from: "a",
      to: "a",
      unit: "persons",
      amount: { how: "range", least: "9", most: "3" },
    });
    expect(wrongIn(count)).toEqual({ "0.to": "same_side", "0.amount": "least_over_most" });
    const people = filled(newTerm("participants", []), { persons: [{ name: "Ada Lind", capacity: "" }] });
    expect(wrongIn(people)).toEqual({ "0.persons": "half_a_person" });
    const first = filled(newTerm("place", []), { words: "the bridge" });
    expect(wrongIn(first, { ...first, id: "other" })).toEqual({ "1.key": "key_twice" });
    expect(wrongIn({ ...first, key: "The bridge" })).toEqual({ "0.key": "not_a_key" });
  });

  it("[PV13] an hour that the clocks skip is told, and an hour by nobody's clock", () => {
    const date = filled(newTerm("date_on", []), { what: "start" });
    const at = (day: string, hour: string, zone: string | null) =>
      wrongIn(filled(date, { on: { day, hour, zone, asWritten: "" } }));
    expect(at("2025-03-30", "03:30", "Europe/Helsinki")).toEqual({ "0.on": "no_such_hour" });
    expect(at("2025-03-30", "04:30", "Europe/Helsinki")).toEqual({});
    expect(at("2025-03-30", "04:30", null)).toEqual({ "0.on": "no_clock" });
    expect(at("", "", null)).toEqual({ "0.on": "no_day" });
  });

  it("[PV13] what is told to be whole fits the record's form, whatever is typed", () => {
    const typed = fc.oneof(
      fc.string({ maxLength: 12, unit: "grapheme-ascii" }),
      fc.constantFrom("12", "1,200", "1 200", ""),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...typesInOrder),
        fc.array(typed, { minLength: 6, maxLength: 6 }),
        (type, words) => {
          const empty = newTerm(type, []);
          let next = 0;
          const texts = Object.entries(empty.fields).flatMap(([name, field]) =>
            field === "" && !["unit", "from", "to", "of", "extent", "first", "next"].includes(name)
              ? [[name, words[next++] ?? ""] as const]
              : [],
          );
          const chosen = {
            unit: "persons",
            from: "a",
            to: "b",
            of: "both",
            extent: "whole_front",
            first: "one",
            next: "other",
          };
          const own = Object.fromEntries(Object.entries(chosen).filter(([name]) => name in empty.fields));
          const purpose = type === "purpose" ? { purposes: ["negotiate"] } : {};
          const written = termsOf([filled(empty, { ...Object.fromEntries(texts), ...own, ...purpose })]);
          if ("terms" in written) expect(termsForm.safeParse(written.terms).error?.issues ?? []).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("[PV13] numbers are read with the grouping of any of the languages", () => {
    for (const typed of ["1200", "1,200", "1.200", "1 200", "1\u00a0200"]) {
      const term = filled(newTerm("duration", []), { minHours: typed });
      expect(termsOf([term])).toEqual({ terms: [{ key: "duration", type: "duration", minHours: 1_200 }] });
    }
  });

  it("suggests a key from the type that no other term has", () => {
    const zone = newTerm("zone", []);
    expect([
      zone.key,
      suggestedKey("zone", [zone]),
      suggestedKey("zone", [zone, newTerm("zone", [zone])]),
    ]).toEqual(["zone", "zone_2", "zone_3"]);
  });
});
