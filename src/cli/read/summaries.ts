import type { Translate } from "#i18n";
import type { Count, Draft, Entry, Span, Terms } from "#reader";

/** One entry in a line of words, and where it stands in the text. */
export type Summary = { readonly entry: Entry; readonly spans: readonly Span[]; readonly words: string };

export function summaries(t: Translate, draft: Draft): Summary[] {
  const nameOf = (id: string) => draft.parties.find((party) => party.id === id)?.name ?? id;
  const names = (ids: readonly string[]) => ids.map(nameOf).join(", ");
  const line = (kind: string, parts: readonly (string | null | undefined | false)[]) =>
    `${kind}: ${parts.filter((part) => typeof part === "string" && part !== "").join(" · ")}`;
  const made: Summary[] = [];
  for (const one of draft.meetings)
    made.push({
      entry: one,
      spans: [one.span],
      words: line(t("read.class.meeting"), [
        t(`read.role.${one.role}`),
        one.date,
        one.place,
        one.ordinal !== null && t("read.round", { n: one.ordinal }),
        names(one.parties),
      ]),
    });
  for (const one of draft.people)
    made.push({
      entry: one,
      spans: [one.span],
      words: line(t("read.class.person"), [
        one.name,
        one.role?.text,
        one.party !== null && nameOf(one.party),
      ]),
    });
  for (const one of draft.statements)
    made.push({
      entry: one,
      spans: [one.span],
      words: line(t("read.class.statement"), [
        `${one.speaker}: ${t(`read.kind.${one.kind}`)} — ${one.about.map((topic) => t(`read.topic.${topic}`)).join(", ")}`,
      ]),
    });
  for (const one of draft.proposals)
    made.push({
      entry: one,
      spans: one.spans,
      words: line(t("read.class.proposal"), [
        t(`read.topic.${one.type}`),
        names(one.by),
        one.again && t("read.again"),
        ...termsIn(t, one.terms, nameOf),
      ]),
    });
  for (const one of draft.agreements)
    made.push({
      entry: one,
      spans: one.spans,
      words: line(t("read.class.agreement"), [
        t(`read.topic.${one.type}`),
        names(one.parties),
        one.in_principle && t("read.principle"),
        ...termsIn(t, one.terms, nameOf),
        one.according_to.length > 0 && t("read.according", { who: one.according_to.join(", ") }),
      ]),
    });
  for (const one of draft.events)
    made.push({
      entry: one,
      spans: one.spans,
      words: line(t("read.class.event"), [
        t(`read.event.${one.type}`),
        one.date,
        one.counts.map((count) => countIn(t, count, nameOf)).join(", "),
        one.according_to.length > 0 && t("read.according", { who: one.according_to.join(", ") }),
      ]),
    });
  for (const one of draft.media)
    made.push({
      entry: one,
      spans: [one.span],
      words: line(t("read.class.media"), [t(`read.media.${one.kind}`), one.by]),
    });
  const { breakthrough, talks_continue: goesOn } = draft.outcome;
  if (draft.outcome.spans.length > 0)
    made.push({
      entry: draft.outcome,
      spans: draft.outcome.spans,
      words: line(t("read.class.outcome"), [
        breakthrough !== "unclear" && t(`read.breakthrough.${breakthrough}`),
        goesOn !== "unclear" && t(`read.continue.${goesOn}`),
      ]),
    });
  return made;
}

function termsIn(t: Translate, terms: Terms, nameOf: (id: string) => string): (string | null | false)[] {
  const {
    min_hours: least = null,
    max_hours: most = null,
    start_date: from,
    by_date: by,
    area,
    counts = [],
    conditions = [],
  } = terms;
  return [
    (least !== null || most !== null) && t("read.hours", { range: rangeOf(t, least, most) }),
    from ? t("read.start_date", { date: from }) : null,
    by ? t("read.by_date", { date: by }) : null,
    area?.text ?? null,
    counts.map((count) => countIn(t, count, nameOf)).join(", "),
    ...conditions.map(({ text }) => text),
  ];
}

function countIn(t: Translate, { to, min, max }: Count, nameOf: (id: string) => string): string {
  const n = rangeOf(t, min, max);
  if (to === "each") return `${n} ${t("word.each")}`;
  return to === null || to === "total" ? n : `${n} (${nameOf(to)})`;
}

function rangeOf(t: Translate, least: number | null, most: number | null): string {
  const { format } = new Intl.NumberFormat(t.language);
  if (least !== null && most !== null)
    return least === most ? format(least) : `${format(least)}–${format(most)}`;
  if (least !== null) return t("read.least", { n: least });
  return t("read.most", { n: most ?? 0 });
}
