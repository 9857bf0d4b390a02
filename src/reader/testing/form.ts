import { z } from "zod";

const id = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const date = z.string().regex(/^\d{4}-\d{2}(-\d{2}(\/\d{4}-\d{2}-\d{2})?)?$/);
const span = z.strictObject({ start: z.int().min(0), end: z.int().min(1), text: z.string().min(1) });
const spans = z.array(span).min(1);
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
const topic = z.enum([...measure.options, "talks", "end_of_war", "medical_support", "incident"]);
const kind = z.enum([
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
]);
const count = z.strictObject({
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
  to: z.string().nullable(),
  min: z.int().nullable(),
  max: z.int().nullable(),
});
const terms = z.strictObject({
  min_hours: z.number().nullish(),
  max_hours: z.number().nullish(),
  start_date: day.nullish(),
  by_date: day.nullish(),
  area: span.nullish(),
  purposes: z
    .array(
      z.enum([
        "evacuate_wounded",
        "recover_dead",
        "evacuate_civilians",
        "aid",
        "demining",
        "repairs",
        "exchange",
        "end_war",
        "other",
      ]),
    )
    .optional(),
  categories: z
    .array(
      z.enum(["wounded", "sick", "under_25", "women", "children", "elderly", "longest_held", "civilians"]),
    )
    .optional(),
  counts: z.array(count).optional(),
  participants: z.array(z.string()).optional(),
  tracks: z.array(z.enum(["political", "humanitarian", "military", "legal", "economic", "other"])).optional(),
  conditions: z.array(span).optional(),
});
const rated = { confidence: z.number().min(0).max(1), rule: z.string().min(1) };
const entry = { ...rated, background: z.boolean().optional() };
const said = z.enum(["yes", "no", "unclear"]);

/** The form of a report's record, as the schema of the bench has it for what a reader answers. */
export const recordForm = z.strictObject({
  doc: z.string(),
  lang: z.enum(["en", "uk", "ru", "tr"]),
  report_date: day,
  parties: z.array(
    z.strictObject({
      id,
      name: z.string(),
      kind: z.enum(["belligerent", "host", "mediator", "humanitarian", "third"]),
      aliases: z.array(z.string()),
      ...rated,
    }),
  ),
  meetings: z.array(
    z.strictObject({
      role: z.enum(["main", "preparatory", "next"]),
      date: date.nullable(),
      place: z.string().nullable(),
      ordinal: z.int().min(1).nullable(),
      host: id.nullable(),
      parties: z.array(id),
      span,
      ...entry,
    }),
  ),
  people: z.array(
    z.strictObject({ name: z.string(), role: span.nullable(), party: id.nullable(), span, ...entry }),
  ),
  statements: z.array(
    z.strictObject({
      speaker: z.string(),
      parties: z.array(id),
      kind,
      about: z.array(topic).min(1),
      quotes: z.array(span),
      span,
      ...entry,
    }),
  ),
  proposals: z.array(
    z.strictObject({ type: measure, by: z.array(id), again: z.boolean(), terms, spans, ...entry }),
  ),
  agreements: z.array(
    z.strictObject({
      type: measure,
      parties: z.array(id),
      in_principle: z.boolean(),
      made_on: date.nullable(),
      terms,
      according_to: z.array(z.string()),
      group: z.string().optional(),
      spans,
      ...entry,
    }),
  ),
  events: z.array(
    z.strictObject({
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
      date: date.nullable(),
      from: id.nullable(),
      to: id.nullable(),
      counts: z.array(count),
      according_to: z.array(z.string()),
      group: z.string().optional(),
      spans,
      ...entry,
    }),
  ),
  media: z.array(
    z.strictObject({
      kind: z.enum(["video", "photo", "audio"]),
      by: z.string(),
      party: id.nullable(),
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
      span,
      ...entry,
    }),
  ),
  outcome: z.strictObject({ breakthrough: said, talks_continue: said, spans: z.array(span), ...rated }),
});
