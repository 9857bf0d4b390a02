import { isMessageKey, officeName, roomName, sayWord } from "#i18n";
import {
  type ActId,
  known,
  lineageOf,
  missingParts,
  proposalStatus,
  refusedBy,
  roomTable,
  sideOf,
  truceAnswer,
  truceStatus,
  whoMay,
} from "#record";
import { type OwedLine, owedLines } from "../../desk/owed-on.ts";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { type When, whenOf } from "../../desk/when.ts";
import { addresseesOf, type Named, named, type Tabled, type TermLine, termLine } from "./facts.ts";
import { isOpen, owedByMatter, withoutYes } from "./missing.ts";

/** One text in the table. */
export type Row = {
  readonly id: string;
  readonly title: string;
  readonly author: Named;
  /** Epoch ms. */
  readonly said: number;
  readonly room: string;
  readonly status: string;
  readonly statusWord: string;
  readonly lapses: When | undefined;
  readonly answers: readonly (Named & { readonly stance: string; readonly word: string })[];
};

/** A lineage: its current text, with the earlier ones under it. */
export type LineageRow = Row & {
  readonly isOpen: boolean;
  readonly isOurs: boolean;
  readonly missing: readonly OwedLine[];
  /** Who was asked and has not said yes. */
  readonly withoutYes: readonly string[];
  /** Latest first. */
  readonly earlier: readonly Row[];
  /** The words in which a reader may search, in lower case. */
  readonly search: string;
};

export type DraftRow = {
  readonly id: string;
  readonly title: string;
  readonly said: number;
  readonly terms: readonly TermLine[];
  readonly rationale: string | undefined;
};

export type TruceRow = {
  readonly id: string;
  readonly title: string;
  readonly author: Named;
  readonly said: number;
  /** Undefined for a declaration, which has no joint status: it binds its declarer alone. */
  readonly statusWord: string | undefined;
  readonly window: When | undefined;
  readonly answers: readonly (Named & { readonly stance: string; readonly word: string })[];
  /** Parts that the text lacks, in words. */
  readonly lacks: readonly string[];
};

export type ProposalsModel = {
  readonly rows: readonly LineageRow[];
  readonly authors: readonly Named[];
  /** The room in which this office alone drafts; undefined where it drafts nothing. */
  readonly ownRoom: { readonly name: string; readonly isSealed: boolean } | undefined;
  readonly drafts: readonly DraftRow[];
  readonly truces: readonly TruceRow[];
  readonly declarations: readonly TruceRow[];
  readonly mayTable: boolean;
};

/** Everything on the table in what this office reads: each lineage by its current text, the latest first. */
export const proposalsTable: Query<undefined, ProposalsModel> = (at) => {
  const { state, office, t } = at;
  const debts = owedByMatter(at);
  const current = [...state.proposals.tabled.values()].filter((one) => !one.retabledAs);
  const rows = current.map((one, turn): LineageRow => {
    const lineage = lineageOf(state, one.id).slice(0, -1).reverse();
    const earlier = lineage.flatMap((id) => rowOf(at, state.proposals.tabled.get(id), turn) ?? []);
    const owed = debts.get(one.id) ?? [];
    const row = rowOf(at, one, turn);
    if (!row) throw new Error("A proposal that stands in the state has a row.");
    return {
      ...row,
      isOpen: isOpen(at, one, owed),
      isOurs: owed.some(({ by }) => by === office),
      missing: owedLines(at, owed, one.id),
      withoutYes: withoutYes(row.status, row.answers),
      earlier,
      search: searchText(at, [one.id, ...lineage]),
    };
  });
  const authors = new Map(
    [...rows, ...rows.flatMap((row) => row.earlier)].map(({ author }) => [author.office, author]),
  );
  const own = whoMay["proposal.drafted"].rooms.find((room) => !refusedBy(office, "proposal.drafted", room));
  return {
    rows: rows.reverse(),
    authors: [...authors.values()],
    ownRoom: own && { name: roomName(t, state, own), isSealed: roomTable[own].sealed },
    drafts: state.proposals.drafts.map((id) => draftRow(at, id)).reverse(),
    truces: [...state.truces.texts.values()].map((one, turn) => truceRow(at, one.id, turn)).reverse(),
    declarations: [...state.truces.declarations.values()].map((one) => declarationRow(at, one.id)).reverse(),
    mayTable: whoMay["proposal.tabled"].rooms.some((room) => !refusedBy(office, "proposal.tabled", room)),
  };
};

function rowOf(at: At, proposal: Tabled | undefined, turn: number): Row | undefined {
  if (!proposal) return undefined;
  const { state, t, now } = at;
  const { act } = known(state, proposal.id, "proposal.tabled");
  const status = proposalStatus(state, proposal, now);
  return {
    id: proposal.id,
    title: act.payload.title,
    author: named(at, act.by.office),
    said: Date.parse(act.saidAt),
    room: roomName(t, state, act.room),
    status,
    statusWord: sayWord(t, status),
    lapses: act.payload.lapsesAt === undefined ? undefined : whenOf(act.payload.lapsesAt),
    answers: addresseesOf(at, proposal, turn).map(({ office, name, stance, word }) => ({
      office,
      name,
      stance,
      word,
    })),
  };
}

function searchText(at: At, ids: readonly ActId[]): string {
  const words = ids.flatMap((id) => {
    const { title, terms, rationale = "" } = known(at.state, id, "proposal.tabled").act.payload;
    return [title, rationale, ...terms.flatMap((term) => [term.key, termLine(at, term).words])];
  });
  return words.join("\n").toLocaleLowerCase(at.t.language);
}

function draftRow(at: At, id: ActId): DraftRow {
  const { act } = known(at.state, id, "proposal.drafted");
  const { title, terms, rationale } = act.payload;
  return {
    id,
    title,
    said: Date.parse(act.saidAt),
    terms: terms.map((term) => termLine(at, term)),
    rationale,
  };
}

function truceRow(at: At, id: ActId, turn: number): TruceRow {
  const { state, t, now } = at;
  const truce = state.truces.texts.get(id);
  if (!truce) throw new Error(`The state lists the truce text ${id} and does not hold it.`);
  const { act } = known(state, id, "truce.tabled");
  const { start, end } = act.payload.terms;
  return {
    id,
    title: act.payload.title,
    author: named(at, act.by.office),
    said: Date.parse(act.saidAt),
    statusWord: sayWord(t, truceStatus(state, truce, now)),
    window: start && end ? whenOf({ from: start.at, to: end.at }) : undefined,
    answers: inPartyOrder(at, turn).map((party) => {
      const stance = truceAnswer(state, truce, party);
      return { office: party, name: officeName(t, state, party), stance, word: sayWord(t, stance) };
    }),
    lacks: missingParts(act.payload.terms).map((part) => {
      const key = `part.${part}`;
      return isMessageKey(key) ? t(key) : part;
    }),
  };
}

// The other party is asked, and nobody's yes is missing to it.
function declarationRow(at: At, id: ActId): TruceRow {
  const { state, t } = at;
  const { act } = known(state, id, "truce.declared");
  const declaration = state.truces.declarations.get(id);
  const others = inPartyOrder(at, 0).filter((party) => sideOf(party) !== sideOf(act.by.office));
  return {
    id,
    title: act.payload.title,
    author: named(at, act.by.office),
    said: Date.parse(act.saidAt),
    statusWord: undefined,
    window: whenOf(act.payload.window),
    answers: others.map((party) => {
      const answer = declaration?.answers.get(party);
      const stance = answer
        ? known(state, answer, "truce.declaration_answered").act.payload.answer
        : "no_answer";
      return { office: party, name: officeName(t, state, party), stance, word: sayWord(t, stance) };
    }),
    lacks: [],
  };
}
