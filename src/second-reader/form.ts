import { z } from "zod";
import type { Pointed } from "#reader";

const words = z.string().min(1).max(4_000);
const name = z.string().min(1).max(300);
const names = z.array(name).max(12);
const optionalName = z.string().max(300).nullish();
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
const count = z.object({
  what: z.enum([
    "prisoners",
    "bodies",
    "civilians",
    "children",
    "wounded",
    "persons",
    "killed",
    "incidents",
    "sites",
    "other",
  ]),
  words: name,
  to: optionalName,
});
const counts = z.array(count).max(12).default([]);
const terms = z
  .object({
    hours: optionalName,
    start: optionalName,
    by: optionalName,
    area: optionalName,
    conditions: z.array(words).max(12).optional(),
    counts: counts.optional(),
  })
  .default({});

/** One entry as a second reader points at it: words of the text and names from fixed lists; no place, no number. */
export const pointedForm = z.discriminatedUnion("class", [
  z.object({
    class: z.literal("meeting"),
    words,
    role: z.enum(["main", "preparatory", "next"]),
    on: optionalName,
    place: optionalName,
    parties: names.default([]),
  }),
  z.object({ class: z.literal("person"), words, role: optionalName, party: optionalName }),
  z.object({
    class: z.literal("statement"),
    words,
    speaker: name,
    parties: names.default([]),
    kind: z.enum([
      "proposes",
      "reiterates",
      "agrees",
      "rejects",
      "demands",
      "announces",
      "confirms",
      "denies",
      "accuses",
      "describes",
      "appeals",
    ]),
    about: z
      .array(z.enum([...measure.options, "talks", "end_of_war", "medical_support", "incident"]))
      .min(1)
      .max(14),
    quotes: z.array(words).max(20).default([]),
  }),
  z.object({ class: z.literal("proposal"), words, type: measure, by: names.default([]), terms }),
  z.object({
    class: z.literal("agreement"),
    words,
    type: measure,
    parties: names.default([]),
    inPrinciple: z.boolean().default(false),
    accordingTo: names.default([]),
    terms,
  }),
  z.object({
    class: z.literal("event"),
    words,
    type: z.enum([
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
    on: optionalName,
    from: optionalName,
    to: optionalName,
    counts,
    accordingTo: names.default([]),
  }),
  z.object({
    class: z.literal("media"),
    words,
    kind: z.enum(["video", "photo", "audio"]),
    by: name,
    party: optionalName,
    of: z.enum([
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
]) satisfies z.ZodType<Pointed>;

/** What a second reader answered: its entries in their form, and how many had none. */
export const secondAnswer = z.strictObject({ pointed: z.array(pointedForm), unformed: z.int() });
export type SecondAnswer = z.output<typeof secondAnswer>;
