import { describeAct, officeName, sayWord } from "#i18n";
import { type Act, type Entry, issueView, known, sideOf } from "#record";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { type SourceLine, sourceLine } from "../../desk/said.ts";
import type { LinkedAct } from "./one.ts";

/** One side's latest cited position on an issue. */
export type Position = {
  readonly id: string;
  readonly words: string;
  /** The civil date of the position itself. */
  readonly dated: string;
  readonly source: SourceLine | undefined;
  /** The captured statement that it comes from. */
  readonly statement: string | undefined;
  /** Who cites it. */
  readonly by: string;
};

export type IssueModel = {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly sides: readonly {
    readonly name: string;
    readonly position: Position | undefined;
    /** What the side held before, the latest first. */
    readonly earlier: readonly Position[];
  }[];
  /** How offices have classified the issue, each in its own room. */
  readonly classified: readonly {
    readonly id: string;
    readonly by: string;
    readonly box: string;
    readonly words: string;
    readonly basis: readonly LinkedAct[];
  }[];
};

/** What may come, by a named author, over a named time, on a stated basis. Never a number for distance. */
export type OutlookModel = {
  readonly id: string;
  readonly by: string;
  readonly author: string;
  readonly horizon: string;
  readonly confidence: "low" | "moderate" | "high";
  readonly words: string;
  readonly basis: readonly LinkedAct[];
  readonly source: SourceLine | undefined;
};

export type PositionsModel = {
  readonly issues: readonly IssueModel[];
  readonly outlooks: readonly OutlookModel[];
};

/** Each issue with each side's latest cited position side by side; and outlooks. */
export const positions: Query<undefined, PositionsModel> = (at) => ({
  issues: [...at.state.positions.issues.values()].map((issue, turn) =>
    issueOf(at, issueView(at.state, issue), turn),
  ),
  outlooks: at.state.positions.outlooks
    .map((id) => outlookOf(at, known(at.state, id, "outlook.given").act))
    .toReversed(),
});

function issueOf(
  at: At,
  { issue, latest, earlier, classified }: ReturnType<typeof issueView>,
  turn: number,
): IssueModel {
  const { state, t } = at;
  return {
    id: issue.act.id,
    title: issue.act.payload.title,
    words: issue.act.payload.words,
    sides: inPartyOrder(at, turn).map((party) => {
      const side = sideOf(party);
      const cited = side && latest[side];
      return {
        name: officeName(t, state, party),
        position: cited && positionOf(at, cited),
        earlier: side ? earlier[side].map((one) => positionOf(at, one)) : [],
      };
    }),
    classified: classified.map(({ act }) => ({
      id: act.id,
      by: officeName(t, state, act.by.office),
      box: sayWord(t, act.payload.box),
      words: act.payload.words,
      basis: basisOf(at, act.payload.basis),
    })),
  };
}

function positionOf({ state, t }: At, { act }: Entry<Act<"position.cited">>): Position {
  const { position, dated, source, statement } = act.payload;
  return {
    id: act.id,
    words: position,
    dated,
    source: sourceLine(source),
    statement,
    by: officeName(t, state, act.by.office),
  };
}

function outlookOf(at: At, act: Act<"outlook.given">): OutlookModel {
  const { author, horizon, confidence, words, basis, source } = act.payload;
  return {
    id: act.id,
    by: officeName(at.t, at.state, act.by.office),
    author,
    horizon,
    confidence,
    words,
    basis: basisOf(at, basis),
    source: sourceLine(source),
  };
}

function basisOf({ state, t }: At, basis: readonly Act["id"][]): readonly LinkedAct[] {
  return basis.flatMap((id) => {
    const act = state.entries.get(id)?.act;
    return act ? [{ id, words: describeAct(t, state, act) }] : [];
  });
}
