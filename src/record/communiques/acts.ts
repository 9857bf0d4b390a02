import { z } from "zod";
import { actId, bytes32 } from "../act/act.ts";
import { language, line, prose } from "../act/text.ts";
import { instant } from "../act/time.ts";

/** The same text in one language. Which wording is authentic is said in the text, by those who clear it. */
const version = z.strictObject({ language, title: line(), text: prose(4_000) });
export type Version = z.infer<typeof version>;

const versions = z
  .array(version)
  .min(1)
  .max(4)
  .refine((all) => new Set(all.map((one) => one.language)).size === all.length, {
    error: "must have each language once",
  });

export const communiqueActs = {
  /** One joint text in its languages, to be published at one instant: at a time, or with the last clearance. */
  "communique.tabled": z.strictObject({
    versions,
    /** Without it the text is released with the last clearance. */
    releaseAt: instant.optional(),
    replaces: actId.optional(),
  }),
  /** What one of the three says of one language version, for itself alone. */
  "communique.answered": z.strictObject({
    communique: actId,
    language,
    answer: z.enum(["cleared_for_release", "not_cleared_for_release"]),
    words: prose(2_000).optional(),
  }),
  /**
   * A release signed ahead of its time: whoever keeps the record publishes it at that moment, as it stands. Its bytes
   * and signature are those of the act "communique.released".
   */
  "communique.release_deposited": z.strictObject({
    communique: actId,
    act: z.base64().max(50_000),
    key: bytes32,
    signature: z.base64().length(88),
  }),
  /** The text as all three have cleared it, word for word: with this act it is public. */
  "communique.released": z.strictObject({ communique: actId, versions }),
};
