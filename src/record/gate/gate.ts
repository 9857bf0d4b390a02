import { type Office, offices, parties } from "../access/offices.ts";
import { epochMs } from "../act/time.ts";
import { owedOnCommuniques } from "../communiques/view.ts";
import { owedOnEligibility } from "../eligibility/view.ts";
import { carriedOut, owedOnExchanges } from "../exchanges/view.ts";
import { known, type State } from "../fold/state.ts";
import { owedOnFootage } from "../footage/view.ts";
import { owedToFamilies } from "../forensic/families.ts";
import { owedOnForensic } from "../forensic/view.ts";
import { owedOnLineDays } from "../lineday/view.ts";
import { owedOnLists } from "../lists/view.ts";
import { owedOnMissions } from "../missions/missing.ts";
import { processOf } from "../people/view.ts";
import { owedOnPersons } from "../persons/view.ts";
import { owedOnProposals } from "../proposals/view.ts";
import { owedOnRemains } from "../remains/view.ts";
import { owedOnReturns } from "../returns/view.ts";
import { owedOnSites } from "../sites/view.ts";
import { owedOnSummits } from "../summits/view.ts";
import { owedOnTalks } from "../talks/view.ts";
import { owedOnTranches } from "../tranches/owed.ts";
import { returnedPersons } from "../tranches/view.ts";
import { owedOnTruces } from "../truces/view.ts";
import { agreements, completedTerms } from "./agreement.ts";
import type { Owed } from "./owed.ts";
import { openTerms } from "./terms.ts";

/**
 * What is still missing to execute what was agreed, and to answer what is on the table: who owes it, by when.
 * A pure function of what the viewer reads and of `now` (epoch ms). Overdue first, then by due date, then in
 * the order in which the matters came up; of equal ones the party that the process names first comes first,
 * and the order alternates from matter to matter. What nobody but the reader can know is owed where he is named.
 */
export function owed(state: State, now: number, reader?: Office): readonly Owed[] {
  const all = [
    ...owedOnAgreements(state),
    ...owedOnTruces(state, now),
    ...owedOnProposals(state, now),
    ...owedOnTalks(state),
    ...owedOnCommuniques(state, now),
    ...owedOnFootage(state),
    ...owedOnExchanges(state),
    ...owedOnEligibility(state, returnedPersons(state)),
    ...owedOnTranches(state),
    ...owedOnLists(state),
    ...owedOnPersons(state),
    ...owedOnLineDays(state),
    ...owedOnRemains(state),
    ...owedOnForensic(state),
    ...(reader ? owedToFamilies(state, reader) : []),
    ...owedOnSummits(state),
    ...owedOnReturns(state, now),
    ...owedOnSites(state, now),
    ...owedOnMissions(state, now),
  ];
  return inOrder(state, all);
}

// Whatever is open in the terms of an agreement is owed by each party, for itself.
function owedOnAgreements(state: State): readonly Owed[] {
  const done = carriedOut(state);
  return agreements(state).flatMap((agreement) => {
    if (done.has(agreement.id)) return [];
    const terms = completedTerms(state, agreement);
    const by = terms.find((term) => term.type === "date_by");
    const due = by?.type === "date_by" ? epochMs(by.by) + 86_400_000 : undefined;
    const open = openTerms(terms).flatMap(({ key, lacks }) =>
      parties.map(
        (party): Owed => ({
          what: "open_term",
          subject: agreement.id,
          title: agreement.title,
          by: party,
          due,
          detail: { key, lacks },
        }),
      ),
    );
    return [...open, ...owedConditions(state, agreement.id, agreement.title)];
  });
}

// A condition is met in the word of the party that set it.
function owedConditions(state: State, id: Owed["subject"], title: string): readonly Owed[] {
  const proposal = state.proposals.tabled.get(id);
  if (!proposal) return [];
  const { act } = known(state, id, "proposal.tabled");
  return act.payload.terms.flatMap((term): Owed[] => {
    if (term.type !== "condition") return [];
    const said = proposal.conditions.get(term.key)?.get(act.by.office);
    if (said && known(state, said, "condition.answered").act.payload.met) return [];
    return [
      {
        what: "condition_word",
        subject: id,
        title,
        by: act.by.office,
        due: undefined,
        detail: { key: term.key },
      },
    ];
  });
}

function inOrder(state: State, all: readonly Owed[]): readonly Owed[] {
  const ranks = new Map([...state.entries.keys()].map((id, rank) => [id, rank]));
  const order = partyOrder(state);
  const keyed = all.map((one, index) => ({ one, index, rank: ranks.get(one.subject) ?? 0 }));
  keyed.sort((x, y) => {
    const due = (x.one.due ?? Number.POSITIVE_INFINITY) - (y.one.due ?? Number.POSITIVE_INFINITY);
    if (due !== 0 && !Number.isNaN(due)) return due;
    if (x.rank !== y.rank) return x.rank - y.rank;
    const office = order(x.one.by, x.rank) - order(y.one.by, x.rank);
    if (office !== 0) return office;
    return x.index - y.index;
  });
  return keyed.map(({ one }) => one);
}

/** Places of offices for sorting: neither party always first. */
export function partyOrder(state: State): (office: Office, turn: number) => number {
  const first = processOf(state)?.order[0] ?? "a";
  return (office, turn) => {
    const place = offices.indexOf(office);
    if (!office.endsWith("-a") && !office.endsWith("-b")) return place;
    const flip = (first === "b") !== (turn % 2 === 1);
    const isA = office.endsWith("-a");
    return place - (isA ? 0 : 1) + (isA === flip ? 1 : 0);
  };
}
