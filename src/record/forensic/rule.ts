import type { Evidence } from "./acts.ts";
import { type Level, primaryMethods, supportingMethods } from "./codes.ts";

/** What the rule still asks before an identification can be confirmed: any one of the three ways. */
export type Asked = {
  readonly isEnough: boolean;
  /** A sample that the person gave in life is there. */
  readonly hasLifetimeSample: boolean;
  /** Close relatives of whom a sample agrees, and how many there must be. */
  readonly closeRelatives: number;
  readonly relativesAsked: number;
  /** The most methods by which one close relative was compared, and how many there must be. */
  readonly methodsOfOne: number;
  readonly methodsAsked: number;
};

const relativesAsked = 2;
const methodsAsked = 2;

/**
 * Confirmed is: the person's own sample from life, or two close relatives, or one by two methods. One method and one
 * relative have buried a stranger under the name of a living prisoner.
 */
export function askedFor(evidence: readonly Evidence[]): Asked {
  const methods = new Map<number, Set<string>>();
  for (const one of evidence)
    if (one.type === "relative" && one.close)
      methods.set(one.sample, (methods.get(one.sample) ?? new Set()).add(one.genes));
  const hasLifetimeSample = evidence.some((one) => one.type === "lifetime_sample");
  const closeRelatives = methods.size;
  const methodsOfOne = Math.max(0, ...[...methods.values()].map((one) => one.size));
  return {
    isEnough: hasLifetimeSample || closeRelatives >= relativesAsked || methodsOfOne >= methodsAsked,
    hasLifetimeSample,
    closeRelatives,
    relativesAsked,
    methodsOfOne,
    methodsAsked,
  };
}

/** Whether the evidence carries a level. Recognising by sight alone carries none. */
export function carries(evidence: readonly Evidence[], level: Level): boolean {
  if (level === "confirmed") return askedFor(evidence).isEnough;
  const methods = new Set<string>(evidence.map(({ type }) => type));
  const supporting = supportingMethods.filter((one) => methods.has(one));
  return primaryMethods.some((one) => methods.has(one)) || supporting.length >= 2;
}
