import { sideOf } from "../access/offices.ts";
import type { Act } from "../act/kinds.ts";
import { knowsAgreement, refuseAccount, refuseLink } from "../claims/rules.ts";
import type { State } from "../fold/state.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";

/** What may be said about the dead: counts of containers, each side for its own part. Parity never applies. */
export function refuseRemains(state: State, act: Act): Refusal | undefined {
  switch (act.kind) {
    case "remains.offered":
      if (act.payload.to === sideOf(act.by.office))
        return refusal("RM1", "Bodies are offered to the other side.");
      return act.payload.agreement && !knowsAgreement(state, act.payload.agreement)
        ? noAgreement()
        : undefined;
    case "remains.handed_over":
    case "remains.received": {
      const { same, count } = act.payload;
      if (count.unit !== "bodies")
        return refusal("RM2", "Remains are counted in bodies, as containers were handed over.");
      if (same && !state.remains.byAccount.has(same)) return noHandover();
      return refuseAccount(act);
    }
    case "remains.accepted": {
      const handover = state.remains.byAccount.get(act.payload.handover);
      const account = handover && state.entries.get(handover)?.act;
      if (account?.kind !== "remains.handed_over" && account?.kind !== "remains.received")
        return noHandover();
      return account.payload.to === sideOf(act.by.office)
        ? undefined
        : refusal("RM3", "The receiving side says how many it accepts as its own.");
    }
    case "remains.linked":
      if (!state.remains.byAccount.has(act.payload.handover)) return noHandover();
      return knowsAgreement(state, act.payload.agreement) ? refuseLink(act) : noAgreement();
    case "remains.total_claimed": {
      const { from, to } = act.payload.direction;
      return from === to ? refusal("RM4", "A total goes from one side to the other.") : undefined;
    }
    default:
      return undefined;
  }
}

function noAgreement(): Refusal {
  return refusal("RM5", "There is no such agreed point or proposal in what this office reads.");
}

function noHandover(): Refusal {
  return refusal("RM6", "There is no account of such a handover in what this office reads.");
}
