import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Random, seededRandom } from "#base";
import { type Act, checkAct, codeInGroups, isCode, kinds, type PayloadOf, type State } from "#record";
import { idOf, keyOf, randomHistory, said, World } from "#record/testing";
import { payloads } from "../record/act/kinds.ts";
import { codesFrom } from "../record/lineday/code.ts";
import { describeAct } from "./describe.ts";
import { sayFields } from "./fields.ts";
import { languages } from "./languages.ts";
import { isMessageKey, translator } from "./translate.ts";

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };
type Schema = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly const?: string | boolean;
  readonly pattern?: string;
  readonly format?: string;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
};

const inClear = kinds.filter((kind) => kind !== "paper.sealed" && kind !== "act.corrected");
const schemas = new Map(
  inClear.map((kind) => [
    kind,
    z.toJSONSchema(payloads[kind], { unrepresentable: "any", io: "input" }) as Schema,
  ]),
);
const world = World.opened(7);
const state: State = world.state("host");

/** Everything that one act says, as one text. */
function textOf(act: Act, language: (typeof languages)[number] = "en"): string {
  const fields = sayFields(translator(language), state, act);
  return fields.map(({ label, value, whole = "" }) => `${label}\n${value}\n${whole}`).join("\n");
}

/** A payload of a kind with every optional field there, one of the choices taken where there are several. */
function whole(schema: Schema, random: Random, name = ""): Json {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return whole(random.pick(choices), random, name);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return random.pick(schema.enum);
  if (schema.prefixItems) return schema.prefixItems.map((one) => whole(one, random, name));
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([key, one]) => [key, whole(one, random, key)]),
    );
  if (schema.items) {
    const one = schema.items;
    return Array.from({ length: Math.max(2, schema.minItems ?? 0) }, () => whole(one, random, name));
  }
  if (schema.type === "boolean") return random.below(2) === 0;
  if (schema.type === "integer" || schema.type === "number") return numberOf(schema, random, name);
  return textFor(schema, random, name);
}

function numberOf({ minimum, maximum }: Schema, random: Random, name: string): number {
  if (name === "max" || name === "maxHours" || name === "to") return 60 + random.below(20);
  if (name === "ring") return Math.round(random.next() * 8_000_000) / 100_000;
  return Math.min(maximum ?? 50, Math.max(minimum ?? 1, 20 + random.below(20)));
}

function textFor({ pattern = "", format }: Schema, random: Random, name: string): string {
  const word = Array.from({ length: 9 }, () => "bcdfghjkmnprstvz"[random.below(16)]).join("");
  if (format === "date") return `2027-0${1 + random.below(9)}-1${random.below(10)}`;
  if (pattern.includes("\\d\\dT\\d\\d"))
    return `2027-03-1${random.below(10)}T0${random.below(10)}:2${random.below(10)}:00+03:00`;
  if (pattern.includes("{25}")) return idOf(random);
  if (pattern.includes("{42}")) return keyOf(random);
  if (pattern.includes("{22}")) return Buffer.from(random.bytes(16)).toString("base64");
  if (pattern.includes("HJKMNP")) return codesFrom(random.bytes(8), 1)[0] ?? "";
  if (name === "digest" || name === "sha256")
    return [...random.bytes(32)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (pattern.includes("[^\\s+]+")) return `${word}.example+0123abcd+${keyOf(random)}`;
  if (pattern.includes("age1")) return `age1${word}`;
  if (format === "base64") return Buffer.from(random.bytes(64)).toString("base64");
  if (format === "uri" || name === "url") return `https://${word}.example/`;
  if (pattern.includes("[A-Z][A-Za-z_]+")) return random.pick(["Europe/Riga", "Europe/Oslo", "Asia/Baku"]);
  if (name === "language" || name === "languages") return random.pick(["fr", "ka", "hy", "kk"]);
  return pattern.includes("_") ? `${word}_q` : word;
}

/** The act with a whole payload; tried again where a rule over several fields refuses the random one. */
function wholeAct(kind: (typeof inClear)[number], seed: number): Act {
  const random = seededRandom(seed);
  const schema = schemas.get(kind);
  if (!schema) throw new Error(`${kind} has no schema.`);
  for (let i = 0; i < 200; i++) {
    const payload = whole(schema, random);
    const act = said(world, { kind, by: "party-a", room: "plenary", payload: payload as never });
    const checked = checkAct({ ...act, payload });
    if ("act" in checked) return checked.act;
  }
  throw new Error(`No whole payload of ${kind} could be made.`);
}

type Leaf = { readonly path: readonly (string | number)[]; readonly value: string | number | boolean };

function leaves(value: unknown, path: readonly (string | number)[] = []): readonly Leaf[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => leaves(one, [...path, i]));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([name, one]) => leaves(one, [...path, name]));
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? [{ path, value }]
    : [];
}

function replaced(value: unknown, [first, ...rest]: Leaf["path"], by: unknown): unknown {
  if (first === undefined) return by;
  const copy: Record<string | number, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...(value as object) }; // a payload's inner value
  (copy as Record<string | number, unknown>)[first] = replaced((value as never)[first], rest, by);
  return copy;
}

const enumWords = [...schemas.values()].flatMap((schema) => codesIn(schema));
const propertyNames = new Set([...schemas.values()].flatMap((schema) => namesIn(schema)));

function codesIn(schema: Schema, name = ""): readonly { readonly name: string; readonly code: string }[] {
  const inner = [
    ...(schema.anyOf ?? schema.oneOf ?? schema.prefixItems ?? []).flatMap((one) => codesIn(one, name)),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, one]) => codesIn(one, key)),
    ...(schema.items ? codesIn(schema.items, name) : []),
  ];
  const own = schema.enum ?? (typeof schema.const === "string" ? [schema.const] : []);
  return [...inner, ...own.map((code) => ({ name, code }))];
}

function namesIn(schema: Schema): readonly string[] {
  return [
    ...(schema.anyOf ?? schema.oneOf ?? schema.prefixItems ?? []).flatMap(namesIn),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, one]) => [key, ...namesIn(one)]),
    ...(schema.items ? namesIn(schema.items) : []),
  ];
}

/** Another value of the same sort: of the same words, where it is one of a few. */
function others({ path, value }: Leaf): readonly unknown[] {
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [value + 1];
  const name = path.findLast((one) => typeof one === "string");
  const codes = enumWords.filter((one) => one.name === name && one.code !== value).map((one) => one.code);
  const random = seededRandom(path.length * 31 + value.length);
  const word = value.replace(/[a-z](?=[^a-z]*$)/, (last) => (last === "b" ? "c" : "b"));
  const texts = [
    word,
    value.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)),
    value.replace(/^2027/, "2026"),
    idOf(random),
    keyOf(random),
    ...codesFrom(random.bytes(8), 1),
  ];
  return [...codes, ...texts, "Europe/Malta", "sw"].filter((one) => one !== value);
}

// A flag that is false says nothing that its absence would not say.
const saysNothing = ({ path, value }: Leaf) => path.at(-1) === "approximate" && value === false;

describe("what an act says, field by field", () => {
  it("has a label for every field of every kind, and a word for every code, in the catalogue", () => {
    const unnamed = [...propertyNames].filter(
      (name) =>
        !["a", "b", "en", "uk", "ru", "tr"].includes(name) &&
        !isMessageKey(`field.${name}`) &&
        !isMessageKey(`part.${name}`),
    );
    expect(unnamed.toSorted()).toEqual([]);
    const prefixes: Readonly<Record<string, readonly string[]>> = {
      type: ["type", "word"],
      class: ["entry", "word"],
      purpose: ["purpose"],
      purposes: ["purpose"],
    };
    const spoken = enumWords.filter(
      ({ name }) =>
        !["from", "to", "side", "order", "office", "onBehalfOf", "heldBy", "returnedBy"].includes(name),
    );
    const unsaid = spoken.filter(
      ({ name, code }) =>
        !((name === "of" || name === "belongs") && code.length === 1) &&
        !(prefixes[name] ?? ["word"]).some((prefix) => isMessageKey(`${prefix}.${code}`)),
    );
    expect(unsaid).toEqual([]);
  });

  it.each(inClear)("leaves nothing out: another value of any field is said otherwise: %s", (kind) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const act = wholeAct(kind, seed);
      const before = textOf(act);
      for (const leaf of leaves(act.payload)) {
        if (saysNothing(leaf) || leaf.path.at(-1) === "undisclosed") continue;
        const changed = others(leaf).flatMap((other) => {
          const checked = checkAct({ ...act, payload: replaced(act.payload, leaf.path, other) });
          return "act" in checked ? [checked.act] : [];
        });
        // a whole term belongs to its type, an entry to its class, the order of two has two entries, and "not available" has one reason
        const isAlone =
          (kind === "eligibility.withheld" && leaf.path.at(-1) === "reason") ||
          (kind === "report.entry_noted" && leaf.path.at(-1) === "class");
        if (leaf.path.at(-1) !== "type" && leaf.path.at(-2) !== "order" && !isAlone)
          expect(changed.length, `${kind} ${leaf.path.join(".")}`).toBeGreaterThan(0);
        for (const one of changed)
          expect(textOf(one), `${kind} ${leaf.path.join(".")} ${leaf.value}`).not.toBe(before);
      }
    }
  });

  it.each(inClear)("says the author’s own texts and numbers as they are: %s", (kind) => {
    for (const seed of [11, 12, 13]) {
      const act = wholeAct(kind, seed);
      const text = textOf(act);
      const codes = new Set(enumWords.map((one) => one.code));
      for (const { path, value } of leaves(act.payload)) {
        if (typeof value === "number") expect(text, `${kind} ${path.join(".")}`).toContain(String(value));
        const isOwn = typeof value === "string" && /^[bcdfghjkmnprstvz]{9}$/.test(value) && !codes.has(value);
        if (isOwn) expect(text, `${kind} ${path.join(".")}`).toContain(value);
      }
    }
  });

  it("shows no name of a field and no code, in any language", () => {
    const coded = [...propertyNames, ...enumWords.map((one) => one.code)].filter((one) =>
      /[a-z][A-Z]|_|-[ab]$/.test(one),
    );
    const pattern = new RegExp(`(?<![\\w.])(${[...new Set(coded)].join("|")})(?![\\w])`);
    for (const language of languages)
      for (const kind of inClear)
        for (const seed of [21, 22, 23])
          expect(textOf(wholeAct(kind, seed), language), `${kind} ${language}`).not.toMatch(pattern);
  });

  it.each(["uk", "ru"] as const)("labels everything in the reader’s letters: %s", (language) => {
    for (const kind of inClear)
      for (const { label } of sayFields(translator(language), state, wholeAct(kind, 31)))
        expect(label.replaceAll(/[«“].*[»”]|SHA-256/g, ""), kind).not.toMatch(/[A-Za-z]/);
  });

  it.each(languages)(
    "says all that was said in random histories, references by what they refer to: %s",
    (language) => {
      const t = translator(language);
      for (const seed of [1, 2, 3]) {
        const { world: told } = randomHistory(seed, 150);
        const seen = told.state("host");
        for (const { act } of told.log) {
          const fields = sayFields(t, seen, act);
          const text = fields.map(({ label, value }) => `${label}\n${value}`).join("\n");
          expect(new Set(fields.map((one) => one.label)).size, act.kind).toBe(fields.length);
          for (const { value, path } of leaves(act.payload)) {
            // millionths of a degree are said as degrees
            const isAngle = path.at(-1) === "lon" || path.at(-1) === "lat";
            // and a cell by its place, without a language's grouping
            const isPlace = path.at(-1) === "row" || path.at(-1) === "column";
            const format = new Intl.NumberFormat(language, isAngle ? { minimumFractionDigits: 6 } : {});
            if (typeof value === "number")
              expect(text, act.kind).toContain(
                isPlace ? String(value) : format.format(isAngle ? value / 1_000_000 : value),
              );
            if (typeof value !== "string") continue;
            const referred = /^[a-z2-7]{25}[aeimquy4]$/.test(value)
              ? seen.entries.get(value as never)
              : undefined;
            if (referred) expect(text, act.kind).toContain(describeAct(t, seen, referred.act).slice(0, 200));
            else if (isCode(value)) expect(text, act.kind).toContain(codeInGroups(value));
            else if (/^[A-Z]/.test(value) && !value.includes("/")) expect(text, act.kind).toContain(value);
          }
        }
      }
    },
  );

  it("says an instant as it was written, on both sides’ clocks and in UTC", () => {
    const saidOf = (until: string) => {
      const payload = { truce: idOf(seededRandom(5)), words: "Safe along the road.", until };
      const act = said(world, {
        kind: "truce.guarantee_given",
        by: "party-a",
        room: "humanitarian",
        payload,
      });
      return sayFields(translator("en"), state, act).find(({ label }) => label === "holds until")?.value;
    };
    const until = saidOf("2027-01-11T01:30:00+02:00");
    expect(until).toMatch(/^11 Jan 2027, 01:30 UTC\+02:00 · .*02:30 Southbank.* · 10 Jan 2027, 23:30 UTC$/);
    expect(until).toContain("01:30 Northbank");
    // UTC by either of its names is said once
    for (const offset of ["Z", "+00:00"])
      expect(saidOf(`2027-01-10T23:30:00${offset}`)).toMatch(/^10 Jan 2027, 23:30 UTC · (?!.*UTC)/);
  });

  it("says what a label means in its own kind", () => {
    const labels = (kind: (typeof inClear)[number]) =>
      sayFields(translator("en"), state, wholeAct(kind, 41)).map(({ label }) => label);
    expect(labels("forensic.case_associated")).toContain("how they relate");
    expect(labels("communique.release_deposited")).toContain("the release, signed ahead");
    expect(labels("plan.proposed")).toContain("the plan");
  });

  it("says of a long recipient what tells it from any other", () => {
    const payload = {
      office: "host",
      member: "m2",
      key: keyOf(seededRandom(3)),
      recipient: `age1pq1${"q".repeat(1_900)}`,
      title: "adviser",
    } as const;
    const act = said(world, { kind: "seat.granted", by: "host", room: "process", payload });
    const fields = sayFields(translator("en"), state, act, (key) => `of ${key.length}`);
    const { value = "" } = fields.find((one) => one.label === "key for sealed papers") ?? {};
    expect(value.length).toBeLessThan(100);
    expect(value).toContain("of 1907");
  });

  it("says of what a report says who proposed it, not until when, and of which kind it is", () => {
    const source = { kind: "news", publisher: "Harbour News" } as const;
    const report = { digest: keyOf(seededRandom(5)), length: 90, spans: [{ from: 1, to: 9 }] };
    const payload = {
      entry: { class: "proposal", measure: "corridor", by: [{ office: "party-a" }], again: false, terms: {} },
      rule: "x",
      changedByHand: false,
      source: { ...source, report },
    } satisfies PayloadOf<"report.entry_noted">;
    const act = said(world, { kind: "report.entry_noted", by: "host", room: "public", payload });
    for (const [language, kind, by] of [
      ["en", "kind", "by whom"],
      ["uk", "вид", "від кого"],
      ["ru", "вид", "от кого"],
      ["tr", "tür", "kimden"],
    ] as const) {
      const text = textOf(act, language);
      expect(text).toMatch(new RegExp(`^${kind}: `, "m"));
      expect(text).toMatch(new RegExp(`^${by}: `, "m"));
    }
  });

  it("says a correction in the labels of what it corrects", () => {
    const first = wholeAct("issue.opened", 41);
    world.say(
      said(world, { kind: "issue.opened", by: "host", room: "plenary", payload: first.payload as never }),
    );
    const opened = world.log.findLast((one) => one.act.kind === "issue.opened")?.act;
    if (!opened) throw new Error("The issue was not opened.");
    const payload = {
      act: opened.id,
      reason: "A slip.",
      payload: { title: "The bridge", words: "Who may use it." },
    };
    const correction = said(world, { kind: "act.corrected", by: "host", room: "plenary", payload });
    const text = sayFields(translator("en"), world.state("host"), correction);
    expect(text.map((one) => one.label)).toEqual([
      "the act that is corrected",
      "reason",
      "as it should read: title",
      "as it should read: words",
    ]);
  });
});
