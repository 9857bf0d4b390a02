import type { Facility, Group, PatientClass, Survival } from "./case.ts";

export const million = 1_000_000;

/** Chance to live, per million, so many minutes after the last report; rounded down. */
export function survivalAt(survival: Survival, minute: number): number {
  const after = survival.findIndex(([at]) => at >= minute);
  if (after === -1) return survival.at(-1)?.[1] ?? 0;
  const [toMinute, to] = survival[after] ?? [0, 0];
  const [fromMinute, from] = survival[after - 1] ?? [minute, to];
  if (toMinute === minute || toMinute === fromMinute) return to;
  return from - Math.ceil(((from - to) * (minute - fromMinute)) / (toMinute - fromMinute));
}

/**
 * Millionths of a life that it saves to unload one person of a group at a facility at a minute of the window, over
 * leaving him where he is. Who was reported alive before the window began is taken to be alive at its beginning.
 */
export function rewardAt(
  group: Group,
  { survival, without, code }: PatientClass,
  { care }: Facility,
  minute: number,
): number {
  const then = survivalAt(survival, Math.max(0, minute - group.reported));
  const first = survivalAt(survival, Math.max(0, -group.reported));
  if (first === 0) return 0;
  const alive = Math.floor((then * million) / first);
  return Math.max(0, Math.floor((alive * (care[code] ?? 0)) / million) - without);
}
