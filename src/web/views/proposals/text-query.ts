import { roomName, sayWord, titleOf } from "#i18n";
import { type ActId, entryOf, isAgreed, known, proposalStatus } from "#record";
import { type OwedLine, owedOn } from "../../desk/owed-on.ts";
import type { At, Query } from "../../desk/query.ts";
import { type Said, type SourceLine, saidOf, sourceLine } from "../../desk/said.ts";
import { type When, whenOf } from "../../desk/when.ts";
import {
  type AddresseeLine,
  addresseesOf,
  type Named,
  named,
  type Tabled,
  type TermLine,
  termLine,
} from "./facts.ts";
import { completedBy, withoutYes, wouldLack } from "./missing.ts";
import { type Offers, offersOf } from "./offers.ts";
import { type Relative, relativesOf } from "./relatives.ts";

/** A word on a condition of the text, each office's own. */
type ConditionWord = Named & { readonly key: string; readonly isMet: boolean; readonly said: Said };

export type ProposalModel = {
  readonly id: string;
  readonly title: string;
  readonly author: Named;
  readonly said: Said;
  readonly source: SourceLine | undefined;
  readonly room: string;
  readonly round: { readonly id: string; readonly title: string } | undefined;
  readonly status: string;
  readonly statusWord: string;
  readonly lapses: When | undefined;
  readonly rationale: string | undefined;
  readonly terms: readonly TermLine[];
  /** The terms as later agreed texts have completed them, and those texts; undefined where nothing was completed. */
  readonly completed:
    | {
        readonly terms: readonly TermLine[];
        readonly by: readonly { readonly id: string; readonly title: string }[];
      }
    | undefined;
  readonly relatives: readonly Relative[];
  /** The relative with which it is compared unless the reader chooses another. */
  readonly compareWith: string | undefined;
  readonly addressees: readonly AddresseeLine[];
  readonly conditions: readonly ConditionWord[];
  readonly missing: readonly OwedLine[];
  /** Who was asked and has not said yes. */
  readonly withoutYes: readonly string[];
  /** What would still be open were everybody to say yes today. */
  readonly wouldLack: readonly string[];
  /** Whose yes made it, each in an act of its own; undefined while it is not agreed. */
  readonly agreedIn: readonly Said[] | undefined;
  readonly withdrawn: { readonly said: Said; readonly reason: string } | undefined;
  readonly offers: Offers;
  /** A counter-proposal of this office to this text, while its answer does not yet name it. */
  readonly counterToName: string | undefined;
};

/** The text, or that this office reads none of that id; its own act may be on the way to the record. */
type ProposalAnswer =
  | { readonly found: true; readonly proposal: ProposalModel }
  | { readonly found: false; readonly isOnItsWay: boolean };

/** One proposal with everything that this office reads about it. */
export const proposal: Query<{ readonly id: string }, ProposalAnswer> = (at, { id }) => {
  const tabled = at.state.proposals.tabled.get(id as ActId); // an id from an address: known or not
  if (tabled) return { found: true, proposal: modelOf(at, tabled) };
  return { found: false, isOnItsWay: at.replica.queue.some(({ act }) => act.id === id) };
};

function modelOf(at: At, tabled: Tabled): ProposalModel {
  const { state, t, now } = at;
  const { id } = tabled;
  const entry = known(state, id, "proposal.tabled");
  const { payload, room } = entry.act;
  const status = proposalStatus(state, tabled, now);
  const turn = [...state.proposals.tabled.keys()].indexOf(id);
  const completed = completedBy(at, id);
  const addressees = addresseesOf(at, tabled, turn);
  const relatives = relativesOf(at, id);
  const nearest = payload.retables ?? payload.counters ?? payload.details ?? tabled.retabledAs;
  return {
    id,
    title: payload.title,
    author: named(at, entry.act.by.office),
    said: saidOf(at, entry),
    source: sourceLine(payload.source),
    room: roomName(t, state, room),
    round: payload.round && { id: payload.round, title: titleOf(t, state, payload.round) },
    status,
    statusWord: sayWord(t, status),
    lapses: payload.lapsesAt === undefined ? undefined : whenOf(payload.lapsesAt),
    rationale: payload.rationale,
    terms: payload.terms.map((term) => termLine(at, term)),
    completed: completed && {
      terms: completed.terms.map((term) => termLine(at, term)),
      by: completed.by.map((one) => ({ id: one, title: titleOf(t, state, one) })),
    },
    relatives,
    compareWith: (relatives.find((one) => one.id === nearest) ?? relatives.at(-1))?.id,
    addressees,
    conditions: conditionWords(at, tabled),
    missing: owedOn(at, id),
    withoutYes: withoutYes(status, addressees),
    wouldLack: wouldLack(at, tabled),
    agreedIn: isAgreed(state, id) ? yesActs(at, tabled) : undefined,
    withdrawn: withdrawnIn(at, tabled),
    offers: offersOf(at, tabled),
    counterToName: counterToName(at, tabled),
  };
}

function conditionWords(at: At, tabled: Tabled): readonly ConditionWord[] {
  return [...tabled.conditions].flatMap(([key, words]) =>
    [...words].map(([office, id]) => {
      const entry = known(at.state, id, "condition.answered");
      return { ...named(at, office), key, isMet: entry.act.payload.met, said: saidOf(at, entry) };
    }),
  );
}

// The author's tabling, and the acceptance of each who was asked.
function yesActs(at: At, tabled: Tabled): readonly Said[] {
  const yes = [...tabled.answers.values()].flatMap((ids) => ids.at(-1) ?? []);
  const accepted = yes.map((id) => known(at.state, id, "proposal.answered"));
  return [
    saidOf(at, known(at.state, tabled.id, "proposal.tabled")),
    ...accepted.filter(({ act }) => act.payload.answer === "accepted").map((entry) => saidOf(at, entry)),
  ];
}

function withdrawnIn(at: At, tabled: Tabled): ProposalModel["withdrawn"] {
  const entry = tabled.withdrawn && entryOf(at.state, tabled.withdrawn, "proposal.withdrawn");
  return entry && { said: saidOf(at, entry), reason: entry.act.payload.reason };
}

function counterToName(at: At, tabled: Tabled): string | undefined {
  const { state, office } = at;
  const own = tabled.counters.filter((id) => known(state, id, "proposal.tabled").act.by.office === office);
  const last = tabled.answers.get(office)?.at(-1);
  const named = last && known(state, last, "proposal.answered").act.payload.counter;
  const latest = own.at(-1);
  if (latest === undefined || named === latest) return undefined;
  // an answer given after it was tabled is another decision of this office
  const order = [...state.entries.keys()];
  return last === undefined || order.indexOf(last) < order.indexOf(latest) ? latest : undefined;
}
