import type { Translate } from "#i18n";
import { type Draft, type Entry, type Span, secondRule } from "#reader";
import type { Output } from "../output.ts";
import { summaries } from "./summaries.ts";
import { type Marked, underlined } from "./underline.ts";

/** The report paragraph by paragraph, its words underlined where an entry stands on them, the entries below; background folded to a line. */
export function sayDraft(out: Output, t: Translate, draft: Draft, text: string, path: string): void {
  const entries = summaries(t, draft);
  const drafted = entries
    .filter(({ entry }) => !entry.background)
    .toSorted((a, b) => startOf(a.spans) - startOf(b.spans));
  const background = entries.filter(({ entry }) => entry.background);
  out.line(t("read.title", { file: path, date: draft.report_date, count: drafted.length }));
  if (drafted.length === 0) out.line(t("read.none"));
  const numbers = new Map(drafted.map((one, i) => [one, i + 1]));
  const marks: Marked[] = drafted.flatMap((one) => marksOf(one.entry, one.spans));
  for (const { start, end } of paragraphs(text)) {
    const inside = drafted.filter(({ spans }) =>
      spans.some((span) => span.start >= start && span.start < end),
    );
    if (inside.length === 0) continue;
    out.line();
    for (const line of underlined(text.slice(start, end), start, marks)) out.line(`  ${line}`);
    for (const one of inside.filter(({ spans }) => startOf(spans) >= start && startOf(spans) < end))
      out.line(`  ${String(numbers.get(one)).padStart(3)}  ${one.words}${whose(t, one.entry)}`);
  }
  out.line();
  if (background.length > 0) out.line(t("read.background", { count: background.length }));
  out.line(t("read.draft"));
}

function whose(t: Translate, { rule }: Entry): string {
  return rule.startsWith(secondRule) ? ` · ${t("read.by_second")}` : "";
}

function startOf(spans: readonly Span[]): number {
  return Math.min(...spans.map(({ start }) => start));
}

/** The words that the fields of an entry stand on; where none is told apart, the whole of it. */
function marksOf(entry: Entry, spans: readonly Span[]): Marked[] {
  const told = Object.values(entry.because).flatMap(({ span }) => (span ? [span] : []));
  return told.length > 0 ? told : [...spans];
}

function paragraphs(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/[^\n]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
