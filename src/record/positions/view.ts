import { type PerSide, sides } from "../access/offices.ts";
import type { Entry } from "../act/entry.ts";
import type { Act } from "../act/kinds.ts";
import { known, type State } from "../fold/state.ts";
import type { Issue } from "./fold.ts";

/** Each side's latest cited position on an issue, and how offices have classified it. No number for distance. */
export type IssueView = {
  readonly issue: Entry<Act<"issue.opened">>;
  readonly latest: PerSide<Entry<Act<"position.cited">> | undefined>;
  readonly classified: readonly Entry<Act<"issue.classified">>[];
};

export function issueView(state: State, issue: Issue): IssueView {
  const cited = issue.cited.map((id) => known(state, id, "position.cited"));
  const latest = Object.fromEntries(
    sides.map((side) => [
      side,
      cited
        .filter((one) => one.act.payload.side === side)
        .toSorted((one, other) => one.act.payload.dated.localeCompare(other.act.payload.dated))
        .at(-1),
    ]),
  ) as IssueView["latest"]; // the keys are the two sides
  return {
    issue: known(state, issue.id, "issue.opened"),
    latest,
    classified: issue.classified.map((id) => known(state, id, "issue.classified")),
  };
}
