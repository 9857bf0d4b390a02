import type { Random } from "#base";
import type { ClassOfPersons } from "../search/classes.ts";
import { improve } from "../search/improve.ts";
import type { Model } from "../search/model.ts";
import { unlimited } from "../search/model.ts";
import { Placement } from "../search/placement.ts";

/**
 * What comparing numbers costs the wounded and sick: the plan beside one that differs in nothing but that no numbers are
 * compared (Geneva III art. 109 knows no such comparison).
 */
export type ParityPrice = {
  /** Harm that parity adds. */
  readonly harm: number;
  /** Days of delay of all medical persons together, and of the one who waits longest. */
  readonly delayDays: number;
  readonly longestDelayDays: number;
  /** Medical persons who go later, and who go in no tranche, because of parity. */
  readonly later: number;
  readonly unreturned: number;
};

export type PriceOptions = {
  readonly random: Random;
  readonly steps: number;
  readonly stopped: () => boolean;
  /** Where the medical would go by pick-ups alone. */
  readonly unbound: Placement | undefined;
};

/** The model without any comparison of numbers: parity, categories, ladder, alternation, limits. */
function withoutParity(model: Model): Model {
  return {
    ...model,
    rowLimit: model.rowLimit.map(() => unlimited),
    alternation: unlimited,
    limit: unlimited,
  };
}

export function parityPrice(
  placement: Placement,
  classes: readonly ClassOfPersons[],
  { random, steps, stopped, unbound }: PriceOptions,
): ParityPrice {
  const { model } = placement;
  const { N, T, medical, days } = model;
  const free = new Placement(withoutParity(model));
  for (let i = 0; i < N; i++) free.move(i, placement.at[i] ?? T);
  improve(free, classes, { random, steps, stopped });
  const best = unbound && unbound.harm < free.harm && coversAsMany(unbound, placement) ? unbound : free;
  let [delayDays, longestDelayDays, later, unreturned] = [0, 0, 0, 0];
  for (let i = 0; i < N; i++) {
    if ((medical[i] ?? -1) < 0) continue;
    const [t, freely] = [placement.at[i] ?? T, best.at[i] ?? T];
    if (t === T && freely < T) unreturned++;
    if (t < T && freely < T) {
      const delay = (days[t] ?? 0) - (days[freely] ?? 0);
      delayDays += delay;
      longestDelayDays = Math.max(longestDelayDays, delay);
      if (delay > 0) later++;
    }
  }
  const harm = placement.harm - best.harm;
  if (harm <= 0) return { harm: 0, delayDays: 0, longestDelayDays: 0, later: 0, unreturned: 0 };
  return { harm, delayDays: Math.max(0, delayDays), longestDelayDays, later, unreturned };
}

// Whether of the medical who are agreed in full no more stay than in the plan: else more than parity differs.
function coversAsMany(one: Placement, other: Placement): boolean {
  const { N, T, medical, cover } = other.model;
  let more = 0;
  for (let i = 0; i < N; i++)
    if (cover[i] && (medical[i] ?? -1) >= 0) more += (one.at[i] === T ? -1 : 0) + (other.at[i] === T ? 1 : 0);
  return more >= 0;
}
