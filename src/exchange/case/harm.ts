import type { Case, MedicalClass } from "./case.ts";
import { dayOf } from "./days.ts";

/** Days from the start to each tranche. */
export function trancheDays({ start, tranches }: Pick<Case, "start" | "tranches">): readonly number[] {
  const first = dayOf(start) ?? Number.NaN;
  return tranches.map(({ date }) => (dayOf(date) ?? Number.NaN) - first);
}

/** Harm on a day: straight lines between the class's points, rounded down; flat before the first and after the last. */
export function harmOn({ harm }: MedicalClass, day: number): number {
  const after = harm.findIndex(([at]) => at >= day);
  if (after === -1) return harm.at(-1)?.[1] ?? 0;
  const [toDay, toHarm] = harm[after] ?? [0, 0];
  const [fromDay, fromHarm] = harm[after - 1] ?? [day, toHarm];
  if (toDay === fromDay || toDay === day) return toHarm;
  return fromHarm + Math.floor(((toHarm - fromHarm) * (day - fromDay)) / (toDay - fromDay));
}
