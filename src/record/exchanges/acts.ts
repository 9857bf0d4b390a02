import { z } from "zod";
import { actId } from "../act/act.ts";
import { line, prose } from "../act/text.ts";
import { civilDate } from "../act/time.ts";
import { claim, handoverAccount, linkClaim, source } from "../claims/acts.ts";

export const exchangeActs = {
  /** What this side itself will hand over under an agreed point or proposal. */
  "pledge.made": z.strictObject({
    agreement: actId,
    gives: claim,
    category: line().optional(),
    by: civilDate.optional(),
    words: prose(2_000).optional(),
    source,
  }),
  /** That a list went to the other side; the lists themselves have a room of their own. */
  "list.handed_over": z.strictObject({ agreement: actId.optional(), count: claim, title: line() }),
  /** The giving side's account. */
  "exchange.handed_over": handoverAccount,
  /** The receiving side's account. */
  "exchange.received": handoverAccount,
  "exchange.linked": linkClaim,
};
