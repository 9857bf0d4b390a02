import { describeAct, officeName, roomName, sayWord } from "#i18n";
import { type Act, type ActId, type Entry, entryOfReport, issueView, known, sideOf } from "#record";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { type SourceLine, sourceLine } from "../../desk/said.ts";
import type { RoomChoice } from "../claims/saying-query.ts";
import type { LinkedAct } from "./one.ts";
import { roomsFor } from "./saying-query.ts";

type Issue = Parameters<typeof issueView>[1];

/** One side's latest cited position on an issue. */
export type Position = {
  readonly id: string;
  readonly words: string;
  /** The civil date of the position itself. */
  readonly dated: string;
  readonly source: SourceLine | undefined;
  /** The captured statement that it comes from. */
  readonly statement: string | undefined;
  /** The entry of a report that it comes from, and whether that was taken back since. */
  readonly entry: { readonly id: string; readonly isWithdrawn: boolean } | undefined;
  /** Who cites it. */
  readonly by: string;
};

export type IssueModel = {
  readonly id: string;
  /** The room where it stands, by name, where not both parties read it. */
  readonly within: string | undefined;
  readonly title: string;
  readonly words: string;
  readonly sides: readonly {
    readonly name: string;
    readonly position: Position | undefined;
    /** What the side held before, the latest first. */
    readonly earlier: readonly Position[];
  }[];
  /** The acts that cite a position on it, and what these cite. */
  readonly cited: readonly LinkedAct[];
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
  readonly room: string;
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
  /** In which rooms this office may open an issue, classify one, and give an outlook. */
  readonly mayOpen: readonly RoomChoice[];
  readonly mayClassify: readonly RoomChoice[];
  readonly mayGive: readonly RoomChoice[];
};

/** Each issue with each side's latest cited position side by side; and outlooks. */
export const positions: Query<undefined, PositionsModel> = (at) => ({
  issues: [...at.state.positions.issues.values()].map((issue, turn) => issueOf(at, issue, turn)),
  outlooks: at.state.positions.outlooks
    .map((id) => outlookOf(at, known(at.state, id, "outlook.given").act))
    .toReversed(),
  mayOpen: roomsFor(at, "issue.opened"),
  mayClassify: roomsFor(at, "issue.classified"),
  mayGive: roomsFor(at, "outlook.given"),
});

function issueOf(at: At, of: Issue, turn: number): IssueModel {
  const { state, t } = at;
  const { issue, latest, earlier, classified } = issueView(state, of);
  return {
    id: issue.act.id,
    within: issue.act.room === "plenary" ? undefined : roomName(t, state, issue.act.room),
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
    cited: basisOf(at, citedOn(at, of)),
    classified: classified.map(({ act }) => ({
      id: act.id,
      by: officeName(t, state, act.by.office),
      box: sayWord(t, act.payload.box),
      words: act.payload.words,
      basis: basisOf(at, act.payload.basis),
    })),
  };
}

// The latest cited first, each once.
function citedOn({ state }: At, { cited }: Issue): readonly ActId[] {
  const acts = cited.toReversed().map((id) => known(state, id, "position.cited").act);
  return [
    ...new Set(
      acts.flatMap(({ id, payload: { statement, entry } }) => [id, statement ?? [], entry ?? []].flat()),
    ),
  ];
}

function positionOf({ state, t }: At, { act }: Entry<Act<"position.cited">>): Position {
  const { position, dated, source, statement, entry } = act.payload;
  return {
    id: act.id,
    words: position,
    dated,
    source: sourceLine(source),
    statement,
    entry: entry && { id: entry, isWithdrawn: entryOfReport(state, entry)?.withdrawn !== undefined },
    by: officeName(t, state, act.by.office),
  };
}

function outlookOf(at: At, act: Act<"outlook.given">): OutlookModel {
  const { author, horizon, confidence, words, basis, source } = act.payload;
  return {
    id: act.id,
    by: officeName(at.t, at.state, act.by.office),
    room: roomName(at.t, at.state, act.room),
    author,
    horizon,
    confidence,
    words,
    basis: basisOf(at, basis),
    source: sourceLine(source),
  };
}

function basisOf({ state, t }: At, basis: readonly ActId[]): readonly LinkedAct[] {
  return basis.flatMap((id) => {
    const act = state.entries.get(id)?.act;
    return act ? [{ id, words: describeAct(t, state, act) }] : [];
  });
}
