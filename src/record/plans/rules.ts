import type { Act } from "../act/kinds.ts";
import type { State } from "../fold/state.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";

/** What may be said about window plans. */
export function refusePlans(state: State, act: Act): Refusal | undefined {
  if (act.kind === "plan.filed")
    return state.plans.proposed.has(act.payload.plan)
      ? undefined
      : refusal("PG4", "There is no such plan in what this office reads.");
  if (act.kind !== "plan.proposed") return undefined;
  const { truce, replaces } = act.payload;
  if (truce !== undefined && !state.truces.texts.has(truce))
    return refusal("PG1", "There is no such truce text in what this office reads.");
  if (replaces === undefined) return undefined;
  const earlier = state.plans.proposed.get(replaces);
  if (!earlier) return refusal("PG1", "There is no such plan in what this office reads.");
  return earlier.replacedBy ? refusal("PG1", "It was replaced already; replace the latest plan.") : undefined;
}
