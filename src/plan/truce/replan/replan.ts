import type { TruceCase } from "../case/case.ts";
import type { TeamPlan } from "../plan.ts";
import { planTruce, type TruceOptions, type TrucePlan } from "../plan-truce.ts";
import { afterEvent, type TruceEvent } from "./event.ts";

/** The case after an event, and the plan that goes on from what was begun. */
export type Replanned = { readonly case: TruceCase; readonly plan: TrucePlan };

/**
 * Plans on after an event: what has begun, and what was announced, stays; of the rest as much as still fits is where the
 * search begins, so that little is changed. With no iterations the answer is that alone, at once.
 */
export function replanTruce(
  given: TruceCase,
  plans: readonly TeamPlan[],
  event: TruceEvent,
  options: TruceOptions = {},
): Replanned {
  const after = afterEvent(given, plans, event);
  return { case: after, plan: planTruce(after, { ...options, previous: plans }) };
}
