import type { Weight } from "../../design/index.ts";

const firm = new Set(["agreed", "accepted", "tabled_it"]);
const waiting = new Set([
  "no_answer",
  "tabled",
  "agreed_ad_referendum",
  "accepted_ad_referendum",
  "under_study",
]);

/** How firm a word on a proposal is: a yes, something that waits, or anything else that was said. */
export function weightOf(word: string): Weight {
  if (firm.has(word)) return "firm";
  return waiting.has(word) ? "waiting" : "plain";
}
