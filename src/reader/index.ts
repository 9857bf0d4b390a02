export type {
  Agreement,
  Count,
  Draft,
  Entry,
  EventEntry,
  GivenParty,
  GivenPerson,
  Media,
  Meeting,
  Outcome,
  Party,
  PersonEntry,
  Process,
  Proposal,
  Reason,
  Statement,
  Terms,
} from "./draft.ts";
export { type FromPointed, secondRule } from "./pointed/index.ts";
export type { Pointed, PointedCount, PointedTerms } from "./pointed/pointed.ts";
export { languages, longestText, read, readPointed } from "./read.ts";
export { recordOf } from "./record.ts";
export type { Span } from "./text/fold.ts";
