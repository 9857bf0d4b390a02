import type { Act } from "../act/kinds.ts";
import { entryOf, type State } from "../fold/state.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";

/** What may be said about statements. */
export function refuseStatements(state: State, act: Act): Refusal | undefined {
  switch (act.kind) {
    case "statement.captured": {
      const stray = act.payload.about?.find((id) => !state.entries.has(id));
      return stray && refusal("SM1", "The act {id} is not in what this office reads.", { id: stray });
    }
    case "statement.claim_noted": {
      const statement = entryOf(state, act.payload.statement, "statement.captured");
      if (!statement) return noStatement();
      const { from, to } = act.payload.span;
      if (from >= to || to > statement.act.payload.verbatim.length)
        return refusal("SM2", "The span {from}-{to} is not within the {length} characters said.", {
          from,
          to,
          length: statement.act.payload.verbatim.length,
        });
      if ((act.payload.type === "gives_number") !== (act.payload.claim !== undefined))
        return refusal("SM3", "A claim that gives a number carries the number, and only that one does.");
      return undefined;
    }
    case "statement.answered": {
      const statement = entryOf(state, act.payload.statement, "statement.captured");
      if (!statement) return noStatement();
      if (statement.act.payload.onBehalfOf !== act.by.office)
        return refusal("SM4", "The office on whose behalf it was said confirms, corrects or disowns it.");
      return undefined;
    }
    default:
      return undefined;
  }
}

function noStatement(): Refusal {
  return refusal("SM5", "There is no such statement in what this office reads.");
}
