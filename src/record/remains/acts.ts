import { z } from "zod";
import { side } from "../access/offices.ts";
import { actId } from "../act/act.ts";
import { prose } from "../act/text.ts";
import { civilDate } from "../act/time.ts";
import { claim, handoverAccount, linkClaim } from "../claims/acts.ts";

/** Counts are of containers as handed over; who a person was is never said at a handover. */
export const remainsActs = {
  "remains.offered": z.strictObject({
    to: side,
    count: claim,
    agreement: actId.optional(),
    from: civilDate.optional(),
    words: prose(2_000).optional(),
  }),
  "remains.handed_over": handoverAccount,
  "remains.received": handoverAccount,
  /** How many of those received the receiving side accepts as its own, after examination. */
  "remains.accepted": z.strictObject({ handover: actId, count: claim, words: prose(2_000).optional() }),
  /** All so far, as this office counts. */
  "remains.total_claimed": z.strictObject({
    direction: z.strictObject({ from: side, to: side }),
    count: claim,
  }),
  "remains.linked": linkClaim,
};
