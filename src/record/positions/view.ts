import { type PerSide, partyOf, type Side, sides } from "../access/offices.ts";
import type { Entry } from "../act/entry.ts";
import type { Act } from "../act/kinds.ts";
import { known, type State } from "../fold/state.ts";
import type { ReportEntry } from "../reports/acts.ts";
import type { Issue } from "./fold.ts";

/** Whose position an entry of a report can be: a proposal's authors, an agreement's parties; nobody's for all else. */
export function sidesHeld(entry: ReportEntry): readonly Side[] {
  const actors = entry.class === "proposal" ? entry.by : entry.class === "agreement" ? entry.between : [];
  return sides.filter((side) => actors.some((one) => "office" in one && one.office === partyOf(side)));
}

/** Each side's latest cited position on an issue, those before it, the latest first, and how offices have classified it. No number for distance. */
export type IssueView = {
  readonly issue: Entry<Act<"issue.opened">>;
  readonly latest: PerSide<Entry<Act<"position.cited">> | undefined>;
  readonly earlier: PerSide<readonly Entry<Act<"position.cited">>[]>;
  readonly classified: readonly Entry<Act<"issue.classified">>[];
};

export function issueView(state: State, issue: Issue): IssueView {
  const cited = issue.cited.map((id) => known(state, id, "position.cited"));
  const held = (side: Side) =>
    cited
      .filter((one) => one.act.payload.side === side)
      .toSorted((one, other) => one.act.payload.dated.localeCompare(other.act.payload.dated));
  return {
    issue: known(state, issue.id, "issue.opened"),
    latest: { a: held("a").at(-1), b: held("b").at(-1) },
    earlier: { a: held("a").slice(0, -1).toReversed(), b: held("b").slice(0, -1).toReversed() },
    classified: issue.classified.map((id) => known(state, id, "issue.classified")),
  };
}
