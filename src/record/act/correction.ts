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
  /**
   * Said inside a sealed paper: the keys of papers that were sealed before a reader of now was seated. Each opens its
   * one file. The host reads neither the keys nor which papers they open.
   */
  "paper.keys_handed": z.strictObject({
    keys: z
      .array(
        z.strictObject({ paper: actId, key: z.string().regex(/^[A-Za-z0-9+/]{22}==$/, "must be 16 bytes") }),
      )
      .min(1)
      .max(500),
  }),
};
