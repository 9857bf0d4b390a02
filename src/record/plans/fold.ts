import type { ActId } from "../act/act.ts";
import type { Handlers } from "../fold/state.ts";
import type { planActs } from "./acts.ts";

/** One proposed plan, and the one that came in its place. */
type ProposedPlan = { readonly id: ActId; replacedBy: ActId | undefined };
export type PlansState = { readonly proposed: Map<ActId, ProposedPlan> };

export function emptyPlans(): PlansState {
  return { proposed: new Map() };
}

export const planHandlers: Handlers<keyof typeof planActs> = {
  "plan.proposed": ({ plans }, { act }) => {
    const { replaces } = act.payload;
    if (replaces !== undefined) {
      const earlier = plans.proposed.get(replaces);
      if (!earlier) return replaces;
      earlier.replacedBy ??= act.id;
    }
    plans.proposed.set(act.id, { id: act.id, replacedBy: undefined });
    return undefined;
  },
};
