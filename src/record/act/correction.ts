import { z } from "zod";
import { actId } from "./act.ts";
import { line, prose } from "./text.ts";

/** Acts about acts. A correction is a later act by the office that said the first; both stay readable. */
export const recordActs = {
  "act.corrected": z.strictObject({
    act: actId,
    reason: line(),
    /** The whole payload as it should have been; it must fit the kind of the act that it corrects. */
    payload: z.record(z.string(), z.unknown()),
    note: prose(2_000).optional(),
  }),
  /** In clear only the header; the act inside is read by those who hold the key. */
  "paper.sealed": z.undefined(),
};
