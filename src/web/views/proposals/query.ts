import { answerStart } from "./answer-query.ts";
import { proposalsDiff, proposalsLiveDiff } from "./diff-query.ts";
import { paper } from "./paper-query.ts";
import { proposalsTable } from "./table-query.ts";
import { proposal } from "./text-query.ts";

/** The questions of this view, by their names. */
export const proposalQueries = {
  "proposals.table": proposalsTable,
  "proposals.one": proposal,
  "proposals.diff": proposalsDiff,
  "proposals.live_diff": proposalsLiveDiff,
  "proposals.paper": paper,
  "proposals.answer": answerStart,
} as const;
