/** A time of work at one desk: from what was held when it began, one sees what has come since. */
export type Visit = {
  /** Epoch ms by this device's clock: when the copy was last opened. */
  readonly openedAt: number;
  /** Epoch ms by the host's clock: the receipt of the newest entry held before the visit; undefined on the first. */
  readonly since: number | undefined;
};

/** A copy that is opened again within this time, as by reloading a page, goes on with the same visit. */
const pauseMs = 30 * 60_000;

/** The visit that opening a copy begins or goes on with; `newest` is the receipt of the newest entry it holds. */
export function visitAfter(before: Visit | undefined, newest: number | undefined, now: number): Visit {
  const goesOn = before !== undefined && now >= before.openedAt && now - before.openedAt < pauseMs;
  return { openedAt: now, since: goesOn ? before.since : newest };
}
