import type { ActId } from "../act/act.ts";
import type { Handlers } from "../fold/state.ts";
import type { eligibilityActs } from "./acts.ts";

/** Each in the order in which it was said. Wishes make no state. */
export type EligibilityState = {
  /** What was proposed, certified and withheld. */
  readonly said: ActId[];
  /** Examinations, for those who read the medical room. */
  readonly examined: ActId[];
};

export function emptyEligibility(): EligibilityState {
  return { said: [], examined: [] };
}

export const eligibilityHandlers: Handlers<keyof typeof eligibilityActs> = {
  "eligibility.proposed": ({ eligibility }, { act }) => keep(eligibility, act.id),
  "eligibility.certified": ({ eligibility }, { act }) => keep(eligibility, act.id),
  "eligibility.withheld": ({ eligibility }, { act }) => keep(eligibility, act.id),
  "eligibility.examined": ({ eligibility }, { act }) => {
    eligibility.examined.push(act.id);
    return undefined;
  },
  "wish.taken": () => undefined,
};

function keep({ said }: EligibilityState, id: ActId): undefined {
  said.push(id);
}
