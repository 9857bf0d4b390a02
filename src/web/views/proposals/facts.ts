import { officeName, sayTerm, sayWord, titleOf } from "#i18n";
import {
  type ActId,
  type ClaimSource,
  entryOf,
  known,
  type Office,
  type State,
  stancesOf,
  type Term,
} from "#record";
import { inPartyOrder } from "../../desk/process.ts";
import type { At } from "../../desk/query.ts";
import { type Said, type SourceLine, saidOf, sourceLine } from "../../desk/said.ts";
import { type When, whenOf } from "../../desk/when.ts";

export type Tabled = State["proposals"]["tabled"] extends Map<ActId, infer P> ? P : never;

export type Named = { readonly office: Office; readonly name: string };

/** A term in plain words, with what the one line leaves out. */
export type TermLine = {
  readonly key: string;
  readonly type: Term["type"];
  readonly words: string;
  readonly more: {
    readonly extent?: Extract<Term, { type: "zone" }>["extent"];
    readonly depthMetres?: number;
    /** How many corners the outline of a zone has. */
    readonly corners?: number;
    readonly tasks?: string;
    readonly format?: string;
    /** Who is to fulfil a condition: a party by name, or both, or somebody else. */
    readonly of?: { readonly who: "both" | "other" } | { readonly who: "party"; readonly name: string };
    readonly at?: When;
  };
};

/** What an office has said to a proposal, in one act. */
export type AnswerLine = {
  readonly said: Said;
  readonly answer: string;
  readonly word: string;
  readonly due: When | undefined;
  readonly counter: { readonly id: string; readonly title: string } | undefined;
  readonly reservation: string | undefined;
  readonly termAnswers: readonly { readonly key: string; readonly word: string }[];
  readonly words: string | undefined;
  readonly source: SourceLine | undefined;
};

/** An addressee's own stance with the act that says it, and what it said before. */
export type AddresseeLine = Named & {
  readonly stance: string;
  readonly word: string;
  readonly latest: AnswerLine | undefined;
  /** Latest first. */
  readonly earlier: readonly AnswerLine[];
};

export function named({ t, state }: At, office: Office): Named {
  return { office, name: officeName(t, state, office) };
}

export function termLine({ t, state }: Pick<At, "t" | "state">, term: Term): TermLine {
  return { key: term.key, type: term.type, words: sayTerm(t, state, term), more: moreOf({ t, state }, term) };
}

function moreOf({ t, state }: Pick<At, "t" | "state">, term: Term): TermLine["more"] {
  switch (term.type) {
    case "zone":
      return {
        extent: term.extent,
        ...(term.depthMetres === undefined ? {} : { depthMetres: term.depthMetres }),
        ...(term.ring === undefined ? {} : { corners: term.ring.length }),
      };
    case "body_to_create":
      return {
        ...(term.tasks === undefined ? {} : { tasks: term.tasks }),
        ...(term.format === undefined ? {} : { format: term.format }),
      };
    case "condition":
      if (term.of === "both" || term.of === "other") return { of: { who: term.of } };
      return { of: { who: "party", name: officeName(t, state, term.of === "a" ? "party-a" : "party-b") } };
    case "date_on":
      return term.on.length === 10 ? {} : { at: whenOf(term.on) };
    default:
      return {};
  }
}

/** What each addressee has said, the parties in the order of this turn; where the host is asked, it comes last. */
export function addresseesOf(at: At, proposal: Tabled, turn: number): readonly AddresseeLine[] {
  const order = inPartyOrder(at, turn);
  const place = (office: Office) => (order.includes(office) ? order.indexOf(office) : order.length);
  return [...stancesOf(at.state, proposal)]
    .sort(([one], [other]) => place(one) - place(other))
    .map(([office, stance]) => {
      const [latest, ...earlier] = (proposal.answers.get(office) ?? [])
        .map((id) => answerLine(at, id))
        .reverse();
      return { ...named(at, office), stance, word: sayWord(at.t, stance), latest, earlier };
    });
}

function answerLine(at: At, id: ActId): AnswerLine {
  const { t, state } = at;
  const entry = known(state, id, "proposal.answered");
  const { answer, due, counter, reservation, termAnswers = [], words, source } = entry.act.payload;
  return {
    said: saidOf(at, entry),
    answer,
    word: sayWord(t, answer),
    due: due === undefined ? undefined : whenOf(due),
    counter: counter && { id: counter, title: titleOf(t, state, counter) },
    reservation,
    termAnswers: termAnswers.map((one) => ({ key: one.key, word: sayWord(t, one.answer) })),
    words,
    source: sourceLine(source),
  };
}

/** A text of terms that can be compared: a proposal, a draft of one's own, or a point of a round. */
export type Text = {
  readonly id: ActId;
  readonly title: string;
  readonly terms: readonly Term[];
  readonly source: ClaimSource | undefined;
};

export function textOf(state: State, id: string): Text | undefined {
  const act = state.entries.get(id as ActId)?.act; // an id from an address: known or not
  switch (act?.kind) {
    case "proposal.tabled":
      return { id: act.id, title: act.payload.title, terms: act.payload.terms, source: act.payload.source };
    case "proposal.drafted":
      return { id: act.id, title: act.payload.title, terms: act.payload.terms, source: undefined };
    case "point.recorded":
      return { id: act.id, title: act.payload.text, terms: act.payload.terms, source: act.payload.source };
    default:
      return undefined;
  }
}

/** Where a text is shown: a point with its round. */
export function hrefOf(state: State, id: ActId): string {
  const round = entryOf(state, id, "point.recorded")?.act.payload.round;
  return round ? `/talks/${round}` : `/proposals/${id}`;
}
