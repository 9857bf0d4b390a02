import { sayOwed, sayWord, titleOf } from "#i18n";
import {
  type ActId,
  agreements,
  completedTerms,
  entryOf,
  known,
  openTerms,
  proposalStatus,
  roundStatus,
  type Term,
} from "#record";
import type { At, Query } from "../../desk/query.ts";
import { hrefOf, textOf } from "./facts.ts";
import { type Links, offersOf, type RoomChoice, roomChoices } from "./offers.ts";

/** What a new paper begins from. */
export type Start =
  | { readonly from: "nothing" }
  | { readonly from: "draft" | "counter" | "retable" | "complete"; readonly id: string };

export type PaperStart = {
  readonly rooms: readonly RoomChoice[];
  /** The terms and words to begin with. */
  readonly title: string;
  readonly terms: readonly Term[];
  readonly rationale: string;
  readonly round: string;
  readonly lapsesAt: string | undefined;
  readonly links: Links;
  /** The text that it answers, replaces or completes, by title. */
  readonly against: Against | undefined;
  /** What is open in the agreement that it would complete, with a term of the type that closes it. */
  readonly open: readonly OpenPart[];
  readonly rounds: readonly { readonly id: string; readonly title: string }[];
};

/** One open part of an agreement, in words; `term` is what was agreed so far, where it is of that type. */
type OpenPart = {
  readonly key: string;
  readonly words: string;
  readonly type: Term["type"];
  readonly term: Term | undefined;
};

type Against = {
  readonly id: string;
  /** Where it is shown. */
  readonly href: string;
  readonly title: string;
  readonly terms: readonly Term[];
};

type PaperAnswer =
  | { readonly may: true; readonly start: PaperStart }
  /** Undefined where there is no such text, or this office writes none. */
  | { readonly may: false; readonly status: string | undefined };

/** What a paper begins from, and the rooms into which this office may put it now. */
export const paper: Query<Start, PaperAnswer> = (at, start) => {
  if (start.from === "nothing") return begun(at, {}, undefined);
  if (start.from === "draft") {
    const draft = entryOf(at.state, start.id as ActId, "proposal.drafted")?.act; // an id from an address
    if (!draft) return { may: false, status: undefined };
    const { retables, counters, details } = draft.payload;
    return begun(at, linksOf({ retables, counters, details }), draft.id);
  }
  const text = textOf(at.state, start.id);
  if (!text) return { may: false, status: undefined };
  const tabled = at.state.proposals.tabled.get(text.id);
  const offers = tabled && offersOf(at, tabled);
  const closed = {
    may: false,
    status: tabled && sayWord(at.t, proposalStatus(at.state, tabled, at.now)),
  } as const;
  switch (start.from) {
    case "counter":
      return offers?.counter ? begun(at, { counters: text.id }, text.id) : closed;
    case "retable":
      return offers?.retable ? begun(at, { retables: text.id }, text.id) : closed;
    case "complete":
      if (tabled ? !offers?.complete : !agreements(at.state).some(({ id }) => id === text.id)) return closed;
      return begun(at, { details: text.id }, undefined);
    default:
      return start.from satisfies never;
  }
};

function begun(at: At, links: Links, from: ActId | undefined): PaperAnswer {
  const { state, t } = at;
  const rooms = roomChoices(at, links);
  if (rooms.length === 0) return { may: false, status: undefined };
  const first =
    from && (entryOf(state, from, "proposal.drafted") ?? known(state, from, "proposal.tabled")).act;
  // the other side's reasons, round and time to lapse are its own
  const own = first && first.by.office === at.office ? first.payload : undefined;
  const other = links.retables ?? links.counters ?? links.details;
  const against = other && textOf(state, other);
  return {
    may: true,
    start: {
      rooms,
      title: own?.title ?? (links.details && against ? against.title.slice(0, 300) : ""),
      terms: first?.payload.terms ?? [],
      rationale: own?.rationale ?? "",
      round: first?.kind === "proposal.drafted" ? (first.payload.round ?? "") : "",
      lapsesAt: first?.kind === "proposal.drafted" ? first.payload.lapsesAt : undefined,
      links,
      against: against && {
        id: against.id,
        href: hrefOf(state, against.id),
        title: against.title,
        terms: against.terms,
      },
      open: links.details ? openParts(at, links.details) : [],
      rounds: [...state.talks.rounds.values()]
        .filter((round) => roundStatus(state, round) !== "record_accepted")
        .map(({ id }) => ({ id, title: titleOf(t, state, id) }))
        .reverse(),
    },
  };
}

function linksOf(all: { readonly [L in keyof Links]: Links[L] | undefined }): Links {
  return Object.fromEntries(Object.entries(all).filter(([, id]) => id !== undefined));
}

function openParts({ state, t }: At, id: ActId): readonly OpenPart[] {
  const agreement = agreements(state).find((one) => one.id === id);
  if (!agreement) return [];
  const terms = completedTerms(state, agreement);
  return openTerms(terms).map(({ key, lacks }): OpenPart => {
    const agreed = terms.find((one) => one.key === key);
    const type = closing[lacks] ?? agreed?.type ?? "text";
    const detail = { key, lacks };
    const owed = { what: "open_term", subject: id, title: "", by: "host", due: undefined, detail } as const;
    return { key, words: sayOwed(t, owed).what, type, term: agreed?.type === type ? agreed : undefined };
  });
}

// The type of term that closes what is open, where it is another than the agreed term's own.
const closing: { readonly [lacks: string]: Term["type"] } = {
  day: "date_on",
  place: "place",
  purpose: "purpose",
  members_of_body: "text",
};
