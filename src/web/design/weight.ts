/** How firm a word is: told by its border and by the word itself, never by colour alone. */
export type Weight = "plain" | "waiting" | "firm" | "attention";

const firm: ReadonlySet<string> = new Set([
  "agreed",
  "date_agreed",
  "record_accepted",
  "confirmed",
  "recorded_it",
  "prepared",
  "held",
  "proposed_it",
  "met",
  "accepted",
  "tabled_it",
  "locked",
  "ready",
  "carried_out",
  "staged",
  "go",
]);
// Agreed in principle is not agreed, and ad referendum binds nobody until it is confirmed.
const waiting: ReadonlySet<string> = new Set([
  "no_answer",
  "open",
  "proposed",
  "tabled",
  "agreed_in_principle",
  "confirmed_in_principle",
  "agreed_ad_referendum",
  "accepted_ad_referendum",
  "under_study",
  "staged_in_part",
]);

/** The weight of a word of the record: a yes, something that waits, or anything else that was said. */
export function weightOf(word: string): Weight {
  if (firm.has(word)) return "firm";
  return waiting.has(word) ? "waiting" : "plain";
}
