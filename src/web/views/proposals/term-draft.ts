import type { Term } from "#record";
import {
  codecs,
  type FieldDraft,
  type FieldDrafts,
  isEmpty,
  type WrongField,
  wholeOf,
} from "./field-drafts.ts";
import { type FieldKind, type TermField, type TermType, termTypes } from "./term-types.ts";

/** A term as it is being filled in: plain JSON, whatever its type. */
export type TermDraft = {
  /** Tells drafts apart while they are moved about; is no part of what is said. */
  readonly id: string;
  readonly type: TermType;
  readonly key: string;
  readonly fields: { readonly [name: string]: FieldDraft };
  /** The outline of a zone, kept as it was written. */
  readonly ring?: Extract<Term, { type: "zone" }>["ring"];
};

/** What is not right yet, by the place of the term and the name of its field, as in "2.minHours". */
export type WrongTerms = ReadonlyMap<string, WrongField>;

let lastId = 0;

/** An empty term of a type, with a key that no other has. */
export function newTerm(
  type: TermType,
  others: readonly TermDraft[],
  key = suggestedKey(type, others),
): TermDraft {
  const fields = termTypes[type].map(({ name, kind }) => [name, codecs[kind].empty] as const);
  return { id: `term-${++lastId}`, type, key, fields: Object.fromEntries(fields) };
}

/** The drafts of terms that stand in a text. */
export function draftsOf(terms: readonly Term[]): readonly TermDraft[] {
  return terms.map((term) => {
    const said: { readonly [name: string]: unknown } = term;
    const fields = termTypes[term.type].map(
      ({ name, kind }: TermField) => [name, codecs[kind].draft(said[name])] as const,
    );
    const ring = term.type === "zone" ? term.ring : undefined;
    return {
      id: `term-${++lastId}`,
      type: term.type,
      key: term.key,
      fields: Object.fromEntries(fields),
      ...(ring === undefined ? {} : { ring }),
    };
  });
}

/**
 * The terms that drafts have become, or what is not right yet, each at its field. What more the form of the record
 * asks is judged when the act is composed.
 */
export function termsOf(
  drafts: readonly TermDraft[],
): { readonly terms: readonly Term[] } | { readonly wrong: WrongTerms } {
  const wrong = new Map<string, WrongField>();
  const terms = drafts.map((draft, at) => {
    const written = writeTerm(draft, (field, why) => wrong.set(`${at}.${field}`, why));
    const isTwice = drafts.some((other, place) => place < at && other.key === draft.key);
    if (!isKey(draft.key)) wrong.set(`${at}.key`, "not_a_key");
    else if (isTwice) wrong.set(`${at}.key`, "key_twice");
    return written;
  });
  return wrong.size > 0 ? { wrong } : { terms };
}

/** Those of the drafts that are whole terms already: for comparing while one writes. */
export function wholeTermsOf(drafts: readonly TermDraft[]): readonly Term[] {
  return drafts.flatMap((draft) => {
    let isWhole = isKey(draft.key);
    const term = writeTerm(draft, () => {
      isWhole = false;
    });
    return isWhole ? [term] : [];
  });
}

function writeTerm(draft: TermDraft, tell: (field: string, why: WrongField) => void): Term {
  const said: Record<string, unknown> = { key: draft.key, type: draft.type };
  for (const { name, kind, isOptional } of termTypes[draft.type] as readonly TermField[]) {
    const field = draft.fields[name] ?? codecs[kind].empty;
    if (isOptional && isEmpty(field)) {
      if (kind === "lines") said[name] = [];
      continue;
    }
    const written = write(kind, field);
    if ("wrong" in written) tell(name, written.wrong);
    else said[name] = written.value;
  }
  if (draft.ring !== undefined) said.ring = draft.ring;
  const { minHours, maxHours, from, to } = draft.fields;
  if ((number(minHours) ?? 0) > (number(maxHours) ?? Number.POSITIVE_INFINITY))
    tell("maxHours", "least_over_most");
  if (draft.type === "count" && from !== "" && from === to) tell("to", "same_side");
  return said as Term; // the table of types has filled in the fields of this one; the record's form judges the rest
}

function write<K extends FieldKind>(kind: K, draft: FieldDraft) {
  return codecs[kind].write(draft as FieldDrafts[K]); // a draft's fields are made by the codec of their own kind
}

function number(draft: FieldDraft | undefined): number | undefined {
  return typeof draft === "string" ? wholeOf(draft) : undefined;
}

function isKey(key: string): boolean {
  return key.length <= 40 && /^[a-z]+(_[a-z0-9]+)*$/.test(key);
}

/** A key for a term of a type: the type's own word, numbered where it is taken. */
export function suggestedKey(type: TermType, others: readonly TermDraft[]): string {
  const taken = new Set(others.map((one) => one.key));
  for (let n = 1; ; n++) {
    const key = n === 1 ? type : `${type}_${n}`;
    if (!taken.has(key)) return key;
  }
}

/** Whether two drafts say the same: their ids are no part of it. */
export function saysTheSame(one: TermDraft, other: TermDraft): boolean {
  const plain = ({ id: _, ...rest }: TermDraft) => JSON.stringify(rest);
  return plain(one) === plain(other);
}
