import type { Weight } from "../../design/index.ts";

const firm = new Set(["agreed", "prepared", "held", "proposed_it", "met"]);
const waiting = new Set(["no_answer", "open", "proposed", "agreed_in_principle", "under_study"]);

/** How firm a word on a meeting is: a yes, something that waits, or anything else that was said. */
export function weightOf(code: string): Weight {
  if (firm.has(code)) return "firm";
  return waiting.has(code) ? "waiting" : "plain";
}
