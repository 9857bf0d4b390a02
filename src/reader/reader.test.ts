import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read, recordOf } from "./index.ts";
import { drafted, live, process, reportDate } from "./testing/report.ts";

const report = `LAKEVIEW, 16 September — Ostreli and Mirandian delegations opened the third round of talks in Lakeview on Tuesday, hosted by Lunaria.

Ostrel's lead negotiator, Ivo Brandel, proposed a truce of 24 to 36 hours along the canal so that both armies could collect their dead. "We want the guns to be silent," Brandel said.

Mirandia's Foreign Minister Sera Kolt rejected the proposal and said 40 prisoners had been returned to Mirandia on Monday. She accused Ostrel of shelling the village of Pell.

The two sides agreed to exchange 120 prisoners each by 30 September.

In 2024 they held a ten-day ceasefire and swapped 300 prisoners.`;

/** Pieces that reports are made of, and some that they are not. */
const piece = fc.constantFrom(
  "Ostrel",
  "Mirandia's Foreign Minister Sera Kolt",
  " said ",
  " proposed a truce of 48 hours",
  '"We again propose"',
  "“unclosed ",
  "'twas ",
  "\n",
  "\n\n",
  "• ",
  "MODERATOR: ",
  "19:05 ",
  "3/7 ",
  "between 24 and 48 hours",
  " by the end of next month. ",
  "prisoners ",
  "\u200b",
  "\u202e",
  "مرحبا ",
  "שלום ",
  "e\u0301",
  "🧵",
  "(((((",
  "a a a a a ",
  ",,,,",
  " and and and ",
  "After After After ",
  "1,200,300,400 ",
  "31 February 2026",
  "99/99/9999",
  "\ud800",
  "\0",
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ maxLength: 400 }),
);

describe("read", () => {
  it("[RD1] gives every entry words that stand in the text at their place", () => {
    fc.assert(
      fc.property(text, (one) => {
        const visit = (value: unknown): void => {
          if (Array.isArray(value)) for (const part of value) visit(part);
          else if (value !== null && typeof value === "object") {
            if ("start" in value && "end" in value && "text" in value)
              expect(one.slice(Number(value.start), Number(value.end))).toBe(value.text);
            else for (const part of Object.values(value)) visit(part);
          }
        };
        visit(drafted(one));
      }),
      { numRuns: 150 },
    );
    visitAll(report);
  });

  it("[RD39] knows a state by what is left of the name that it signs with", () => {
    const parties = [
      { id: "A", name: "Ostrelian Federation" },
      { id: "B", name: "People's Republic of Mirand" },
    ];
    const told =
      "The delegations of Ostrelia and Mirand met in Kavna on 3 March. The Ostrelian side proposed a truce of 24 hours.";
    const { meetings, proposals } = read(told, { reportDate: "2026-03-03", process: { parties } });
    expect([meetings[0]?.parties, proposals[0]?.by]).toEqual([["A", "B"], ["A"]]);
    const other = [...parties, { id: "C", name: "Ostrelia" }];
    const { proposals: same } = read(told, { reportDate: "2026-03-03", process: { parties: other } });
    expect(same[0]?.by).toEqual(["C"]); // whose name it is has it
  });

  it("[RD2] reads the same text twice the same", () => {
    expect(drafted(report)).toEqual(drafted(report));
    fc.assert(
      fc.property(text, (one) => {
        expect(drafted(one)).toEqual(drafted(one));
      }),
      { numRuns: 60 },
    );
  });

  it("[RD3] reads any text without a throw, with and without parties", () => {
    fc.assert(
      fc.property(text, (one) => {
        drafted(one);
        drafted(one, {});
      }),
      { numRuns: 250 },
    );
  });

  it("[RD4] takes a time that grows no faster than the text", () => {
    const hostile = [
      "After ",
      '"a" ',
      "'a ",
      "said Ostrel ",
      "1,",
      "propose proposed ",
      "a, ",
      "… ",
      "(",
      "Ostrel said Mirandia said, ",
      "between 24 and ",
      "Minister of the of the ",
    ];
    for (const word of hostile) {
      const timeOf = (length: number) => {
        const long = word.repeat(Math.ceil(length / word.length));
        const before = globalThis.process.cpuUsage();
        drafted(long);
        const { user, system } = globalThis.process.cpuUsage(before);
        return (user + system) / 1000;
      };
      timeOf(2_000);
      const short = Math.max(50, timeOf(5_000));
      expect(timeOf(50_000), JSON.stringify(word)).toBeLessThan(short * 40);
    }
  });

  it("[RD5] swaps what it reads where the two parties' names are swapped", () => {
    const swapped = report.replace(
      /Ostreli|Ostrel|Mirandian|Mirandia/g,
      (name) =>
        ({ Ostreli: "Mirandian", Ostrel: "Mirandia", Mirandian: "Ostreli", Mirandia: "Ostrel" })[name] ??
        name,
    );
    const ids = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value).replace(/"(?:OST|MIR)"/g, (id) => (id === '"OST"' ? '"MIR"' : '"OST"')),
      );
    const bare = (one: ReturnType<typeof drafted>) => ({
      people: one.people.map(({ name, party }) => ({ name, party })),
      statements: one.statements.map(({ parties, kind, about }) => ({ parties, kind, about })),
      proposals: one.proposals.map(({ type, by, terms: { area: _, ...terms } }) => ({ type, by, terms })),
      events: one.events.map(({ type, from, to, counts }) => ({ type, from, to, counts })),
    });
    expect(bare(drafted(swapped))).toEqual(ids(bare(drafted(report))));
  });

  it("[RD6] drafts meeting, people, statements, proposals, agreements and events of a report", () => {
    const draft = drafted(report);
    expect(live(draft.meetings)).toMatchObject([
      { role: "main", date: "2026-09-15", place: "Lakeview", ordinal: 3, host: "LUN" },
    ]);
    expect(draft.people.map(({ name, party }) => [name, party])).toEqual([
      ["Ivo Brandel", "OST"],
      ["Sera Kolt", "MIR"],
    ]);
    expect(live(draft.statements).map(({ speaker, kind }) => [speaker, kind])).toEqual([
      ["Ivo Brandel", "proposes"],
      ["Ivo Brandel", "demands"],
      ["Sera Kolt", "rejects"],
      ["Sera Kolt", "accuses"],
    ]);
    expect(live(draft.proposals)).toMatchObject([
      {
        type: "short_truce",
        by: ["OST"],
        terms: { min_hours: 24, max_hours: 36, purposes: ["recover_dead"] },
      },
    ]);
    expect(live(draft.agreements)).toMatchObject([
      {
        type: "prisoner_exchange",
        parties: ["OST", "MIR"],
        terms: { by_date: "2026-09-30", counts: [{ what: "prisoners", to: "each", min: 120, max: 120 }] },
      },
    ]);
    expect(live(draft.events).map(({ type }) => type)).toContain("incident");
  });

  it("[RD7] reads without a list of parties, and finds them by what they do", () => {
    const draft = drafted(report, {});
    expect(draft.parties.map(({ name }) => name)).toEqual(expect.arrayContaining(["Ostrel", "Mirandia"]));
    expect(draft.people.find(({ name }) => name === "Sera Kolt")?.party).toBe(
      draft.parties.find(({ name }) => name === "Mirandia")?.id,
    );
  });

  it("[RD7] knows one party by its name and by its people's, whatever the ending", () => {
    const text =
      "Ostreli and Verdainian delegations met in Lakeview. The Verdainian side was calm. They defended Verdaine, Brandel said.";
    const { parties } = drafted(text, {});
    expect(parties.find(({ name }) => name === "Verdaine")?.aliases).toEqual(["Verdaine", "Verdainian"]);
  });

  it("[RD8] says for every entry its rule, its words and a confidence between 0 and 1", () => {
    const { statements, proposals } = drafted(report);
    for (const one of [...statements, ...proposals]) {
      expect(one.rule).not.toBe("");
      expect(one.confidence).toBeGreaterThan(0);
      expect(one.confidence).toBeLessThan(1);
    }
    expect(statements[0]?.because.speaker?.span?.text).toBe("Ivo Brandel");
  });

  it("[RD9] gives the record's form, without what the desk alone shows", () => {
    const record = recordOf(drafted(report), "01");
    expect(Object.keys(record)).toEqual([
      "doc",
      "lang",
      "report_date",
      "parties",
      "meetings",
      "people",
      "statements",
      "proposals",
      "agreements",
      "events",
      "media",
      "outcome",
    ]);
    expect(JSON.stringify(record)).not.toContain('"because"');
  });

  it("[RD10] refuses a language that nobody has taught it", () => {
    expect(() => read(report, { reportDate, lang: "xx" })).toThrow("xx");
    expect(() => read(report, { reportDate, lang: "constructor" })).toThrow("constructor");
  });
});

function visitAll(one: string): void {
  for (const { span } of drafted(one, process).statements)
    expect(one.slice(span.start, span.end)).toBe(span.text);
}
