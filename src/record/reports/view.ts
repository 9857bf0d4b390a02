import type { ActId } from "../act/act.ts";
import type { ReportCited } from "../claims/acts.ts";
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

/** What else cites the same words of a report as an act does: its places meet theirs. O(all that is read). */
export function besideInReport(state: State, id: ActId): readonly ActId[] {
  const own = reportsCited(state.entries.get(id)?.act.payload);
  if (own.length === 0) return [];
  return [...state.entries.values()]
    .filter(({ act }) => act.id !== id && reportsCited(act.payload).some((other) => own.some(meets(other))))
    .map(({ act }) => act.id);
}

function meets(other: ReportCited) {
  return (one: ReportCited) =>
    one.digest === other.digest &&
    one.spans.some((here) => other.spans.some((there) => here.from < there.to && there.from < here.to));
}
