import type { Say } from "#i18n/screens";
import {
  type DocumentContent,
  type DocumentKind,
  deathFields,
  documentForms,
  personFields,
} from "./forms.ts";
import { a4, card, type Faces, Paper } from "./paper.ts";
import { type At, fact, footnote, head, heading, heightOf, label, signature, text } from "./parts.ts";
import { bagCodes, custodyForm, effectsInventory, informationRecord, recoveryRecord } from "./remains.ts";
import { answerOf, day, grouped, healthOf, isSilent, moment, said } from "./said.ts";

/** Why a content fits no document: the place in it. */
export type Unfit = { readonly where: string };

const drawn: { readonly [K in DocumentKind]: (at: At, content: DocumentContent<K>) => void } = {
  notification,
  card: captureCard,
  list,
  certificate,
  extract,
  recovery: recoveryRecord,
  custody: custodyForm,
  effects: effectsInventory,
  information: informationRecord,
  bags: bagCodes,
};

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
  const draw = drawn[kind] as (at: At, content: unknown) => void; // it was read by the form of its own kind
  draw(at, read.data);
  return paper.finish((n, of) => `${name} · ${day(t, on)} · ${t("documents.page", { n, of })}`);
}

function notification(at: At, content: DocumentContent<"notification">): void {
  const { t, paper } = at;
  const { persons } = content;
  heading(at, "notification", content, t("documents.law.notification"));
  for (const [i, person] of persons.entries()) {
    const rows = [
      ...personFields.map((field) => [t(`documents.field.${field}`), said(t, person[field])] as const),
      [t("documents.field.health"), healthOf(t, person)] as const,
    ];
    // nobody is torn over two pages, unless he fills more than one
    paper.need(36 + heightOf(paper, rows));
    paper.space(10);
    paper.write(t("documents.person", { n: i + 1, of: persons.length }), head);
    paper.rule();
    for (const [name, value] of rows) fact(at, name, value);
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
  paper.write(t("documents.card.legibly"), { size: 7, isSoft: true });
  paper.rule();
  const cell = (n: number, name: string, value: string) =>
    paper.row([
      { text: `${n}.`, x: 0, width: 16, style: { size: 7.5 } },
      { text: name, x: 16, width: 150, style: { size: 7, isSoft: true } },
      { text: value, x: 172, width: paper.width - 172, style: { size: 8 } },
    ]);
  for (const [i, field] of lines.entries())
    cell(i + 1, t(`documents.field.${field}`), said(t, person[field]));
  cell(11, t("documents.field.health"), healthOf(t, person));
  cell(12, t("documents.field.camp"), said(t, person.camp ?? person.mailAddress));
  cell(13, t("documents.made_on"), day(t, on));
  paper.space(8);
  cell(14, t("documents.signature"), "");
  paper.rule();
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
    columns([String(row.line), row.name, said(t, row.birthDate), answerOf(t, row.answer)], text);
  paper.onPage = () => {};
  const receipts = content.receipts.map(({ by, at: when, fingerprint }) => [
    [t("documents.receipt_by"), by] as const,
    [t("documents.receipt_at"), moment(t, when, content.clocks ?? [])] as const,
    [t("documents.fingerprint"), grouped(fingerprint)] as const,
  ]);
  paper.need(70 + heightOf(paper, receipts[0] ?? []));
  paper.space(14);
  paper.write(t("documents.receipts"), head);
  paper.rule();
  if (content.digest) fact(at, t("documents.digest"), grouped(content.digest));
  for (const rows of receipts) {
    paper.need(heightOf(paper, rows));
    for (const [name, value] of rows) fact(at, name, value);
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
  for (const field of lines) fact(at, t(`documents.field.${field}`), said(t, person[field]));
  at.paper.rule();
  for (const field of deathFields) fact(at, t(`documents.field.${field}`), said(t, death[field]));
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
