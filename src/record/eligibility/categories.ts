import { z } from "zod";

/** Geneva III art. 110(1) 1-3: direct repatriation; art. 110(2) 1-2: accommodation in a neutral country. */
export const medicalClasses = ["dr1", "dr2", "dr3", "nc1", "nc2"] as const;
export const medicalClass = z.enum(medicalClasses);

/** What the parties agree between themselves; each needs its exact reading and its reference date. */
export const bilateralTerms = ["women", "under_25", "longest_held", "civilians"] as const;

/** Why a person is to return: a medical class, a bilateral term, or by number alone. */
export const categories = [...medicalClasses, ...bilateralTerms, "number"] as const;
export const category = z.enum(categories);
export type Category = z.infer<typeof category>;

// Geneva III art. 109: to be sent back "regardless of number or rank".
const unconditional: ReadonlySet<Category> = new Set<Category>(["dr1", "dr2", "dr3"]);

/** In the lane outside parity: owed whatever the other side does, and never counted against anybody. */
export function isOutsideParity(of: Category): boolean {
  return unconditional.has(of);
}

export function isBilateral(of: Category): boolean {
  return bilateralTerms.some((one) => one === of);
}
