import type { Reason } from "../draft.ts";

/** Field by field, the rule and the words that a value stands on. */
export type Because = Record<string, Reason>;
