import { type Office, sideOf } from "../access/offices.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { keyOf } from "../eligibility/persons.ts";
import type { State } from "../fold/state.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";
import { personsOf } from "../tranches/persons-of.ts";
import { isLocked } from "../tranches/view.ts";

/**
 * A manifest brings those whom its side returns in a locked tranche, and no others; who is brought instead wears a
 * spare wristband. A tranche that its author has not read refuses nothing.
 */
export function refuseOnTranche(
  state: State,
  { tranche: id, persons }: PayloadOf<"line.manifest_made">,
  author: Office,
): Refusal | undefined {
  const tranche = state.tranches.tabled.get(id);
  if (!tranche) return undefined;
  if (!isLocked(state, tranche))
    return refusal("LD26", "A manifest is made for a tranche that both have locked.");
  const going = personsOf(state, tranche).filter(
    (one) => !one.isReserve && one.returnedBy === sideOf(author),
  );
  const keys = new Set(going.map((one) => keyOf(one.ref)));
  return persons.every(({ record }) => keys.has(keyOf(record)))
    ? undefined
    : refusal("LD26", "A manifest names those whom its side returns in the tranche, and no others.");
}
