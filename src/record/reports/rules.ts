import type { Act } from "../act/kinds.ts";
import type { ReportCited } from "../claims/acts.ts";
import { known, type State } from "../fold/state.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";
import { reportsCited } from "./cited.ts";

/** What may be said of reports: how they are cited, by any kind of act, and who takes an entry back. */
export function refuseReports(state: State, act: Act): Refusal | undefined {
  for (const report of reportsCited(act.payload)) {
    const refused = refuseSpans(report);
    if (refused) return refused;
  }
  return act.kind === "report.entry_withdrawn" ? refuseWithdrawal(state, act) : undefined;
}

function refuseSpans({ spans, length }: ReportCited): Refusal | undefined {
  let end = 0;
  for (const { from, to } of spans) {
    if (from >= to || to > length)
      return refusal("RE1", "The span {from}-{to} is not within the {length} characters of the report.", {
        from,
        to,
        length,
      });
    if (from < end) return refusal("RE2", "Spans stand in the order of the report and do not overlap.");
    end = to;
  }
  return undefined;
}

function refuseWithdrawal(state: State, act: Act<"report.entry_withdrawn">): Refusal | undefined {
  const noted = state.reports.entries.get(act.payload.entry);
  if (!noted) return refusal("RE3", "There is no such entry in what this office reads.");
  const entry = known(state, noted.id, "report.entry_noted").act;
  if (entry.by.office !== act.by.office)
    return refusal("RE4", "An entry is taken back by the office that noted it.");
  if (entry.room !== act.room) return refusal("RE5", "An entry is taken back in the room where it stands.");
  return noted.withdrawnBy ? refusal("RE6", "It was taken back already.") : undefined;
}
