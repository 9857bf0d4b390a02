import { parties, type Side, sideOf, sides } from "../access/offices.ts";
import type { Delivered } from "../claims/accounts.ts";
import { rangeOf } from "../claims/acts.ts";
import type { State } from "../fold/state.ts";
import type { Tranche } from "./fold.ts";
import { personsOf } from "./persons-of.ts";
import { linksOf } from "./view.ts";

/** What one side was to return under a tranche, and what each party says came of it; never merged. */
export type TrancheDelivery = {
  readonly from: Side;
  /** Persons in the text as it stands, the lane outside parity among them. */
  readonly named: number;
  readonly told: readonly Omit<Delivered, "unsaid">[];
};

export function trancheDeliveries(state: State, tranche: Tranche): readonly TrancheDelivery[] {
  const persons = personsOf(state, tranche).filter(({ isReserve }) => !isReserve);
  return sides.map((from) => ({
    from,
    named: persons.filter(({ returnedBy }) => returnedBy === from).length,
    told: parties.map((teller) => toldBy(state, tranche, from, teller)),
  }));
}

// Another's number is used only where this side has linked a handover and not counted it; another's link never.
function toldBy(state: State, tranche: Tranche, from: Side, teller: (typeof parties)[number]) {
  const linked = new Map(linksOf(state, tranche, from, teller).map(({ view }) => [view.id, view]));
  const total = { min: 0, max: 0, counted: 0, withheld: 0 };
  for (const { accounts } of linked.values()) {
    const own = accounts.findLast(({ by }) => sideOf(by) === sideOf(teller)) ?? accounts[0];
    if (!own) continue;
    const { min, max } = rangeOf(own.count.amount);
    total.counted += 1;
    if (min === undefined && max === undefined) total.withheld += 1;
    total.min += min ?? 0;
    total.max += max ?? min ?? 0;
  }
  return { teller, ...total };
}
