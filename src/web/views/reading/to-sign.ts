import type { Claim, ClaimSource, Room } from "#record";
import { sourceOf } from "../../design/source-draft.ts";
import type { PageDraft } from "../../desk/actions.ts";
import type { StatementDraft } from "./item.ts";
import type { DeskItem, KeptReport } from "./kept-report.ts";
import { lineOf } from "./plain-words.ts";

type ToSign = { readonly draft: PageDraft; readonly after: (id: string) => readonly PageDraft[] };

/** An accepted entry as the act that it becomes; after a statement, what its words do and the numbers in them. */
export function toSign(report: KeptReport, item: DeskItem, room: Room): ToSign {
  const { text, digest = "" } = report;
  const source: ClaimSource = {
    ...sourceOf(report.source),
    report: { digest, length: text.length, spans: [...item.places] },
  };
  const { content, rule, changedByHand } = item;
  if (content.is === "entry") {
    const payload = { entry: content.entry, rule, changedByHand, source };
    return { draft: { room, kind: "report.entry_noted", payload }, after: () => [] };
  }
  const { speaker, onBehalfOf, verbatim, type } = content.statement;
  const payload = {
    speaker,
    ...(onBehalfOf ? { onBehalfOf } : {}),
    occasion: lineOf(report.occasion),
    verbatim,
    language: report.language,
    // a report may translate or shorten what was said
    original: false,
    source,
  };
  const note = (statement: string, more: object): PageDraft => ({
    room,
    kind: "statement.claim_noted",
    payload: { statement, ...more },
  });
  return {
    draft: { room, kind: "statement.captured", payload },
    after: (id) => [
      ...(type ? [note(id, { type, span: { from: 0, to: verbatim.length } })] : []),
      ...numbersIn(report, item, content.statement, source).map(({ span, claim }) =>
        note(id, { type: "gives_number", span, claim }),
      ),
    ],
  };
}

const units: Readonly<Record<string, Claim["unit"]>> = {
  prisoners: "persons",
  persons: "persons",
  bodies: "bodies",
  civilians: "civilians",
  children: "children",
  sites: "sites",
};

/** The numbers that other entries found at the same place, where their digits stand once in the words. */
export function numbersIn(
  { items }: Pick<KeptReport, "items">,
  { places }: Pick<DeskItem, "places">,
  { verbatim }: Pick<StatementDraft, "verbatim">,
  source: ClaimSource,
) {
  const beside = items.filter((other) =>
    other.places.some((one) => places.some(({ from, to }) => one.from < to && from < one.to)),
  );
  const found = beside.flatMap(({ content }) => {
    if (content.is !== "entry" || content.entry.class !== "event") return [];
    return content.entry.counts.flatMap(({ amount, what }) => {
      const unit = units[what];
      const span = "value" in amount ? digitsIn(verbatim, amount.value) : undefined;
      return unit && span ? [{ span, claim: { amount, unit, kind: "single", source } as const }] : [];
    });
  });
  return found.filter((one, i) => found.findIndex(({ span }) => span.from === one.span.from) === i);
}

// With or without a sign between thousands; only where it stands there once.
function digitsIn(words: string, value: number) {
  const digits = String(value).replaceAll(/\B(?=(\d{3})+$)/g, "[ ,.\u00a0\u202f]?");
  const all = [...words.matchAll(new RegExp(`(?<![\\d.,])${digits}(?![\\d]|[.,]\\d)`, "g"))];
  const [one] = all;
  return one && all.length === 1 ? { from: one.index, to: one.index + one[0].length } : undefined;
}
