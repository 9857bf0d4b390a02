import type { ScreenKey } from "#i18n/screens";
import { type MomentDraft, momentIsWrong, momentOf } from "../../design/moment-draft.ts";
import { type SourceDraft, sourceIsWrong, sourceOf } from "../../design/source-draft.ts";
import type { PageDraft } from "../../desk/actions.ts";
import type { Refusal } from "../../desk/protocol.ts";
import { codecs, type KeptMoment, keptMoment } from "./field-drafts.ts";
import type { RoomChoice } from "./offers.ts";
import type { PaperStart } from "./paper-query.ts";
import { draftsOf, type TermDraft, termsOf } from "./term-draft.ts";

/** A proposal as it is being written: plain JSON, kept in the page alone. */
export type PaperDraft = {
  /** Where it goes: into the own room as a draft, or onto a table; null until one is chosen. */
  readonly room: RoomChoice["room"] | null;
  readonly title: string;
  readonly terms: readonly TermDraft[];
  readonly rationale: string;
  /** The id of a round, or empty. */
  readonly round: string;
  readonly lapses: KeptMoment;
  readonly source: SourceDraft;
  /** When it was put forward, where that was before now. */
  readonly happened: MomentDraft;
};

/** What is not right yet, by field; terms as "terms.2.minHours". */
type WrongPaper = ReadonlyMap<string, ScreenKey>;

export function beginPaper(start: PaperStart, source: SourceDraft, happened: MomentDraft): PaperDraft {
  return {
    room: null,
    title: start.title,
    terms: draftsOf(start.terms),
    rationale: start.rationale,
    round: start.round,
    lapses: { ...happened, ...(start.lapsesAt ? keptMoment(start.lapsesAt) : { asWritten: "" }) },
    source,
    happened,
  };
}

/** The draft of an act that a paper has become, or what is not right yet. */
export function writePaper(
  paper: PaperDraft,
  start: PaperStart,
): { readonly draft: PageDraft } | { readonly wrong: WrongPaper } {
  const wrong = new Map<string, ScreenKey>();
  const choice = start.rooms.find((one) => one.room === paper.room);
  if (!choice) wrong.set("room", "forms.choose");
  const isTabled = choice?.kind !== "proposal.drafted";
  const title = codecs.line.write(paper.title);
  if ("wrong" in title) wrong.set("title", `proposals.wrong.${title.wrong}`);
  const rationale = codecs.prose.write(paper.rationale);
  if ("wrong" in rationale && rationale.wrong !== "empty")
    wrong.set("rationale", `proposals.wrong.${rationale.wrong}`);
  const terms = termsOf(paper.terms);
  if ("wrong" in terms)
    for (const [field, why] of terms.wrong) wrong.set(`terms.${field}`, `proposals.wrong.${why}`);
  else if (isTabled && terms.terms.length === 0) wrong.set("terms.", "proposals.wrong.no_terms");
  if (paper.terms.length > 60) wrong.set("terms.", "proposals.wrong.too_many");
  const lapses = isBlank(paper.lapses) ? undefined : codecs.moment.write(paper.lapses);
  if (lapses && "wrong" in lapses) wrong.set("lapses", `proposals.wrong.${lapses.wrong}`);
  const happened = momentIsWrong(paper.happened, true);
  if (isTabled && happened) wrong.set("happened", happened);
  const source = sourceIsWrong(paper.source);
  if (isTabled && source) wrong.set("source", source);
  if (!choice || wrong.size > 0 || !("terms" in terms)) return { wrong };
  const happenedAt = isTabled ? momentOf(paper.happened) : undefined;
  return {
    draft: {
      room: choice.room,
      kind: choice.kind,
      payload: {
        ...valued("title", title),
        terms: terms.terms,
        ...(paper.round === "" ? {} : { round: paper.round }),
        ...start.links,
        ...(lapses ? valued("lapsesAt", lapses) : {}),
        ...valued("rationale", rationale),
        ...(isTabled ? { source: sourceOf(paper.source) } : {}),
      },
      ...(happenedAt === undefined ? {} : { happenedAt }),
    },
  };
}

function valued(name: string, written: ReturnType<typeof codecs.line.write>): object {
  return "value" in written ? { [name]: written.value } : {};
}

function isBlank({ day, hour }: MomentDraft): boolean {
  return day === "" && hour === "";
}

const fieldsByPath: { readonly [path: string]: string } = {
  title: "title",
  rationale: "rationale",
  lapsesAt: "lapses",
  source: "source",
};

/** The field that a refusal of the record's form names, and its reason; undefined where it names none of this form. */
export function fieldRefused({
  detail,
  details = {},
}: Refusal): { readonly field: string; readonly reason: string } | undefined {
  const { path } = details;
  if (typeof path !== "string" || !path.startsWith("payload.")) return undefined;
  const reason = typeof details.reason === "string" ? details.reason : detail;
  const [first = "", place, name] = path.split(".").slice(1);
  if (first === "terms")
    return place === undefined ? undefined : { field: `terms.${place}.${name ?? "key"}`, reason };
  const field = fieldsByPath[first];
  return field === undefined ? undefined : { field, reason };
}
