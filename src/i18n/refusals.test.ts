import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type ProblemCode, problem, problemCatalogue } from "#base";
import { kinds, offices, refuseAct, refusedBy, rooms, type State } from "#record";
import { randomHistory, said, World } from "#record/testing";
import { languages } from "./languages.ts";
import { sayProblem, sayReason } from "./refusals.ts";
import { needsOfMessage, refusals } from "./sentences.ts";
import {
  gluedEnding,
  hasAllPlurals,
  mixesAlphabets,
  saysNeverUsed,
  straightQuotes,
} from "./testing/messages.ts";
import { problemSamples, type SpokenCode } from "./testing/problem-samples.ts";
import { ruleSentences, standsInSource, writtenReasons } from "./testing/refused-in-source.ts";
import { translator } from "./translate.ts";

const translations = ["uk", "ru", "tr"] as const;
const codes = Object.keys(problemCatalogue) as ProblemCode[]; // the catalogue's own keys
const spokenCodes = codes.filter((code): code is SpokenCode => !code.startsWith("store."));
const world = World.opened(7);
const state: State = world.state("host");

const namesIn = (english: string) => [
  ...new Set([...english.matchAll(/[{‹](\w+)[}›]/g)].map(([, name]) => name)),
];
const namesOf = (language: (typeof translations)[number], message: string) => [
  ...needsOfMessage(language, message).keys(),
];

// Stands for the details of any case: each is its own name, as text, in JSON and as a list.
const ownNames = new Proxy(
  {},
  {
    get: (_, name) => {
      const text = `‹${String(name)}›`;
      return { toString: () => text, toJSON: () => text, join: () => text };
    },
  },
);
const detailOf = (code: ProblemCode) =>
  String((problemCatalogue[code].detail as (details: unknown) => unknown)(ownNames)); // each is its own name

const written = ruleSentences();
const all = translations.flatMap((language) => {
  const { problems, rules, reasons } = refusals[language];
  return [
    ...Object.entries(problems).map(([key, message]) => ({ language, key, message })),
    ...Object.entries(rules).flatMap(([rule, sentences]) =>
      Object.entries(sentences).map(([english, message]) => ({
        language,
        key: `${rule} ${english}`,
        message,
      })),
    ),
    ...Object.entries(reasons).map(([key, message]) => ({ language, key, message })),
  ];
});

describe("the catalogues of refusals", () => {
  it.each(translations)("have every problem that people meet, and no other: %s", (language) => {
    const keys = spokenCodes.flatMap((code) => [`${code}.title`, `${code}.detail`]);
    expect(Object.keys(refusals[language].problems).toSorted()).toEqual(keys.toSorted());
    for (const code of spokenCodes)
      expect(namesOf(language, refusals[language].problems[`${code}.detail`] ?? "").toSorted(), code).toEqual(
        namesIn(detailOf(code)).toSorted(),
      );
  });

  it("read every refusal of the record: a rule and its sentence stand as texts where the rule stands", () => {
    expect(written.sentences.length).toBe(written.calls);
    expect(written.calls).toBeGreaterThan(90);
  });

  it.each(translations)(
    "have every sentence of every rule, with what it names, and no other: %s",
    (language) => {
      const { rules } = refusals[language];
      const english = new Set(written.sentences.map(({ rule, words }) => `${rule} ${words}`));
      const translated = Object.entries(rules).flatMap(([rule, sentences]) =>
        Object.keys(sentences).map((words) => `${rule} ${words}`),
      );
      expect(translated.toSorted()).toEqual([...english].toSorted());
      for (const { rule, words } of written.sentences)
        expect(namesOf(language, rules[rule]?.[words] ?? "").toSorted(), words).toEqual(
          namesIn(words).toSorted(),
        );
    },
  );

  it.each(translations)("have the same reasons in the same order, with what they name: %s", (language) => {
    const { reasons } = refusals[language];
    expect(Object.keys(reasons)).toEqual(Object.keys(refusals.uk.reasons));
    for (const [english, message] of Object.entries(reasons)) {
      const missing = namesIn(english).filter((name) => !namesOf(language, message).includes(name ?? ""));
      const leftOut = english.startsWith("Invalid") ? ["expected", "pattern"] : []; // says no more than the field does
      expect(
        missing.filter((name) => !leftOut.includes(name ?? "")),
        english,
      ).toEqual([]);
      expect(
        namesOf(language, message).filter((name) => !namesIn(english).includes(name)),
        english,
      ).toEqual([]);
    }
  });

  it("have every reason that stands as a text in the code", () => {
    const unsaid = writtenReasons().filter((one) => sayReason(translator("uk"), one) === one);
    expect([...new Set(unsaid)]).toEqual([]);
  });

  it("have no reason that stands nowhere any more", () => {
    const foreign = /^(Invalid|Unrecognized|Too (small|big)|unknown (option|command)|missing required)/;
    const stale = Object.keys(refusals.uk.reasons).filter(
      (one) => !foreign.test(one) && !standsInSource(one),
    );
    expect(stale).toEqual([]);
  });

  it("hold to the ways of the other catalogues", () => {
    const wrong = all.filter(
      ({ language, message }) =>
        !message.trim() ||
        !hasAllPlurals(language, message) ||
        saysNeverUsed(language, message) ||
        straightQuotes.test(message) ||
        gluedEnding.test(message) ||
        mixesAlphabets(language, message),
    );
    expect(wrong).toEqual([]);
  });

  it("never use the words that are never used in English either", () => {
    const english = [
      ...spokenCodes.flatMap((code) => [problemCatalogue[code].title, detailOf(code)]),
      ...written.sentences.map(({ words }) => words),
      ...Object.keys(refusals.uk.reasons),
    ].map((one) => one.replaceAll(/[{}‹›<>']/g, "’"));
    expect(english.filter((one) => saysNeverUsed("en", one))).toEqual([]);
  });
});

describe("a refusal in the reader's language", () => {
  it.each(languages)("is said for every problem, with all that its details hold: %s", (language) => {
    const t = translator(language);
    for (const code of spokenCodes) {
      const refused = problem(code, problemSamples[code] as never); // the samples pair each code with its details
      const { title, detail } = sayProblem(t, refused, state);
      expect(title === refused.title, code).toBe(language === "en");
      expect(detail, code).not.toMatch(/[{}]|undefined|NaN/);
      const number = new Intl.NumberFormat(language);
      for (const value of Object.values(refused.details).flat()) {
        if (typeof value === "number")
          expect(
            [number.format(value), String(value)].some((one) => detail.includes(one)),
            code,
          ).toBe(true);
        else if (typeof value === "string" && value.startsWith("‹")) expect(detail, code).toContain(value);
      }
      expect(detail, code).not.toMatch(/party-[ab]|exchange-b|proposal\.tabled/);
    }
  });

  it.each(translations)("is said without a record at hand, too: %s", (language) => {
    const t = translator(language);
    for (const code of spokenCodes) {
      const refused = problem(code, problemSamples[code] as never); // as above
      expect(sayProblem(t, refused).title, code).not.toBe(refused.title);
      expect(sayProblem(t, refused).detail, code).not.toMatch(/party-[ab]|humanitarian|[{}]|undefined|NaN/);
    }
  });

  it("stays in English as it is printed where no record is at hand", () => {
    for (const code of spokenCodes) {
      const refused = problem(code, problemSamples[code] as never); // as above
      const { title, detail } = refused;
      expect(sayProblem(translator("en"), refused)).toEqual({ title, detail });
    }
  });

  it.each(languages)("names rooms and offices in the rules’ sentences: %s", (language) => {
    const refused = problem("act.refused_by_rule", {
      rule: "RC7",
      words: "It could not have been said so: [RC3] It is corrected in its own room, host-a.",
      params: {
        refused: {
          rule: "RC3",
          words: "It is corrected in its own room, host-a.",
          params: { room: "host-a" },
        },
      },
    });
    const { detail } = sayProblem(translator(language), refused, state);
    expect(detail).toContain("[RC7] ");
    expect(detail).toContain("[RC3] ");
    expect(detail).not.toContain("host-a");
    expect(detail.includes("own room")).toBe(language === "en");
  });

  it("says a number of seconds in the language’s own plural", () => {
    const wait = (seconds: number) =>
      sayProblem(translator("ru"), problem("api.too_often", { seconds })).detail.slice(0, 20);
    expect(wait(1)).toContain("1 секунду");
    expect(wait(3)).toContain("3 секунды");
    expect(wait(25)).toContain("25 секунд ");
  });

  it.each(translations)("is said for every place that an office may not speak at: %s", (language) => {
    const t = translator(language);
    for (const office of offices)
      for (const room of rooms)
        for (const kind of kinds) {
          const reason = refusedBy(office, kind, room);
          if (reason) expect(sayReason(t, reason, state), reason).not.toBe(reason);
        }
  });

  it.each(translations)("is said for what the forms refuse: %s", (language) => {
    const t = translator(language);
    const form = z.strictObject({
      text: z.string().min(2).max(4),
      list: z.array(z.int()).min(1).max(2),
      n: z.number().min(1).max(5),
      one: z.enum(["a", "b"]),
      on: z.iso.date(),
    });
    const right = { text: "abc", list: [1], n: 2, one: "a", on: "2027-01-01" };
    const wrong = [
      { text: "a" },
      { text: "abcde" },
      { text: 5 },
      { text: undefined },
      { list: [] },
      { list: [1, 2, 3] },
    ];
    const more = [{ n: 0 }, { n: 9 }, { one: "c" }, { on: "x" }, { stray: 1 }];
    for (const one of [...wrong, ...more]) {
      const words = form.safeParse({ ...right, ...one }).error?.issues[0]?.message ?? "";
      expect(words).not.toBe("");
      expect(sayReason(t, words), words).not.toBe(words);
    }
  });

  it("says a problem within a problem", () => {
    const inner = problem("act.seat_revoked", { key: "K1", member: "m-1", office: "party-b" });
    const reason = `${inner.title} ${inner.detail}`;
    const outer = problem("verify.authority", { room: "process", seq: 4, reason });
    const { detail } = sayProblem(translator("ru"), outer, state);
    expect(detail).toContain(sayProblem(translator("ru"), inner, state).detail);
  });

  it("leaves what it does not know as it came", () => {
    const unknown = {
      code: "act.of_a_later_host",
      title: "A title.",
      detail: "A detail.",
      details: { a: 1 },
    };
    const later = problem("act.refused_by_rule", { rule: "PR1", words: "Said otherwise by a later host." });
    const lacking = { ...problem("api.too_often", { seconds: 3 }), details: {} };
    const counted = { ...problem("api.too_often", { seconds: 3 }), details: { seconds: "many" } };
    for (const language of languages) {
      const t = translator(language);
      expect(sayProblem(t, unknown, state)).toEqual({ title: "A title.", detail: "A detail." });
      expect(sayProblem(t, later, state).detail).toBe("[PR1] Said otherwise by a later host.");
      for (const one of [lacking, counted])
        expect(sayProblem(t, one, state)).toEqual({ title: one.title, detail: one.detail });
    }
  });

  it("leaves a problem as it came where a detail has another form than its sentence needs", () => {
    const sent = { code: "ledger.note_unsigned", title: "T", detail: "D", details: { known: "process" } };
    expect(sayProblem(translator("en"), sent, state)).toEqual({ title: "T", detail: "D" });
  });

  it("answers whatever a host sends", () => {
    const names = fc.constantFrom(
      "room",
      "office",
      "reason",
      "rule",
      "words",
      "params",
      "seconds",
      "known",
      "kind",
      "path",
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...codes, "constructor", "__proto__"),
        fc.dictionary(names, fc.oneof(fc.jsonValue(), fc.constantFrom("process", "party-a", "constructor"))),
        fc.constantFrom(...languages),
        fc.boolean(),
        (code, details, language, isOpen) => {
          const asked = { code, title: "T", detail: "D", details };
          const { title, detail } = sayProblem(translator(language), asked, isOpen ? state : undefined);
          return typeof title === "string" && typeof detail === "string";
        },
      ),
      { numRuns: 500 },
    );
  });

  it("says the same to every reader of the founding act: it looks at nothing else of the record", () => {
    const { world: told } = randomHistory(3, 120);
    const sample = (one: SpokenCode) => problem(one, problemSamples[one] as never); // as above
    for (const language of languages)
      for (const code of spokenCodes) {
        const seen = offices.map((office) =>
          sayProblem(translator(language), sample(code), told.state(office)),
        );
        expect(new Set(seen.map((one) => one.detail)).size, code).toBe(1);
      }
  });

  it("is said for what the record refuses itself", () => {
    const draft = said(world, {
      kind: "proposal.withdrawn",
      by: "party-a",
      room: "plenary",
      payload: { proposal: "a".repeat(26) as never, reason: "x" },
    });
    const refused = refuseAct(state, draft, world.now);
    if (!refused) throw new Error("A withdrawal of nothing was taken.");
    expect(refused.code).toBe("act.refused_by_rule");
    for (const language of translations)
      expect(sayProblem(translator(language), refused, state).detail).not.toContain("There is no");
  });
});
