import type { ActId } from "../act/act.ts";
import { addAccount, addLink, emptyLedger, type HandoverLedger } from "../claims/handovers.ts";
import type { Handlers } from "../fold/state.ts";
import type { remainsActs } from "./acts.ts";

export type RemainsState = HandoverLedger & {
  readonly offers: ActId[];
  readonly accepted: ActId[];
  readonly totals: ActId[];
};

export function emptyRemains(): RemainsState {
  return { ...emptyLedger(), offers: [], accepted: [], totals: [] };
}

export const remainsHandlers: Handlers<keyof typeof remainsActs> = {
  "remains.offered": ({ remains }, { act }) => {
    remains.offers.push(act.id);
    return undefined;
  },
  "remains.handed_over": ({ remains }, { act }) => addAccount(remains, act.id, act.payload.same),
  "remains.received": ({ remains }, { act }) => addAccount(remains, act.id, act.payload.same),
  "remains.accepted": ({ remains }, { act }) => {
    if (!remains.byAccount.has(act.payload.handover)) return act.payload.handover;
    remains.accepted.push(act.id);
    return undefined;
  },
  "remains.total_claimed": ({ remains }, { act }) => {
    remains.totals.push(act.id);
    return undefined;
  },
  "remains.linked": ({ remains }, { act }) => addLink(remains, act.id, act.payload.handover),
};
