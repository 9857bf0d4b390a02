import { concernedIn, type Room, roomTable } from "../access/rooms.ts";
import type { ActId } from "../act/act.ts";
import type { Act } from "../act/kinds.ts";
import { dueMs, epochMs } from "../act/time.ts";
import { entryOf, known, type State } from "../fold/state.ts";
import { isAgreed } from "../gate/agreement.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";
import type { Proposal } from "./fold.ts";
import { addresseesOf, proposalStatus } from "./view.ts";

/** What may be said about proposals, and when. */
export function refuseProposals(state: State, act: Act, now: number): Refusal | undefined {
  switch (act.kind) {
    case "proposal.tabled":
      return refuseTabling(state, act, now);
    case "proposal.answered":
      return refuseAnswer(state, act, now);
    case "proposal.withdrawn": {
      const proposal = state.proposals.tabled.get(act.payload.proposal);
      if (!proposal) return noProposal();
      if (proposal.author !== act.by.office) return refusal("PR1", "Only its author withdraws a proposal.");
      if (roomOf(state, proposal) !== act.room) return elsewhere(state, proposal);
      if (isAgreed(state, proposal.id))
        return refusal("PR10", "It is agreed by all; it can no longer be withdrawn.");
      return proposal.withdrawn ? refusal("PR1", "It is withdrawn already.") : undefined;
    }
    case "condition.answered": {
      const proposal = state.proposals.tabled.get(act.payload.proposal);
      if (!proposal) return noProposal();
      if (roomOf(state, proposal) !== act.room) return elsewhere(state, proposal);
      const { key } = act.payload;
      const term = known(state, proposal.id, "proposal.tabled").act.payload.terms.find(
        (one) => one.key === key,
      );
      if (term?.type !== "condition")
        return refusal("PR11", 'The proposal has no condition "{key}".', { key });
      return undefined;
    }
    default:
      return undefined;
  }
}

function refuseTabling(state: State, act: Act<"proposal.tabled">, now: number): Refusal | undefined {
  const { retables, counters, details, lapsesAt, terms, round } = act.payload;
  const { tabled } = state.proposals;
  if (terms.length === 0) return refusal("PR2", "A proposal on the table has at least one term.");
  if (lapsesAt && dueMs(lapsesAt) <= Math.min(now, epochMs(act.saidAt)))
    return refusal("PR3", "It would have lapsed before it was said.");
  if (round && !state.talks.rounds.has(round))
    return refusal("PR4", "There is no such round in what this office reads.");
  if (retables) {
    const earlier = tabled.get(retables);
    if (!earlier) return noProposal();
    if (earlier.author !== act.by.office)
      return refusal("PR5", "Only its author tables a proposal again; others counter.");
    if (roomOf(state, earlier) !== act.room) return elsewhere(state, earlier);
    if (earlier.retabledAs) return refusal("PR5", "It was tabled again already; table the latest one again.");
  }
  if (counters) {
    const other = tabled.get(counters);
    if (!other) return noProposal();
    if (!addresseesOf(state, other).includes(act.by.office))
      return refusal("PR6", "A counter-proposal answers a proposal that is addressed to this office.");
    if (roomOf(state, other) !== act.room) return elsewhere(state, other);
  }
  return details && refuseCompleting(state, details, act.room);
}

function refuseCompleting(state: State, details: ActId, room: Room): Refusal | undefined {
  const completed = entryOf(state, details, "proposal.tabled") ?? entryOf(state, details, "point.recorded");
  if (!completed)
    return refusal("PR7", "There is no such agreed point or proposal to complete in what this office reads.");
  const { readers } = roomTable[completed.act.room];
  const isAmongThem = concernedIn(completed.act.room).join() === concernedIn(room).join();
  return isAmongThem && roomTable[room].readers.every((one) => readers.includes(one))
    ? undefined
    : refusal("PR7", "What was agreed is completed among those who agreed it and read it.");
}

function refuseAnswer(state: State, act: Act<"proposal.answered">, now: number): Refusal | undefined {
  const { answer, due, counter, reservation, termAnswers } = act.payload;
  const proposal = state.proposals.tabled.get(act.payload.proposal);
  if (!proposal) return noProposal();
  if (roomOf(state, proposal) !== act.room) return elsewhere(state, proposal);
  if (!addresseesOf(state, proposal).includes(act.by.office))
    return refusal("PR8", "An answer is given by an addressee, for itself alone.");
  const status = proposalStatus(state, proposal, now);
  if (status === "withdrawn" || status === "superseded" || status === "lapsed")
    return refusal("PR9", "The proposal is {status}; there is nothing left to answer.", { status });
  if (isAgreed(state, proposal.id))
    return refusal("PR10", "It is agreed by all; an answer can no longer change it. Table a new proposal.");
  if (due !== undefined && answer !== "under_study")
    return refusal("PR13", "A due date belongs to the answer under_study.");
  if ((answer === "countered") !== (counter !== undefined))
    return refusal("PR14", "Name the counter-proposal where the answer is countered, and only there.");
  if (counter && !isOwnCounter(state, counter, act))
    return refusal("PR14", "The counter-proposal must be this office's own, to this proposal.");
  if ((answer === "reserved") !== (reservation !== undefined))
    return refusal("PR15", "Say what is reserved where the answer is reserved, and only there.");
  const keys = new Set(
    known(state, proposal.id, "proposal.tabled").act.payload.terms.map((term) => term.key),
  );
  const stray = termAnswers?.find((one) => !keys.has(one.key));
  return stray && refusal("PR16", 'The proposal has no term "{key}".', { key: stray.key });
}

function isOwnCounter(state: State, counter: ActId, act: Act<"proposal.answered">): boolean {
  const other = state.proposals.tabled.get(counter);
  if (!other || other.author !== act.by.office) return false;
  return known(state, counter, "proposal.tabled").act.payload.counters === act.payload.proposal;
}

function roomOf(state: State, proposal: Proposal): Room {
  return known(state, proposal.id, "proposal.tabled").act.room;
}

function elsewhere(state: State, proposal: Proposal): Refusal {
  const room = roomOf(state, proposal);
  return refusal("PR12", "What is said about a proposal is said in its room, {room}.", { room });
}

function noProposal(): Refusal {
  return refusal("PR0", "There is no such proposal in what this office reads.");
}
