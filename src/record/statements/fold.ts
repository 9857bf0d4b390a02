import type { ActId } from "../act/act.ts";
import type { Handlers } from "../fold/state.ts";
import type { statementActs } from "./acts.ts";

/** Captured words, the claims found in them, and the answers of the office on whose behalf they were said. */
type Statement = { readonly id: ActId; readonly claims: ActId[]; readonly answers: ActId[] };
export type StatementsState = Map<ActId, Statement>;

export function emptyStatements(): StatementsState {
  return new Map();
}

export const statementHandlers: Handlers<keyof typeof statementActs> = {
  "statement.captured": ({ statements }, { act }) => {
    statements.set(act.id, { id: act.id, claims: [], answers: [] });
    return undefined;
  },
  "statement.claim_noted": ({ statements }, { act }) => {
    const statement = statements.get(act.payload.statement);
    if (!statement) return act.payload.statement;
    statement.claims.push(act.id);
    return undefined;
  },
  "statement.answered": ({ statements }, { act }) => {
    const statement = statements.get(act.payload.statement);
    if (!statement) return act.payload.statement;
    statement.answers.push(act.id);
    return undefined;
  },
};
