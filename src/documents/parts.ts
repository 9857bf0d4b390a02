import type { Say, ScreenKey } from "#i18n/screens";
import type { DocumentKind } from "./forms.ts";
import type { Paper } from "./paper.ts";
import { day, said } from "./said.ts";

const title = { size: 16, isBold: true } as const;
export const head = { size: 10.5, isBold: true } as const;
export const label = { size: 8.5, isSoft: true } as const;
export const text = { size: 10 } as const;
const small = { size: 8, isSoft: true } as const;

/** A paper that is being written, and the language in which. */
export type At = { readonly t: Say; readonly paper: Paper };
export type Made = {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly on: string;
};

export function heading({ t, paper }: At, kind: DocumentKind, made: Made, below: string | undefined): void {
  paper.write(t(`documents.kind.${kind}`), title);
  if (below) paper.write(below, kind === "list" ? text : small);
  paper.space(8);
  const rows: readonly (readonly [ScreenKey, string | undefined])[] = [
    ["documents.from", made.from || undefined],
    ["documents.to", made.to || undefined],
    ["documents.made_on", day(t, made.on)],
  ];
  // the family's extract says what there is and nothing more
  for (const [key, value] of rows)
    if (value || kind !== "extract") fact({ t, paper }, t(key), value ?? said(t, value));
}

export function fact({ paper }: At, name: string, value: string): void {
  paper.row(cellsOf(paper, name, value));
  paper.space(2);
}

function cellsOf({ width }: Paper, name: string, value: string) {
  return [
    { text: name, x: 0, width: 180, style: label },
    { text: value, x: 192, width: width - 192, style: text },
  ];
}

export function heightOf(paper: Paper, rows: readonly (readonly [string, string])[]): number {
  return rows.reduce((sum, [name, value]) => sum + paper.rowHeight(cellsOf(paper, name, value)) + 2, 0);
}

export function footnote({ paper }: At, words: string): void {
  paper.need(60);
  paper.space(12);
  paper.write(words, small);
}

export function signature({ paper }: At, words: string): void {
  paper.need(56);
  paper.space(34);
  paper.rule();
  if (words) paper.write(words, small);
}
