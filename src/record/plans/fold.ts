import type { ActId } from "../act/act.ts";
import type { Handlers } from "../fold/state.ts";
import type { planActs } from "./acts.ts";

/** One proposed plan, the one that came in its place, and what of it was filed in sealed rooms that are read, latest last. */
type ProposedPlan = { readonly id: ActId; replacedBy: ActId | undefined; readonly filed: ActId[] };
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
    plans.proposed.set(act.id, { id: act.id, replacedBy: undefined, filed: [] });
    return undefined;
  },
  "plan.filed": ({ plans }, { act }) => {
    const plan = plans.proposed.get(act.payload.plan);
    if (!plan) return act.payload.plan;
    plan.filed.push(act.id);
    return undefined;
  },
};
