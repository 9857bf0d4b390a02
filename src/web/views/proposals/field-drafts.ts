import type { Amount } from "#record";
import { type MomentDraft, momentIsWrong, momentOf, noMoment } from "../../design/moment-draft.ts";
import { linesOf, type PersonDraft, peopleOf, personIsWrong } from "../../design/person-draft.ts";
import type { FieldKind } from "./term-types.ts";

/** A number as it is being filled in: exact, a least, a most, a range, or withheld. */
export type AmountDraft = {
  readonly how: "exact" | "least" | "most" | "range" | "undisclosed";
  readonly least: string;
  readonly most: string;
};
/** A moment as it is being filled in; one that nobody changes stays as its author wrote it, offset and all. */
export type KeptMoment = MomentDraft & { readonly asWritten: string };

/** What a field holds while it is being filled in, by its kind: plain JSON. */
export type FieldDrafts = {
  readonly line: string;
  readonly prose: string;
  readonly whole: string;
  readonly day: string;
  readonly moment: KeptMoment;
  readonly amount: AmountDraft;
  readonly unit: string;
  readonly side: string;
  readonly extent: string;
  readonly purposes: readonly string[];
  readonly whose: string;
  readonly all: boolean;
  readonly lines: string;
  readonly people: readonly PersonDraft[];
  readonly term: string;
};
export type FieldDraft = FieldDrafts[FieldKind];

/** Why a field is not right yet; each has its words in the catalogue. */
export type WrongField =
  | "empty"
  | "not_whole"
  | "not_positive"
  | "too_long"
  | "too_many"
  | "none_chosen"
  | "no_day"
  | "no_clock"
  | "no_such_hour"
  | "least_over_most"
  | "same_side"
  | "half_a_person"
  | "not_a_key"
  | "key_twice";

type Written = { readonly value: unknown } | { readonly wrong: WrongField };

type Codec<D> = {
  readonly empty: D;
  /** The draft of a value that a term holds. */
  readonly draft: (value: unknown) => D;
  readonly write: (draft: D) => Written;
};

const text = (most: number): Codec<string> => ({
  empty: "",
  draft: asText,
  write: (draft) => {
    if (draft.trim() === "") return { wrong: "empty" };
    const plain = draft.normalize("NFC");
    return plain.length > most ? { wrong: "too_long" } : { value: plain };
  },
});
const choice: Codec<string> = {
  empty: "",
  draft: asText,
  write: (draft) => (draft === "" ? { wrong: "none_chosen" } : { value: draft }),
};

const mostEntries = 60;

/** How each kind of field is filled from a term and becomes one. */
export const codecs: { readonly [K in FieldKind]: Codec<FieldDrafts[K]> } = {
  line: text(300),
  prose: text(4_000),
  whole: {
    empty: "",
    draft: asText,
    write: (draft) => {
      const n = wholeOf(draft);
      return n === undefined || n === 0 ? { wrong: "not_positive" } : { value: n };
    },
  },
  day: {
    empty: "",
    draft: asText,
    write: (draft) => (/^\d{4}-\d\d-\d\d$/.test(draft) ? { value: draft } : { wrong: "no_day" }),
  },
  moment: {
    empty: { ...noMoment, asWritten: "" },
    draft: (value) => keptMoment(asText(value)),
    write: writeMoment,
  },
  amount: { empty: { how: "exact", least: "", most: "" }, draft: amountDraft, write: writeAmount },
  unit: choice,
  side: choice,
  extent: choice,
  whose: choice,
  term: choice,
  purposes: {
    empty: [],
    draft: (value) => (Array.isArray(value) ? value.map(asText) : []),
    write: (draft) => (draft.length === 0 ? { wrong: "none_chosen" } : { value: draft }),
  },
  all: { empty: false, draft: (value) => value === true, write: (value) => ({ value }) },
  lines: {
    empty: "",
    draft: (value) => (Array.isArray(value) ? value.join("\n") : ""),
    write: (draft) => {
      const entries = linesOf(draft.normalize("NFC"));
      if (entries.length === 0) return { wrong: "empty" };
      if (entries.length > mostEntries) return { wrong: "too_many" };
      return entries.some((one) => one.length > 300) ? { wrong: "too_long" } : { value: entries };
    },
  },
  people: {
    empty: [],
    draft: (value) => (Array.isArray(value) ? value : []),
    write: (draft) => {
      const people = peopleOf(draft);
      if (people.length > 20) return { wrong: "too_many" };
      return people.some(personIsWrong) ? { wrong: "half_a_person" } : { value: people };
    },
  },
};

/** A field that stays empty where it may. */
export function isEmpty(draft: FieldDraft): boolean {
  return typeof draft === "string" ? draft.trim() === "" : Array.isArray(draft) && draft.length === 0;
}

/** A whole number as it is typed; spaces, points or commas that group its digits by three are let through. */
export function wholeOf(typed: string): number | undefined {
  const trimmed = typed.trim();
  const isGrouped = /^\d{1,3}([\s.,’\u00a0\u202f]\d{3})+$/.test(trimmed);
  const digits = isGrouped ? trimmed.replace(/\D/g, "") : trimmed;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

function asText(value: unknown): string {
  return value === undefined || value === null ? "" : String(value);
}

/** The draft of a moment that somebody wrote: a civil day, or an instant shown in UTC. */
export function keptMoment(written: string): KeptMoment {
  if (written === "") return { ...noMoment, asWritten: "" };
  if (written.length === 10) return { ...noMoment, day: written, asWritten: written };
  const utc = new Date(written).toISOString();
  return { day: utc.slice(0, 10), hour: utc.slice(11, 16), zone: "UTC", asWritten: written };
}

function writeMoment(draft: KeptMoment): Written {
  const { asWritten, ...moment } = draft;
  const before = keptMoment(asWritten);
  const isKept = before.day === draft.day && before.hour === draft.hour && before.zone === draft.zone;
  if (asWritten !== "" && isKept) return { value: asWritten };
  const written = momentOf(moment);
  if (written !== undefined) return { value: written };
  const wrong = momentIsWrong(moment);
  if (wrong === "forms.choose_clock") return { wrong: "no_clock" };
  return { wrong: wrong === "forms.no_such_hour" ? "no_such_hour" : "no_day" };
}

function amountDraft(value: unknown): AmountDraft {
  const amount = (value ?? { value: "" }) as Partial<Extract<Amount, { min: number }>> & {
    value?: number;
    undisclosed?: true;
  }; // a term's amount has been parsed
  if (amount.undisclosed) return { how: "undisclosed", least: "", most: "" };
  if (amount.value !== undefined) return { how: "exact", least: asText(amount.value), most: "" };
  const how = amount.max === undefined ? "least" : amount.min === undefined ? "most" : "range";
  return { how, least: asText(amount.min), most: asText(amount.max) };
}

function writeAmount({ how, least, most }: AmountDraft): Written {
  if (how === "undisclosed") return { value: { undisclosed: true } };
  const [from, to] = [wholeOf(least), wholeOf(most)];
  const needs = { exact: [from], least: [from], most: [to], range: [from, to] }[how];
  if (needs.includes(undefined)) return { wrong: "not_whole" };
  if (how === "exact") return { value: { value: from } };
  if (how === "least") return { value: { min: from } };
  if (how === "most") return { value: { max: to } };
  return (from ?? 0) > (to ?? 0) ? { wrong: "least_over_most" } : { value: { min: from, max: to } };
}
