import { sayWord, titleOf } from "#i18n";
import { type ActId, known, proposalStatus, type Room } from "#record";
import type { At, Query } from "../../desk/query.ts";
import { type TermLine, termLine } from "./facts.ts";
import { offersOf } from "./offers.ts";

export type AnswerStart = {
  readonly id: string;
  readonly title: string;
  readonly room: Room;
  readonly terms: readonly TermLine[];
  /** This office's own counter-proposals to it, latest first: the answer "countered" names one. */
  readonly counters: readonly { readonly id: string; readonly title: string }[];
  readonly mayCounter: boolean;
};

/** What this office answers to, or the status that has closed it; undefined where it reads no such proposal. */
export const answerStart: Query<
  { readonly id: string },
  | { readonly may: true; readonly start: AnswerStart }
  | { readonly may: false; readonly status: string | undefined }
> = (at, { id }) => {
  const tabled = at.state.proposals.tabled.get(id as ActId); // an id from an address: known or not
  if (!tabled) return { may: false, status: undefined };
  const offers = offersOf(at, tabled);
  if (!offers.answer) return { may: false, status: sayWord(at.t, proposalStatus(at.state, tabled, at.now)) };
  const { act } = known(at.state, tabled.id, "proposal.tabled");
  return {
    may: true,
    start: {
      id,
      title: act.payload.title,
      room: act.room,
      terms: act.payload.terms.map((term) => termLine(at, term)),
      counters: ownCounters(at, tabled.counters),
      mayCounter: offers.counter,
    },
  };
};

function ownCounters({ state, office, t }: At, counters: readonly ActId[]): AnswerStart["counters"] {
  return counters
    .filter((id) => known(state, id, "proposal.tabled").act.by.office === office)
    .map((id) => ({ id, title: titleOf(t, state, id) }))
    .reverse();
}
