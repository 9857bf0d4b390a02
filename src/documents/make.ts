import type { Say, ScreenKey } from "#i18n/screens";
import {
  type DocumentContent,
  type DocumentKind,
  deathFields,
  documentForms,
  type Person,
  personFields,
} from "./forms.ts";
import { a4, card, type Faces, Paper } from "./paper.ts";

const title = { size: 16, isBold: true } as const;
const head = { size: 10.5, isBold: true } as const;
const label = { size: 8.5, isSoft: true } as const;
const text = { size: 10 } as const;
const small = { size: 8, isSoft: true } as const;

/** Why a content fits no document: the place in it. */
export type Unfit = { readonly where: string };

/** A document as PDF, in the language of `t`; the same content makes the same bytes. Nothing of it is kept. */
export async function makeDocument(
  kind: DocumentKind,
  content: unknown,
  t: Say,
  faces: Faces,
): Promise<Uint8Array | Unfit> {
  const read = documentForms[kind].safeParse(content);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { where: `${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim() };
  }
  const { on } = read.data;
  const name = t(`documents.kind.${kind}`);
  const paper = await Paper.begin(faces, name, t.language, on, kind === "card" ? card : a4);
  const at: At = { t, paper };
  switch (kind) {
    case "notification":
      notification(at, read.data as DocumentContent<"notification">); // read by this kind's form, here and below
      break;
    case "card":
      captureCard(at, read.data as DocumentContent<"card">);
      break;
    case "list":
      list(at, read.data as DocumentContent<"list">);
      break;
    case "certificate":
      certificate(at, read.data as DocumentContent<"certificate">);
      break;
    case "extract":
      extract(at, read.data as DocumentContent<"extract">);
      break;
    default:
      return kind satisfies never;
  }
  return paper.finish((n, of) => `${name} · ${day(t, on)} · ${t("documents.page", { n, of })}`);
}

type At = { readonly t: Say; readonly paper: Paper };
type Made = { readonly from?: string | undefined; readonly to?: string | undefined; readonly on: string };

function notification(at: At, content: DocumentContent<"notification">): void {
  const { t, paper } = at;
  const { persons } = content;
  heading(at, "notification", content, t("documents.law.notification"));
  for (const [i, person] of persons.entries()) {
    paper.need(90);
    paper.space(10);
    paper.write(t("documents.person", { n: i + 1, of: persons.length }), head);
    paper.rule();
    for (const field of personFields) fact(at, t(`documents.field.${field}`), said(at, person[field]));
    fact(at, t("documents.field.health"), healthOf(at, person));
  }
  if (persons.some(isSilent)) footnote(at, t("documents.article_17"));
  signature(at, t("documents.signature"));
}

/** Two sides, as Annex IV-B has them: the lines of the card, and the address. */
function captureCard(at: At, { person, on, from }: DocumentContent<"card">): void {
  const { t, paper } = at;
  const lines = [
    "powerOfOrigin",
    "surname",
    "firstNames",
    "fatherFirstName",
    "birthDate",
    "birthPlace",
    "rank",
    "serviceNumber",
    "nextOfKin",
    "captured",
  ] as const;
  paper.write(t("documents.kind.card"), { size: 11, isBold: true });
  paper.rule();
  const cell = (n: number, name: string, value: string) =>
    paper.row([
      { text: `${n}.`, x: 0, width: 16, style: { size: 7.5 } },
      { text: name, x: 16, width: 150, style: { size: 7, isSoft: true } },
      { text: value, x: 172, width: paper.width - 172, style: { size: 8 } },
    ]);
  for (const [i, field] of lines.entries())
    cell(i + 1, t(`documents.field.${field}`), said(at, person[field]));
  cell(11, t("documents.field.health"), healthOf(at, person));
  cell(12, t("documents.field.camp"), said(at, person.camp ?? person.mailAddress));
  cell(13, `${t("documents.made_on")} · ${t("documents.signature")}`, day(t, on));
  paper.turn();
  paper.write(t("documents.card.mail"), { size: 9, isBold: true });
  paper.space(18);
  paper.write(t("documents.card.agency"), { size: 12, isBold: true });
  if (from) {
    paper.space(10);
    paper.write(`${t("documents.from")}: ${from}`, { size: 9 });
  }
  paper.space(26);
  paper.write(t("documents.card.note"), { size: 7.5, isSoft: true });
  paper.write(t("documents.law.card"), { size: 7, isSoft: true });
}

function list(at: At, content: DocumentContent<"list">): void {
  const { t, paper } = at;
  heading(at, "list", content, content.title);
  const [line, born, answer] = [38, 118, 120];
  const name = paper.width - line - born - answer;
  const columns = (cells: readonly [string, string, string, string], style: typeof text | typeof label) =>
    paper.row([
      { text: cells[0], x: 0, width: line - 6, style },
      { text: cells[1], x: line, width: name - 8, style },
      { text: cells[2], x: line + name, width: born - 8, style },
      { text: cells[3], x: line + name + born, width: answer, style },
    ]);
  const top = () => {
    columns(
      [t("documents.line"), t("documents.field.name"), t("documents.field.birthDate"), t("documents.answer")],
      label,
    );
    paper.rule();
  };
  paper.space(8);
  top();
  paper.onPage = top;
  for (const row of content.rows)
    columns([String(row.line), row.name, said(at, row.birthDate), row.answer ?? ""], text);
  paper.onPage = () => {};
  paper.need(80);
  paper.space(14);
  paper.write(t("documents.receipts"), head);
  paper.rule();
  if (content.digest) fact(at, t("documents.digest"), content.digest);
  for (const { by, at: when, fingerprint } of content.receipts) {
    paper.need(50);
    fact(at, t("documents.receipt_by"), by);
    fact(at, t("documents.receipt_at"), when);
    fact(at, t("documents.fingerprint"), fingerprint);
    paper.space(6);
  }
}

function certificate(at: At, content: DocumentContent<"certificate">): void {
  const { t } = at;
  const { person, death } = content;
  heading(at, "certificate", content, t("documents.law.certificate"));
  at.paper.space(8);
  const lines = [
    "powerOfOrigin",
    "surname",
    "firstNames",
    "fatherFirstName",
    "birthPlace",
    "birthDate",
    "rank",
    "serviceNumber",
    "nextOfKin",
    "captured",
  ] as const;
  for (const field of lines) fact(at, t(`documents.field.${field}`), said(at, person[field]));
  at.paper.rule();
  for (const field of deathFields) fact(at, t(`documents.field.${field}`), said(at, death[field]));
  if (isSilent(person)) footnote(at, t("documents.article_17"));
  signature(at, t("documents.seal"));
  signature(at, t("documents.field.witnesses"));
  signature(at, "");
}

function extract(at: At, content: DocumentContent<"extract">): void {
  const { t } = at;
  heading(at, "extract", content, undefined);
  at.paper.space(8);
  if (content.name) fact(at, t("documents.field.name"), content.name);
  if (content.returned) fact(at, t("documents.field.returned"), t("field.yes"));
  if (content.day) fact(at, t("documents.field.day"), day(t, content.day));
  if (content.reach) fact(at, t("documents.field.reach"), content.reach);
  footnote(at, t("documents.extract.note"));
  signature(at, t("documents.signature"));
}

function heading({ t, paper }: At, kind: DocumentKind, made: Made, below: string | undefined): void {
  paper.write(t(`documents.kind.${kind}`), title);
  if (below) paper.write(below, kind === "list" ? text : small);
  paper.space(8);
  const rows: readonly (readonly [ScreenKey, string | undefined])[] = [
    ["documents.from", made.from],
    ["documents.to", made.to],
    ["documents.made_on", day(t, made.on)],
  ];
  for (const [key, value] of rows) if (value) fact({ t, paper }, t(key), value);
}

function fact({ paper }: At, name: string, value: string): void {
  paper.row([
    { text: name, x: 0, width: 180, style: label },
    { text: value, x: 192, width: paper.width - 192, style: text },
  ]);
  paper.space(2);
}

function footnote({ paper }: At, words: string): void {
  paper.need(60);
  paper.space(12);
  paper.write(words, small);
}

function signature({ paper }: At, words: string): void {
  paper.need(56);
  paper.space(34);
  paper.rule();
  if (words) paper.write(words, small);
}

// Null is what the prisoner did not say, and that is lawful (Geneva III art. 17); left out is what nobody knows.
function said({ t }: At, value: string | null | undefined): string {
  if (value === undefined) return t("documents.not_known");
  return value === null ? t("documents.not_said") : isDay(value) ? day(t, value) : value;
}

function healthOf({ t }: At, { health }: Person): string {
  if (health === undefined || health === null) return said({ t } as At, health); // asks for the words alone
  return t(`documents.health.${health}`);
}

function isSilent(person: Person): boolean {
  return Object.values(person).includes(null);
}

function isDay(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}

function day({ language }: Say, date: string): string {
  const locale = language === "en" ? "en-GB" : language; // day before month
  return new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "long" }).format(
    Date.parse(`${date}T00:00:00Z`),
  );
}
