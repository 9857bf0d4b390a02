import type { Act } from "../act/kinds.ts";
import { entryOf, type State } from "../fold/state.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";

/** What may be said about a leaders' meeting. */
export function refuseSummits(state: State, act: Act): Refusal | undefined {
  const { meetings, lifted } = state.summits;
  switch (act.kind) {
    case "summit.proposed": {
      const { retables } = act.payload;
      const earlier = retables && meetings.get(retables);
      if (retables && !earlier) return noSummit();
      if (earlier && (earlier.author !== act.by.office || earlier.retabledAs))
        return refusal("SU2", "Only its author proposes a meeting again, and the latest one.");
      return undefined;
    }
    case "summit.answered": {
      const summit = meetings.get(act.payload.summit);
      if (!summit) return noSummit();
      return summit.author === act.by.office
        ? refusal("SU3", "The author does not answer itself.")
        : undefined;
    }
    case "summit.condition_set":
      if (!meetings.has(act.payload.summit)) return noSummit();
      return act.payload.node === act.payload.requires
        ? refusal("SU4", "Nothing is a condition of itself.")
        : undefined;
    case "summit.condition_lifted":
    case "summit.condition_met": {
      const condition = entryOf(state, act.payload.condition, "summit.condition_set");
      if (!condition) return refusal("SU5", "There is no such condition in what this office reads.");
      if (act.kind === "summit.condition_lifted" && condition.act.by.office !== act.by.office)
        return refusal("SU6", "Only the office that set a condition lifts it.");
      return lifted.has(act.payload.condition)
        ? refusal("SU5", "The condition is lifted already.")
        : undefined;
    }
    case "summit.track_set":
    case "summit.held":
      return meetings.has(act.payload.summit) ? undefined : noSummit();
    default:
      return undefined;
  }
}

function noSummit(): Refusal {
  return refusal("SU1", "There is no such meeting in what this office reads.");
}
