import type { ActId } from "../act/act.ts";
import { addAccount, addLink, emptyLedger, type HandoverLedger } from "../claims/handovers.ts";
import type { Handlers } from "../fold/state.ts";
import type { exchangeActs } from "./acts.ts";

export type ExchangesState = HandoverLedger & { readonly pledges: ActId[]; readonly lists: ActId[] };

export function emptyExchanges(): ExchangesState {
  return { ...emptyLedger(), pledges: [], lists: [] };
}

export const exchangeHandlers: Handlers<keyof typeof exchangeActs> = {
  "pledge.made": (state, { act }) => {
    const { agreement } = act.payload;
    if (!state.talks.points.has(agreement) && !state.proposals.tabled.has(agreement)) return agreement;
    state.exchanges.pledges.push(act.id);
    return undefined;
  },
  "list.handed_over": ({ exchanges }, { act }) => {
    exchanges.lists.push(act.id);
    return undefined;
  },
  "exchange.handed_over": ({ exchanges }, { act }) => addAccount(exchanges, act.id, act.payload.same),
  "exchange.received": ({ exchanges }, { act }) => addAccount(exchanges, act.id, act.payload.same),
  "exchange.linked": ({ exchanges }, { act }) => addLink(exchanges, act.id, act.payload.handover),
};
