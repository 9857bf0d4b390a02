import { statement } from "./one.ts";
import { positions } from "./positions.ts";
import { register } from "./register.ts";
import { capture } from "./saying-query.ts";

/** The questions of the statements' view, by name. */
export const statementQueries = {
  "statements.register": register,
  "statements.one": statement,
  "statements.positions": positions,
  "statements.capture": capture,
} as const;
