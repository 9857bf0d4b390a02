import { allLists, oneCommitment } from "./all-query.ts";
import { compareLists } from "./compare-query.ts";
import { listChanges, listLines, oneList, takeOver, unansweredLines } from "./one-query.ts";
import { onePerson } from "./person-query.ts";

export const listQueries = {
  "lists.all": allLists,
  "lists.commitment": oneCommitment,
  "lists.one": oneList,
  "lists.lines": listLines,
  "lists.unanswered": unansweredLines,
  "lists.take_over": takeOver,
  "lists.changes": listChanges,
  "lists.compare": compareLists,
  "lists.person": onePerson,
} as const;
