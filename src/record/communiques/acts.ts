import { z } from "zod";
import { actId } from "../act/act.ts";
import { language, line, prose } from "../act/text.ts";
import { instant } from "../act/time.ts";

/** The same text in one language. Which wording is authentic is said in the text, by those who clear it. */
const version = z.strictObject({ language, title: line(), text: prose(6_000) });
export type Version = z.infer<typeof version>;

const versions = z
  .array(version)
  .min(1)
  .max(6)
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
  /** The text as all three have cleared it, word for word: with this act it is public. */
  "communique.released": z.strictObject({ communique: actId, versions }),
};
