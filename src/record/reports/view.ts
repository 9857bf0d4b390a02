import type { ActId } from "../act/act.ts";
import { known, type State } from "../fold/state.ts";
import { reportsCited } from "./cited.ts";

/** One report by its digest: the acts that cite it, in the order of the log. */
export type ReportView = { readonly digest: string; readonly acts: readonly ActId[] };

/** Reports that anything cites, in the order in which they were first cited. O(all that is read). */
export function reportsOf(state: State): readonly ReportView[] {
  const byDigest = new Map<string, ActId[]>();
  for (const { act } of state.entries.values())
    for (const digest of new Set(reportsCited(act.payload).map((one) => one.digest)))
      byDigest.set(digest, [...(byDigest.get(digest) ?? []), act.id]);
  return [...byDigest].map(([digest, acts]) => ({ digest, acts }));
}

/** What a report was said to say, and whether that was taken back. */
export function entryOfReport(state: State, id: ActId) {
  const noted = state.reports.entries.get(id);
  if (!noted) return undefined;
  const { withdrawnBy } = noted;
  return {
    noted: known(state, id, "report.entry_noted"),
    withdrawn: withdrawnBy && known(state, withdrawnBy, "report.entry_withdrawn"),
  };
}
