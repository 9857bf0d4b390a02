import { z } from "zod";
import { office } from "../access/offices.ts";
import { actId } from "../act/act.ts";
import { line, name, prose } from "../act/text.ts";
import { civilDate, happened } from "../act/time.ts";
import { amount, source } from "../claims/acts.ts";

/** An office of the process, or somebody outside it by name. */
const actor = z.union([z.strictObject({ office }), z.strictObject({ name })]);
export type Actor = z.infer<typeof actor>;
const actors = z.array(actor).max(12);

const count = z.strictObject({
  amount,
  what: z.enum([
    "prisoners",
    "bodies",
    "civilians",
    "children",
    "wounded_persons",
    "persons",
    "killed",
    "incidents",
    "sites",
    "other",
  ]),
  /** Who gets them back. */
  to: actor.optional(),
  scope: z.enum(["each", "total"]).optional(),
});
const counts = z.array(count).max(12);

const measure = z.enum([
  "short_truce",
  "ceasefire",
  "leaders_meeting",
  "prisoner_exchange",
  "remains_transfer",
  "civilians_return",
  "working_groups",
  "moratorium",
  "corridor",
  "other",
]);

const hours = z.int().nonnegative().max(100_000);
const terms = z.strictObject({
  minHours: hours.optional(),
  maxHours: hours.optional(),
  startDate: civilDate.optional(),
  byDate: civilDate.optional(),
  area: line().optional(),
  purposes: z
    .array(
      z.enum([
        "evacuate_wounded",
        "recover_dead",
        "evacuate_civilians",
        "exchange_prisoners",
        "aid_access",
        "demining",
        "repair_works",
        "end_hostilities",
        "other",
      ]),
    )
    .max(9)
    .optional(),
  categories: z
    .array(
      z.enum([
        "wounded_persons",
        "sick",
        "under_25",
        "women",
        "children",
        "elderly",
        "longest_held",
        "civilians",
      ]),
    )
    .max(8)
    .optional(),
  counts: counts.optional(),
  participants: z.array(line()).max(20).optional(),
  tracks: z
    .array(z.enum(["political", "humanitarian", "military", "legal", "economic", "other"]))
    .max(6)
    .optional(),
  conditions: z.array(prose(2_000)).max(12).optional(),
});

const yesOrNo = z.enum(["yes", "no", "unclear"]);

/** What a report says of one thing, in the record's words: never the word of whom it tells of. */
const entry = z.discriminatedUnion("class", [
  z.strictObject({
    class: z.literal("meeting"),
    role: z.enum(["main", "preparatory", "next"]),
    on: happened.optional(),
    place: line().optional(),
    ordinal: z.int().positive().max(1_000).optional(),
    host: actor.optional(),
    with: actors,
  }),
  /** Nobody stands here without an office or a function: no private person. */
  z.strictObject({
    class: z.literal("person"),
    person: z.strictObject({ name, capacity: line() }),
    speaksFor: actor.optional(),
  }),
  z.strictObject({ class: z.literal("proposal"), measure, by: actors, again: z.boolean(), terms }),
  z.strictObject({
    class: z.literal("agreement"),
    measure,
    between: actors,
    inPrinciple: z.boolean(),
    madeOn: happened.optional(),
    terms,
    /** Whom the report names for it; nobody where it says so itself. */
    accordingTo: z.array(line()).max(12),
  }),
  z.strictObject({
    class: z.literal("event"),
    event: z.enum([
      "prisoner_return",
      "remains_transfer",
      "civilians_return",
      "evacuation",
      "truce_start",
      "truce_end",
      "delivery",
      "incident",
      "other",
    ]),
    on: happened.optional(),
    from: actor.optional(),
    to: actor.optional(),
    counts,
    accordingTo: z.array(line()).max(12),
  }),
  z.strictObject({
    class: z.literal("media"),
    media: z.enum(["video", "photo", "audio"]),
    by: line(),
    side: actor.optional(),
    shows: z.enum([
      "returned_prisoners",
      "captives",
      "remains",
      "evacuation",
      "meeting",
      "strike",
      "handover",
      "other",
    ]),
  }),
  z.strictObject({ class: z.literal("outcome"), breakthrough: yesOrNo, talksContinue: yesOrNo }),
]);
export type ReportEntry = z.infer<typeof entry>;

export const reportActs = {
  /** What a report says, accepted by a person from a draft, or changed by hand. */
  "report.entry_noted": z.strictObject({
    entry,
    /** The rule of the reader that drafted it. */
    rule: line(100),
    changedByHand: z.boolean(),
    source: source.required({ report: true }),
  }),
  /** Its author's office takes an entry back; it stays readable, and withdrawn. */
  "report.entry_withdrawn": z.strictObject({ entry: actId, reason: prose(2_000) }),
};
