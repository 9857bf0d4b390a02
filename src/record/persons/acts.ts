import { z } from "zod";
import { actId, bytes32 } from "../act/act.ts";
import { line } from "../act/text.ts";
import { happened } from "../act/time.ts";
import { recordRef } from "../lists/record-ref.ts";

/** What an assertion is about. Where somebody is held and how he is are not here: they belong in narrower rooms. */
export const property = z.enum([
  "surname",
  "given_name",
  "patronymic",
  "other_name",
  "born",
  "birth_place",
  "sex",
  "rank",
  "service_number",
  "unit",
  "captured_on",
  "captured_where",
  "fate",
]);
export type Property = z.infer<typeof property>;

export const personActs = {
  /** Two records may be of one person: by an engine, with what it takes to run it again, or by a person's own words. */
  "match.proposed": z.strictObject({
    records: z.tuple([recordRef, recordRef]),
    basis: z.discriminatedUnion("type", [
      z.strictObject({
        type: z.literal("engine"),
        name: line(60),
        version: line(40),
        /** Probability in thousandths, as the engine calibrates it; never a place in an order. */
        perMille: z.int().min(0).max(1_000),
        inputs: bytes32,
      }),
      z.strictObject({ type: z.literal("words"), words: line(500) }),
      /** One’s own confirmation of a match of earlier versions, said of these lines too. */
      z.strictObject({ type: z.literal("earlier"), match: actId }),
    ]),
  }),
  "match.confirmed": z.strictObject({ match: actId, words: line(500).optional() }),
  /** That they are two persons: evidence against every cluster that would hold both. */
  "match.rejected": z.strictObject({ match: actId, reason: line(500) }),
  /** Takes back one's own office's confirmation or rejection. */
  "match.revoked": z.strictObject({ match: actId, reason: line(500) }),
  /** Asks the other side about a person on a list of one's own; the answer is an act of the other side. */
  "match.requested": z.strictObject({ record: recordRef, words: line(500).optional() }),
  "match.request_answered": z.strictObject({
    request: actId,
    answer: z.enum(["on_our_list", "not_on_our_lists", "no_information", "refuses_to_answer"]),
    record: recordRef.optional(),
    words: line(500).optional(),
  }),
  /** One fact about the person of a record, as one office has it. Nothing is overwritten: a later one supersedes. */
  "assertion.made": z.strictObject({
    record: recordRef,
    property,
    /** As written; absent where it is unknown, or the person gave none (Geneva III art. 17). */
    value: line(300).optional(),
    precision: z.enum(["exact", "approximate", "range", "unknown", "not_given"]),
    basis: z.enum([
      "document",
      "own_statement",
      "capture_card",
      "examination",
      "biometric",
      "witness",
      "open_source",
      "inference",
      "other_sides_list",
    ]),
    observedAt: happened.optional(),
    supersedes: actId.optional(),
  }),
  /** "No information" is not "disputes". */
  "assertion.stance_said": z.strictObject({
    assertion: actId,
    stance: z.enum(["confirms", "disputes", "no_information", "refuses_to_answer", "withdrawn"]),
    reason: line(500).optional(),
  }),
};
