import { officeName, sayListKind, sayWord } from "#i18n";
import {
  answerCounts,
  currentLists,
  epochMs,
  known,
  type List,
  type ListRound,
  listRounds,
  listStatus,
  type Office,
  owed,
  partyOf,
  type Side,
  sideOf,
  sides,
  signatureOf,
  versionsOf,
} from "#record";
import { opensCommitment } from "../../desk/commitments.ts";
import { mayNow } from "../../desk/may.ts";
import { type Due, dueAt, type OwedLine, owedLines } from "../../desk/owed-on.ts";
import { byTurn } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";

/** One list, by its latest version. */
export type ListLine = {
  readonly id: string;
  readonly title: string;
  /** Whom it names, in words. */
  readonly kind: string;
  readonly kindCode: string;
  readonly by: string;
  readonly isOwn: boolean;
  readonly lines: number;
  readonly versions: number;
  readonly answers: readonly { readonly word: string; readonly n: number }[];
  readonly status: "open" | "frozen" | "replaced";
  readonly statusWords: string;
  /** Each side in this turn's order, and whether its signature stands. */
  readonly signatures: readonly { readonly office: string; readonly isSigned: boolean }[];
  readonly due: Due | undefined;
};

/** One side's commitment in a round, as far as it has gone. */
export type RoundSide = {
  readonly office: string;
  readonly isOwn: boolean;
  readonly commitment: string | undefined;
  readonly title: string | undefined;
  readonly kind: string | undefined;
  /** The most lines that a list so padded can have. */
  readonly paddedTo: number | undefined;
  readonly committedAt: number | undefined;
  readonly list: string | undefined;
  /** What this copy found when it compared the list with the commitment. */
  readonly opens: "yes" | "no" | "not_known" | undefined;
  readonly mayReveal: boolean;
};

export type RoundLine = {
  readonly round: string;
  readonly sides: readonly RoundSide[];
  readonly isOwnMissing: boolean;
};

export type ListsModel = {
  readonly lists: readonly ListLine[];
  readonly rounds: readonly RoundLine[];
  readonly requests: readonly RequestLine[];
  readonly owed: readonly OwedLine[];
  readonly maySubmit: boolean;
};

export type RequestLine = {
  readonly id: string;
  readonly by: string;
  readonly list: string;
  readonly title: string;
  readonly line: number;
  readonly answers: readonly string[];
  readonly mayAnswer: boolean;
};

const lineOwed = new Set([
  "line_answers",
  "list_signature",
  "list_commitment",
  "list_reveal",
  "request_answer",
]);

export const allLists: Query<undefined, ListsModel> = (at) => {
  const { state, now } = at;
  const missing = owed(state, now).filter((one) => lineOwed.has(one.what));
  return {
    lists: currentLists(state).map((list, turn) => lineOf(at, list, turn)),
    rounds: listRounds(state).map((round, turn) => roundOf(at, round, turn)),
    requests: [...state.persons.requests.values()].map((request) => {
      const { list, line } = request.record;
      const { by } = known(state, request.id, "match.requested").act;
      return {
        id: request.id,
        by: officeName(at.t, state, by.office),
        list,
        line,
        title: state.lists.lists.get(list)?.title ?? "",
        answers: request.answers.map((id) =>
          sayWord(at.t, known(state, id, "match.request_answered").act.payload.answer),
        ),
        mayAnswer: mayNow(at, "exchange", "match.request_answered", {
          request: request.id,
          answer: "no_information",
        }),
      };
    }),
    // each on its own matter: no one list stands for all
    owed: owedLines(at, missing, "" as never),
    maySubmit: maySubmit(at),
  };
};

function maySubmit(at: At): boolean {
  const content = { digest: "0".repeat(64), bytes: 1, mediaType: "x", rows: 1 };
  return mayNow(at, "exchange", "list.submitted", { kind: "held", title: "x", content });
}

export function lineOf(at: At, list: List, turn: number): ListLine {
  const { state, t, now, office } = at;
  const { due } = { due: list.answersBy === undefined ? undefined : epochMs(list.answersBy) + 86_400_000 };
  return {
    id: list.id,
    title: list.title,
    kind: sayListKind(t, list.kind),
    kindCode: list.kind,
    by: officeName(t, state, partyOf(list.side)),
    isOwn: sideOf(office) === list.side,
    lines: list.lines,
    versions: versionsOf(state, list.id).length,
    answers: [...answerCounts(state, list)].map(([word, n]) => ({ word: sayWord(t, word), n })),
    status: listStatus(list),
    statusWords: sayWord(t, listStatus(list)),
    signatures: partiesInTurn(at, turn).map((side) => ({
      office: officeName(t, state, partyOf(side)),
      isSigned: signatureOf(list, side) !== undefined,
    })),
    due: due === undefined ? undefined : dueAt(due, now),
  };
}

export function partiesInTurn(at: At, turn: number): readonly Side[] {
  return byTurn(at, turn, sides.map(partyOf)).flatMap((one: Office) => sideOf(one) ?? []);
}

function roundOf(at: At, round: ListRound, turn: number): RoundLine {
  const own = sideOf(at.office);
  return {
    round: round.round,
    sides: partiesInTurn(at, turn).map((side) => roundSideOf(at, round, side)),
    isOwnMissing: own !== undefined && round[own] === undefined && maySubmit(at),
  };
}

function roundSideOf(at: At, round: ListRound, side: Side): RoundSide {
  const { state, t, office } = at;
  const name = { office: officeName(t, state, partyOf(side)), isOwn: sideOf(office) === side };
  const commitment = round[side];
  if (!commitment)
    return {
      ...name,
      commitment: undefined,
      title: undefined,
      kind: undefined,
      paddedTo: undefined,
      committedAt: undefined,
      list: undefined,
      opens: undefined,
      mayReveal: false,
    };
  const entry = known(state, commitment.id, "list.committed");
  const content = { digest: "0".repeat(64), bytes: 1, mediaType: "x", rows: 1 };
  return {
    ...name,
    commitment: commitment.id,
    title: commitment.title,
    kind: sayListKind(t, commitment.kind),
    paddedTo: 2 ** entry.act.payload.height,
    committedAt: entry.receivedAt,
    list: commitment.revealedAs,
    opens: commitment.revealedAs && opensOf(at, commitment.revealedAs),
    mayReveal: mayNow(at, "exchange", "list.revealed", { commitment: commitment.id, content }),
  };
}

type CommitmentModel = {
  readonly title: string;
  readonly by: string;
  readonly kind: string;
  readonly round: string;
};

/** One commitment, whether its list was revealed or not. */
export const oneCommitment: Query<string, CommitmentModel | undefined> = ({ state, t }, id) => {
  const found = state.lists.commitments.get(id as List["id"]); // any text is looked up
  if (!found) return undefined;
  const { title, side, kind, round } = found;
  return { title, by: officeName(t, state, partyOf(side)), kind: sayListKind(t, kind), round };
};

/** Whether a revealed list is the one that its side had committed itself to; found out by this copy itself. */
export function opensOf({ state, contents }: At, id: List["id"]): "yes" | "no" | "not_known" | undefined {
  const list = state.lists.lists.get(id);
  if (!list?.commitment) return undefined;
  const content = contents.of(list.digest);
  if (content.is === "unreadable") return "no";
  if (content.is !== "read") return "not_known";
  return opensCommitment(state, list.commitment, content.list) ? "yes" : "no";
}
