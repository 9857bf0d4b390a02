import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import { addTo } from "../fold/add-to.ts";
import type { Handlers } from "../fold/state.ts";
import type { proposalActs } from "./acts.ts";

/** One tabled text and what each office has answered to it, in order; the last answer of an office stands. */
export type Proposal = {
  readonly id: ActId;
  readonly author: Office;
  readonly answers: Map<Office, ActId[]>;
  readonly counters: ActId[];
  withdrawn: ActId | undefined;
  retabledAs: ActId | undefined;
  /** By term key, the setting party's latest word whether its condition is met. */
  readonly conditions: Map<string, Map<Office, ActId>>;
};

export type ProposalsState = {
  readonly drafts: ActId[];
  readonly tabled: Map<ActId, Proposal>;
  /** Completing proposals by the agreed point or proposal that they complete. */
  readonly details: Map<ActId, ActId[]>;
};

export function emptyProposals(): ProposalsState {
  return { drafts: [], tabled: new Map(), details: new Map() };
}

export const proposalHandlers: Handlers<keyof typeof proposalActs> = {
  "proposal.drafted": ({ proposals }, { act }) => {
    proposals.drafts.push(act.id);
    return undefined;
  },
  "proposal.tabled": (state, { act }) => {
    const { retables, counters, details } = act.payload;
    const { tabled } = state.proposals;
    for (const earlier of [retables, counters]) if (earlier && !tabled.has(earlier)) return earlier;
    if (details && !tabled.has(details) && !state.talks.points.has(details)) return details;
    if (retables) {
      const earlier = tabled.get(retables);
      if (earlier?.author === act.by.office) earlier.retabledAs ??= act.id;
    }
    if (counters) tabled.get(counters)?.counters.push(act.id);
    if (details) addTo(state.proposals.details, details, act.id);
    tabled.set(act.id, {
      id: act.id,
      author: act.by.office,
      answers: new Map(),
      counters: [],
      withdrawn: undefined,
      retabledAs: undefined,
      conditions: new Map(),
    });
    return undefined;
  },
  "proposal.answered": ({ proposals }, { act }) => {
    const proposal = proposals.tabled.get(act.payload.proposal);
    if (!proposal) return act.payload.proposal;
    addTo(proposal.answers, act.by.office, act.id);
    return undefined;
  },
  "proposal.withdrawn": ({ proposals }, { act }) => {
    const proposal = proposals.tabled.get(act.payload.proposal);
    if (!proposal) return act.payload.proposal;
    if (proposal.author === act.by.office) proposal.withdrawn ??= act.id;
    return undefined;
  },
  "condition.answered": ({ proposals }, { act }) => {
    const proposal = proposals.tabled.get(act.payload.proposal);
    if (!proposal) return act.payload.proposal;
    const answers = proposal.conditions.get(act.payload.key) ?? new Map<Office, ActId>();
    proposal.conditions.set(act.payload.key, answers.set(act.by.office, act.id));
    return undefined;
  },
};
