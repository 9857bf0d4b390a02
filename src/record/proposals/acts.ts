import { z } from "zod";
import { actId } from "../act/act.ts";
import { line, prose } from "../act/text.ts";
import { civilDate, instant } from "../act/time.ts";
import { source } from "../claims/acts.ts";
import { termKey, terms } from "./terms.ts";

const content = {
  title: line(),
  terms,
  /** The round at which it was put on the table, where it was one. */
  round: actId.optional(),
  /** The author's own earlier proposal that this one replaces. */
  retables: actId.optional(),
  /** The other side's proposal that this one answers term by term. */
  counters: actId.optional(),
  /** The agreed proposal or point whose open terms this one completes. */
  details: actId.optional(),
  lapsesAt: z.union([instant, civilDate]).optional(),
  rationale: prose(4_000).optional(),
};

const answers = [
  "under_study",
  "accepted",
  "accepted_ad_referendum",
  "countered",
  "reserved",
  "declined",
] as const;
export type Answer = (typeof answers)[number];

export const proposalActs = {
  /** A paper of one's own, in an internal room. */
  "proposal.drafted": z.strictObject(content),
  /** On the table: the author stands behind it and awaits each addressee's answer. */
  "proposal.tabled": z.strictObject({ ...content, source }),
  "proposal.answered": z.strictObject({
    proposal: actId,
    answer: z.enum(answers),
    /** When the study is to end. */
    due: z.union([instant, civilDate]).optional(),
    /** Needed with "countered": the counter-proposal, tabled before. */
    counter: actId.optional(),
    /** Needed with "reserved": what is reserved. */
    reservation: prose(2_000).optional(),
    /** Single terms where the answer differs from the one to the whole. */
    termAnswers: z
      .array(z.strictObject({ key: termKey, answer: z.enum(answers) }))
      .max(60)
      .optional(),
    words: prose(2_000).optional(),
    source,
  }),
  "proposal.withdrawn": z.strictObject({ proposal: actId, reason: line() }),
  /** The party that set a condition says whether it is met. */
  "condition.answered": z.strictObject({ proposal: actId, key: termKey, met: z.boolean(), source }),
};
