import type { ActId } from "../act/act.ts";
import type { Handlers } from "../fold/state.ts";
import type { eligibilityActs } from "./acts.ts";

/** What was proposed, certified and withheld, in the order in which it was said. Wishes make no state. */
export type EligibilityState = { readonly said: ActId[] };

export function emptyEligibility(): EligibilityState {
  return { said: [] };
}

export const eligibilityHandlers: Handlers<keyof typeof eligibilityActs> = {
  "eligibility.proposed": ({ eligibility }, { act }) => keep(eligibility, act.id),
  "eligibility.certified": ({ eligibility }, { act }) => keep(eligibility, act.id),
  "eligibility.withheld": ({ eligibility }, { act }) => keep(eligibility, act.id),
  "eligibility.examined": () => undefined,
  "wish.taken": () => undefined,
};

function keep({ said }: EligibilityState, id: ActId): undefined {
  said.push(id);
}
