import { describeAct, officeName, roomName, sayClaim, sayReport, sayWord } from "#i18n";
import {
  type Act,
  type ActId,
  actId,
  besideInReport,
  entryOf,
  epochMs,
  happenedMs,
  known,
  refusedBy,
  roomTable,
  type State,
  sideOf,
} from "#record";
import { mayNow } from "../../desk/may.ts";
import type { At, Query } from "../../desk/query.ts";
import { type Said, type SourceLine, saidOf, sourceLine } from "../../desk/said.ts";
import { type Citing, citingOf, dayOf } from "./citing.ts";

/** A claim found in the words: its span counts characters of them. */
export type NotedClaim = {
  readonly id: string;
  readonly by: string;
  readonly type: string;
  /** The number in words, where one is given. */
  readonly number: string | undefined;
  readonly kind: "single" | "incremental" | "cumulative" | undefined;
  readonly from: number;
  readonly to: number;
  /** The very words. */
  readonly words: string;
};

/** What the office on whose behalf it was said answers for it. */
type StatementAnswer = {
  readonly said: Said;
  readonly answer: string;
  readonly words: string | undefined;
};

/** A later act by which the captor put the entry right; the words before it stay readable. */
type StatementCorrection = {
  readonly said: Said;
  readonly reason: string;
  readonly before: string | undefined;
};

export type LinkedAct = { readonly id: string; readonly words: string };

export type StatementModel = {
  readonly id: string;
  readonly speaker: string;
  readonly capacity: string;
  readonly onBehalfOf: string | undefined;
  readonly occasion: string;
  readonly verbatim: string;
  readonly language: string;
  readonly isOriginal: boolean;
  readonly translations: readonly {
    readonly language: string;
    readonly text: string;
    readonly by: string;
  }[];
  readonly said: Said;
  readonly room: string;
  readonly source: SourceLine | undefined;
  /** The report that it was read from, by digest and places. */
  readonly report: string | undefined;
  readonly claims: readonly NotedClaim[];
  readonly answers: readonly StatementAnswer[];
  readonly corrections: readonly StatementCorrection[];
  readonly about: readonly LinkedAct[];
  /** Positions, classes and outlooks that cite it. */
  readonly citedBy: readonly LinkedAct[];
  /** What else was read from the same words of its report: entries of proposals with their terms, claims, positions. */
  readonly beside: readonly LinkedAct[];
  /** In which room this office may add to it; undefined where it may not. */
  readonly mayNote: Act["room"] | undefined;
  readonly mayAnswer: Act["room"] | undefined;
  /** On which issues this office may cite it as a position, of which side; undefined where it may not. */
  readonly mayCite: Citing | undefined;
};

/** One statement with all that was added to it; undefined where this office reads no such statement. */
export const statement: Query<string, StatementModel | undefined> = (at, asked) => {
  const { state, t } = at;
  const id = actId.safeParse(asked).data;
  const held = id && state.statements.get(id);
  const entry = id && entryOf(state, id, "statement.captured");
  if (!held || !entry) return undefined;
  const { act } = entry;
  const { speaker, onBehalfOf, occasion, verbatim, language, original, translations = [] } = act.payload;
  return {
    id,
    speaker: speaker.name,
    capacity: speaker.capacity,
    onBehalfOf: onBehalfOf && officeName(t, state, onBehalfOf),
    occasion,
    verbatim,
    language,
    isOriginal: original,
    translations,
    said: saidOf(at, entry),
    room: roomName(t, state, act.room),
    source: sourceLine(act.payload.source),
    report: act.payload.source.report && sayReport(t, act.payload.source.report),
    claims: held.claims.map((one) => claimOf(at, one, verbatim)),
    answers: held.answers.map((one) => answerOf(at, one)),
    corrections: correctionsOf(at, id),
    about: (act.payload.about ?? []).flatMap((one) => linkTo(at, one)),
    citedBy: citing(state, id).flatMap((one) => linkTo(at, one)),
    beside: besideInReport(state, id)
      .filter((one) => !held.claims.includes(one))
      .flatMap((one) => linkTo(at, one)),
    mayNote: placeFor(at, act, "statement.claim_noted", {
      statement: id,
      type: "proposes",
      span: { from: 0, to: 1 },
    }),
    mayAnswer: placeFor(at, act, "statement.answered", { statement: id, answer: "confirmed" }),
    mayCite: mayCite(at, act),
  };
};

// A position is that of the side on whose behalf it was said.
function mayCite(at: At, { id, payload, happenedAt, saidAt }: Act<"statement.captured">): Citing | undefined {
  const { onBehalfOf, source } = payload;
  const side = onBehalfOf === "party-a" || onBehalfOf === "party-b" ? sideOf(onBehalfOf) : undefined;
  const dated = dayOf(happenedMs(happenedAt ?? saidAt));
  return side && citingOf(at, { side, from: { statement: id }, source, dated });
}

function claimOf({ state, t }: At, id: ActId, verbatim: string): NotedClaim {
  const { by, payload } = known(state, id, "statement.claim_noted").act;
  const { type, span, claim } = payload;
  return {
    id,
    by: officeName(t, state, by.office),
    type: sayWord(t, type),
    number: claim && sayClaim(t, claim),
    kind: claim?.kind,
    ...span,
    words: verbatim.slice(span.from, span.to),
  };
}

function answerOf(at: At, id: ActId): StatementAnswer {
  const entry = known(at.state, id, "statement.answered");
  const { answer, words } = entry.act.payload;
  return { said: saidOf(at, entry), answer: sayWord(at.t, answer), words };
}

function correctionsOf(at: At, id: ActId): readonly StatementCorrection[] {
  return (at.state.corrections.get(id) ?? []).flatMap(({ by, before }) => {
    const entry = entryOf(at.state, by, "act.corrected");
    if (!entry) return [];
    const earlier =
      typeof before === "object" && before !== null && "verbatim" in before ? before.verbatim : undefined;
    return [
      {
        said: saidOf(at, entry),
        reason: entry.act.payload.reason,
        before: typeof earlier === "string" ? earlier : undefined,
      },
    ];
  });
}

// What builds on a statement: positions cited to it, and what rests on it.
function citing(state: State, id: ActId): readonly ActId[] {
  const { issues: byId, outlooks: given } = state.positions;
  const issues = [...byId.values()];
  const cited = issues
    .flatMap((issue) => issue.cited)
    .filter((one) => known(state, one, "position.cited").act.payload.statement === id);
  const classified = issues
    .flatMap((issue) => issue.classified)
    .filter((one) => known(state, one, "issue.classified").act.payload.basis.includes(id));
  const outlooks = given.filter((one) => known(state, one, "outlook.given").act.payload.basis.includes(id));
  return [...cited, ...classified, ...outlooks].toSorted(
    (one, other) => timeIn(state, one) - timeIn(state, other),
  );
}

function timeIn(state: State, id: ActId): number {
  const entry = state.entries.get(id);
  return entry ? epochMs(entry.act.saidAt) : 0;
}

function linkTo({ state, t }: At, id: ActId): readonly LinkedAct[] {
  const act = state.entries.get(id)?.act;
  return act ? [{ id, words: describeAct(t, state, act) }] : [];
}

// What is added to a statement is said where it stands, so that its readers are the same.
function placeFor<K extends "statement.claim_noted" | "statement.answered">(
  at: At,
  { room }: Act,
  kind: K,
  payload: Extract<Act, { kind: K }>["payload"],
): Act["room"] | undefined {
  if (roomTable[room].sealed || refusedBy(at.office, kind, room) !== undefined) return undefined;
  return mayNow(at, room, kind, payload as Parameters<typeof mayNow<K>>[3]) ? room : undefined; // of that kind
}
