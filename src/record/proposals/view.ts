import type { Office } from "../access/offices.ts";
import { concernedIn } from "../access/rooms.ts";
import type { ActId } from "../act/act.ts";
import { dueMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import { isAgreed } from "../gate/agreement.ts";
import type { Owed } from "../gate/owed.ts";
import type { Answer } from "./acts.ts";
import type { Proposal } from "./fold.ts";

/** What an addressee has said, or that he has said nothing: silence is never assent. */
export type Stance = Answer | "no_answer";

export type ProposalStatus =
  | "withdrawn"
  | "superseded"
  | "agreed"
  | "agreed_ad_referendum"
  | "lapsed"
  | "not_agreed"
  | "under_discussion"
  | "tabled";

/** Who is asked: those concerned in the room where it was tabled, other than its author. */
export function addresseesOf(state: State, proposal: Proposal): readonly Office[] {
  const { room } = known(state, proposal.id, "proposal.tabled").act;
  return concernedIn(room).filter((one) => one !== proposal.author);
}

function stanceOf(state: State, proposal: Proposal, office: Office): Stance {
  const last = proposal.answers.get(office)?.at(-1);
  return last ? known(state, last, "proposal.answered").act.payload.answer : "no_answer";
}

/** Each addressee's own stance. */
export function stancesOf(state: State, proposal: Proposal): ReadonlyMap<Office, Stance> {
  return new Map(addresseesOf(state, proposal).map((office) => [office, stanceOf(state, proposal, office)]));
}

/** The joint status, derived from the acts of each office and the time; never stored. */
export function proposalStatus(state: State, proposal: Proposal, now: number): ProposalStatus {
  if (proposal.withdrawn) return "withdrawn";
  if (isAgreed(state, proposal.id)) return "agreed";
  if (proposal.retabledAs) return "superseded";
  const stances = [...stancesOf(state, proposal).values()];
  if (stances.every((one) => one === "accepted" || one === "accepted_ad_referendum"))
    return "agreed_ad_referendum";
  const { lapsesAt } = known(state, proposal.id, "proposal.tabled").act.payload;
  if (lapsesAt && dueMs(lapsesAt) <= now) return "lapsed";
  if (stances.includes("declined")) return "not_agreed";
  return stances.every((one) => one === "no_answer") ? "tabled" : "under_discussion";
}

/** The lineage of re-tabled texts that a proposal belongs to, earliest first. */
export function lineageOf(state: State, id: ActId): readonly ActId[] {
  const lineage = [id];
  for (let at = id; ; ) {
    const earlier = known(state, at, "proposal.tabled").act.payload.retables;
    if (!earlier || !state.proposals.tabled.has(earlier)) break;
    lineage.unshift(earlier);
    at = earlier;
  }
  for (
    let later = state.proposals.tabled.get(id)?.retabledAs;
    later;
    later = state.proposals.tabled.get(later)?.retabledAs
  )
    lineage.push(later);
  return lineage;
}

/** Answers that are still owed, and confirmations of what was accepted ad referendum. */
export function owedOnProposals(state: State, now: number): readonly Owed[] {
  const owed: Owed[] = [];
  for (const proposal of state.proposals.tabled.values()) {
    const status = proposalStatus(state, proposal, now);
    if (status !== "tabled" && status !== "under_discussion" && status !== "agreed_ad_referendum") continue;
    const { title, lapsesAt } = known(state, proposal.id, "proposal.tabled").act.payload;
    for (const [by, stance] of stancesOf(state, proposal)) {
      if (stance === "no_answer")
        owed.push({ what: "answer", subject: proposal.id, by, due: dueMs(lapsesAt), title, detail: {} });
      if (stance === "under_study") {
        const last = proposal.answers.get(by)?.at(-1);
        const due = last && known(state, last, "proposal.answered").act.payload.due;
        owed.push({ what: "study_result", subject: proposal.id, by, due: dueMs(due), title, detail: {} });
      }
      if (stance === "accepted_ad_referendum")
        owed.push({
          what: "confirmation_by_capital",
          subject: proposal.id,
          by,
          due: undefined,
          title,
          detail: {},
        });
    }
  }
  return owed;
}
