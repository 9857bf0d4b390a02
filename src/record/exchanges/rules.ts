import type { Act } from "../act/kinds.ts";
import { knowsAgreement, refuseAccount, refuseLink } from "../claims/rules.ts";
import type { State } from "../fold/state.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";

/** What may be said about pledges and exchanges of persons. */
export function refuseExchanges(state: State, act: Act): Refusal | undefined {
  switch (act.kind) {
    case "pledge.made":
      return knowsAgreement(state, act.payload.agreement) ? undefined : noAgreement();
    case "list.handed_over":
      return act.payload.agreement && !knowsAgreement(state, act.payload.agreement)
        ? noAgreement()
        : undefined;
    case "exchange.handed_over":
    case "exchange.received": {
      const { same } = act.payload;
      if (same && !state.exchanges.byAccount.has(same)) return noHandover();
      return refuseAccount(act);
    }
    case "exchange.linked":
      if (!state.exchanges.byAccount.has(act.payload.handover)) return noHandover();
      return knowsAgreement(state, act.payload.agreement) ? refuseLink(act) : noAgreement();
    default:
      return undefined;
  }
}

function noAgreement(): Refusal {
  return refusal("EX1", "There is no such agreed point or proposal in what this office reads.");
}

function noHandover(): Refusal {
  return refusal("EX2", "There is no account of such a handover in what this office reads.");
}
