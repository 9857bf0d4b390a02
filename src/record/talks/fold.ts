import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Handlers } from "../fold/state.ts";
import type { talksActs } from "./acts.ts";

/** One round: the acts that make it up, each office's own. */
export type Round = {
  readonly id: ActId;
  readonly dateAnswers: Map<Office, ActId>;
  readonly preparatory: ActId[];
  readonly compositions: Map<Office, ActId>;
  agenda: ActId | undefined;
  opened: ActId | undefined;
  closed: ActId | undefined;
  readonly points: ActId[];
  readonly documents: ActId[];
  readonly readouts: ActId[];
  readonly acceptances: Map<Office, ActId>;
};

/** A point read out as agreed, and each office's latest answer to it. */
export type Point = { readonly id: ActId; readonly author: Office; readonly answers: Map<Office, ActId> };

export type TalksState = { readonly rounds: Map<ActId, Round>; readonly points: Map<ActId, Point> };

export function emptyTalks(): TalksState {
  return { rounds: new Map(), points: new Map() };
}

export const talksHandlers: Handlers<keyof typeof talksActs> = {
  "round.proposed": ({ talks }, { act }) => {
    talks.rounds.set(act.id, {
      id: act.id,
      dateAnswers: new Map(),
      preparatory: [],
      compositions: new Map(),
      agenda: undefined,
      opened: undefined,
      closed: undefined,
      points: [],
      documents: [],
      readouts: [],
      acceptances: new Map(),
    });
    return undefined;
  },
  "round.date_answered": ({ talks }, { act }) =>
    within(talks, act.payload.round, (round) => round.dateAnswers.set(act.by.office, act.id)),
  "preparatory.held": ({ talks }, { act }) =>
    within(talks, act.payload.round, (round) => round.preparatory.push(act.id)),
  "composition.listed": ({ talks }, { act }) =>
    within(talks, act.payload.round, (round) => round.compositions.set(act.by.office, act.id)),
  "agenda.set": ({ talks }, { act }) =>
    within(talks, act.payload.round, (round) => {
      round.agenda = act.id;
    }),
  "round.opened": ({ talks }, { act }) =>
    within(talks, act.payload.round, (round) => {
      round.opened ??= act.id;
    }),
  "round.closed": ({ talks }, { act }) =>
    within(talks, act.payload.round, (round) => {
      round.closed ??= act.id;
    }),
  "document.handed_over": ({ talks }, { act }) =>
    within(talks, act.payload.round, (round) => round.documents.push(act.id)),
  "point.recorded": ({ talks }, { act }) =>
    within(talks, act.payload.round, (round) => {
      round.points.push(act.id);
      talks.points.set(act.id, { id: act.id, author: act.by.office, answers: new Map() });
    }),
  "point.answered": ({ talks }, { act }) => {
    const point = talks.points.get(act.payload.point);
    if (!point) return act.payload.point;
    point.answers.set(act.by.office, act.id);
    return undefined;
  },
  "readout.given": ({ talks }, { act }) =>
    within(talks, act.payload.round, (round) => round.readouts.push(act.id)),
  "record.accepted": ({ talks }, { act }) =>
    within(talks, act.payload.round, (round) => round.acceptances.set(act.by.office, act.id)),
};

function within(talks: TalksState, id: ActId, change: (round: Round) => unknown): ActId | undefined {
  const round = talks.rounds.get(id);
  if (!round) return id;
  change(round);
  return undefined;
}
