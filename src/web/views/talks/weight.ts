import type { Weight } from "../../design/index.ts";

const firm = new Set(["agreed", "date_agreed", "record_accepted", "confirmed", "recorded_it"]);
const waiting = new Set(["no_answer", "open", "proposed", "agreed_in_principle", "confirmed_in_principle"]);

/** How firm a word of the talks is: a yes, something that waits, or anything else that was said. */
export function weightOf(code: string): Weight {
  if (firm.has(code)) return "firm";
  return waiting.has(code) ? "waiting" : "plain";
}
