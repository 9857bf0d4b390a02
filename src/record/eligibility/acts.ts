import { z } from "zod";
import { side } from "../access/offices.ts";
import { actId } from "../act/act.ts";
import { line, name } from "../act/text.ts";
import { civilDate } from "../act/time.ts";
import { source } from "../claims/acts.ts";
import { recordRef } from "../lists/record-ref.ts";
import { category, medicalClass } from "./categories.ts";
import { persons } from "./persons.ts";

/** Which reading of a bilateral term was applied, and to which day: age at capture, agreement or transfer differ. */
const term = z.strictObject({
  version: line(40),
  reference: z.enum(["capture", "agreement", "transfer"]),
  on: civilDate.optional(),
});

export const eligibilityActs = {
  /** That these persons, held by a side, ought to return, and by what. */
  "eligibility.proposed": z.strictObject({
    heldBy: side,
    persons,
    category,
    term: term.optional(),
    agreement: actId.optional(),
    source,
  }),
  /** What a medical commission found and decided of one person (Geneva III art. 112, Annex I). */
  "eligibility.examined": z.strictObject({
    person: recordRef,
    decision: z.enum(["repatriate", "neutral_country", "return_to_camp", "defer"]),
    class: medicalClass.optional(),
    /** The paragraph of Annex I that bears it out. */
    evidence: line(40),
    examiner: name,
    on: civilDate,
  }),
  /** All that leaves the medical room: who, and the class; never why. */
  "eligibility.certified": z.strictObject({
    heldBy: side,
    persons,
    class: medicalClass,
    /** The day of the decision, from which three months run (Annex II art. 12). */
    decidedOn: civilDate,
  }),
  /** These persons do not return now. One reason for all causes, so that nobody learns who refused. */
  "eligibility.withheld": z.strictObject({ heldBy: side, persons, reason: z.enum(["not_available"]) }),
  /** The person's own wish (Geneva III art. 109(3)), told to the operator alone. */
  "wish.taken": z.strictObject({
    person: recordRef,
    wish: z.enum(["wants", "unwilling", "undetermined"]),
    privately: z.boolean(),
    on: civilDate,
  }),
};
