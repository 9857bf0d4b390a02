import type { Dice } from "./dice.ts";
import type { Neighbours } from "./neighbours.ts";
import type { Tours } from "./tours.ts";

/** The longest string taken out of a tour. */
const longest = 10;

/**
 * Takes stops out: strings that lie near to one another in one or two tours (Christiaens and Vanden Berghe, Slack Induction
 * by String Removals, 2020), some with a part in the middle left standing; or now and then a few stops anywhere.
 */
export function ruin(tours: Tours, dice: Dice, neighbours: Neighbours): void {
  if (dice.share() < 0.08) scatter(tours, dice);
  else strings(tours, dice, neighbours);
}

function scatter(tours: Tours, dice: Dice): void {
  const { sites } = tours.network;
  let left = 1 + dice.below(8);
  for (let tries = 0; tries < 40 && left > 0; tries++) {
    const site = sites[dice.below(sites.length)] ?? 0;
    const r = tours.tourOf[site] ?? -1;
    if (r < 0) continue;
    tours.remove(r, tours.positionOf(site), 1, 0, 0);
    left--;
  }
}

function strings(tours: Tours, dice: Dice, neighbours: Neighbours): void {
  const { teams, sites } = tours.network;
  let left = teams === 1 ? 1 : 1 + dice.below(2);
  const near = neighbours.of(sites[dice.below(sites.length)] ?? 0);
  for (let q = 0; q < near.length && left > 0; q++) {
    const site = near[q] ?? 0;
    const r = tours.tourOf[site] ?? -1;
    if (r < 0 || tours.isChanged(r)) continue;
    const length = tours.stops[r] ?? 0;
    const at = tours.positionOf(site);
    const count = 1 + dice.below(Math.min(longest, length));
    const keep =
      count > 1 && length > count && dice.share() < 0.4 ? 1 + dice.below(Math.min(3, length - count)) : 0;
    const low = Math.max(1, at - count - keep + 1);
    const high = Math.min(at, length - count - keep + 1);
    const from = low + dice.below(high - low + 1);
    tours.remove(r, from, count, keep > 0 ? from + 1 + dice.below(count - 1) : 0, keep);
    left--;
  }
}
