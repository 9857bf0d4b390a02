import type { Side } from "../access/offices.ts";
import { type Category, categories, isOutsideParity } from "../eligibility/categories.ts";
import type { State } from "../fold/state.ts";
import { aggregated, type Shown } from "./aggregate.ts";
import type { Tranche } from "./fold.ts";
import { personsOf } from "./persons-of.ts";

/** How many a side returns under a tranche, as it may be shown to whoever looks on: small counts are withheld.
 * `outside` is the lane outside parity, and `within` all else: the numbers that are held against each other. */
export function shownCounts(
  state: State,
  tranche: Tranche,
  side: Side,
): {
  readonly cells: Readonly<Record<Category, Shown>>;
  readonly total: Shown;
  readonly outside: Shown;
  readonly within: Shown;
} {
  const own = personsOf(state, tranche).filter((one) => one.returnedBy === side && !one.isReserve);
  const counts = Object.fromEntries(
    categories.map((one) => [one, own.filter(({ category }) => category === one).length]),
  ) as Record<Category, number>; // of all categories
  const { cells, total } = aggregated(counts);
  const lane = categories.filter(isOutsideParity).map((one) => cells[one]);
  const isShown = lane.every((one) => typeof one === "number");
  const outside = isShown ? lane.reduce<number>((sum, one) => sum + Number(one), 0) : "withheld";
  const within = outside === "withheld" || total === "withheld" ? "withheld" : total - outside;
  return { cells, total, outside, within };
}
