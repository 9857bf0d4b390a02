import type { Office } from "../access/offices.ts";
import type { Entry } from "../act/entry.ts";
import type { Act } from "../act/kinds.ts";
import { epochMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";

export type ContactLine = Entry<Act<"contact.claimed">>;

/** What each office has claimed, by the lines' own time, latest first; of one time what came later stands. */
export function contactLines(state: State): ReadonlyMap<Office, readonly ContactLine[]> {
  return new Map(
    [...state.contact.lines].map(([office, ids]) => [
      office,
      ids
        .map((id) => known(state, id, "contact.claimed"))
        .toReversed()
        .toSorted((one, other) => epochMs(other.act.payload.asOf) - epochMs(one.act.payload.asOf)),
    ]),
  );
}
