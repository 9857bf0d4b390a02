import { z } from "zod";
import { actId, memberId } from "../act/act.ts";
import { language, line, prose } from "../act/text.ts";
import { instant } from "../act/time.ts";
import {
  conditions,
  consistencies,
  findingKinds,
  lateralities,
  outcomes,
  purposes,
  shares,
  sites,
  steps,
  takers,
} from "./codes.ts";

/** Who examined, that he takes no part in other questioning, and the consent that it rests on. */
const examined = {
  return: actId,
  consent: actId,
  at: instant,
  examiner: memberId,
  independent: z.boolean(),
};

export const returnActs = {
  /** A person came back. He is a number of this reception: no name is needed here. */
  "return.received": z.strictObject({
    person: z.int().min(1).max(9_999_999),
    at: instant,
    condition: z.enum(conditions),
    /** The code of the wristband of the day at the line. */
    wristband: line(40).optional(),
    /** The line of the list by which he came. */
    record: z.strictObject({ list: actId, line: z.int().positive() }).optional(),
  }),
  "return.step_done": z.strictObject({
    return: actId,
    step: z.enum(steps),
    at: instant,
    outcome: z.enum(outcomes),
    until: instant.optional(),
    words: prose(4_000).optional(),
  }),
  /** One finding of an examination by the Istanbul Protocol, beside the person's own account of it. */
  "return.finding_recorded": z.strictObject({
    ...examined,
    site: z.enum(sites),
    laterality: z.enum(lateralities).optional(),
    kind: z.enum(findingKinds),
    account: prose(8_000).optional(),
    finding: prose(8_000),
    consistency: z.enum(consistencies),
  }),
  /** The examiner's opinion of the whole. */
  "return.impression_recorded": z.strictObject({
    ...examined,
    inPrivate: z.boolean(),
    consistency: z.enum(consistencies),
    words: prose(12_000),
  }),
};

export const consentActs = {
  "consent.given": z.strictObject({
    return: actId,
    purpose: z.enum(purposes),
    at: instant,
    /** What he was told and what he agreed to, as it was said to him. */
    words: prose(4_000),
    language,
    takenBy: z.enum(takers),
    /** Asked before, in custody or at the line, and asked again now. */
    again: z.boolean(),
    shares: z.array(z.enum(shares)).min(1).max(shares.length).optional(),
    reach: line().optional(),
  }),
  "consent.withdrawn": z.strictObject({ consent: actId, at: instant }),
};
