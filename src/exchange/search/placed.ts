import { refuse } from "#base";
import type { Case } from "../case/case.ts";
import type { Tranche } from "../plan.ts";
import { type Model, modelOf } from "./model.ts";
import { Placement } from "./placement.ts";

/** A given plan as a placement. Refuses one that names persons whom the case has not, or one twice. */
export function placementOf(
  given: Case,
  tranches: readonly Tranche[],
  seed: number,
): { readonly model: Model; readonly placement: Placement } {
  const model = modelOf(given, { seed });
  const placement = new Placement(model);
  const place = new Map(model.persons.map(({ code }, i) => [code, i]));
  for (const one of tranches)
    for (const code of [...one.a, ...one.b]) {
      const i = place.get(code);
      if (i === undefined || placement.at[i] !== model.T || one.tranche > model.T)
        return refuse("exchange.plan_differs", { person: code });
      placement.move(i, one.tranche - 1);
    }
  return { model, placement };
}
