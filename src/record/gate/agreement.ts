import { type Office, parties } from "../access/offices.ts";
import { concernedIn } from "../access/rooms.ts";
import type { ActId } from "../act/act.ts";
import { entryOf, known, type State } from "../fold/state.ts";
import type { Term } from "../proposals/terms.ts";

/** Something that every party concerned has said yes to: a proposal on the table or a point of a round. */
export type Agreement = {
  readonly id: ActId;
  readonly title: string;
  readonly terms: readonly Term[];
  /** The parties whose yes made it. */
  readonly parties: readonly Office[];
  /** True where a party has so far confirmed in principle only. */
  readonly inPrinciple: boolean;
};

/** Whether every party concerned has said yes, each for itself: silence and "ad referendum" are not a yes. */
export function isAgreed(state: State, id: ActId): boolean {
  const yes = yesOf(state, id);
  return yes?.every((one) => one === "yes") ?? false;
}

/** The own yes of each one concerned in a proposal or point; undefined where the id is neither. */
function yesOf(state: State, id: ActId): readonly ("yes" | "in_principle" | "no")[] | undefined {
  const proposal = state.proposals.tabled.get(id);
  if (proposal) {
    if (proposal.withdrawn) return ["no"];
    const { room } = known(state, id, "proposal.tabled").act;
    return concernedIn(room).map((party) => {
      if (party === proposal.author) return "yes";
      const last = proposal.answers.get(party)?.at(-1);
      const answer = last && known(state, last, "proposal.answered").act.payload.answer;
      return answer === "accepted" ? "yes" : "no";
    });
  }
  const point = state.talks.points.get(id);
  if (!point) return undefined;
  return parties.map((party) => {
    if (party === point.author) return "yes";
    const last = point.answers.get(party);
    const answer = last && known(state, last, "point.answered").act.payload.answer;
    if (answer === "confirmed") return "yes";
    return answer === "confirmed_in_principle" ? "in_principle" : "no";
  });
}

/** All that is agreed, wholly or in principle, oldest first. A completing proposal is part of what it completes. */
export function agreements(state: State): readonly Agreement[] {
  const found: Agreement[] = [];
  for (const id of [...state.talks.points.keys(), ...state.proposals.tabled.keys()]) {
    const yes = yesOf(state, id);
    if (!yes || yes.includes("no") || !isBetweenParties(state, id)) continue;
    const point = entryOf(state, id, "point.recorded")?.act.payload;
    const proposal = entryOf(state, id, "proposal.tabled")?.act.payload;
    if (proposal?.details) continue;
    const terms = point?.terms ?? proposal?.terms ?? [];
    const title = point?.text ?? proposal?.title ?? "";
    found.push({ id, title, terms, parties, inPrinciple: yes.includes("in_principle") });
  }
  return found;
}

function isBetweenParties(state: State, id: ActId): boolean {
  const room = state.entries.get(id)?.act.room;
  return room !== undefined && parties.every((party) => concernedIn(room).includes(party));
}

/** The terms of an agreement as completed by agreed later proposals: by key, the latest agreed wording. */
export function completedTerms(state: State, agreement: Agreement): readonly Term[] {
  const byKey = new Map(agreement.terms.map((term) => [term.key, term]));
  for (const id of state.proposals.details.get(agreement.id) ?? []) {
    if (!isAgreed(state, id)) continue;
    for (const term of known(state, id, "proposal.tabled").act.payload.terms) byKey.set(term.key, term);
  }
  return [...byKey.values()];
}
