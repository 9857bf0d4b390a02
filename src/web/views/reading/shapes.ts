import type { ReportEntry } from "#record";

/** How a field of an entry is written in a form, by its path in the entry. */
export type Shape = { readonly path: string } & (
  | { readonly is: "line" | "prose" | "day" | "days" | "number" | "lines" | "actor" | "actors" | "yes" }
  | { readonly is: "one"; readonly of: readonly string[] }
);

const measures = [
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
];
const terms: readonly Shape[] = [
  { path: "terms.minHours", is: "number" },
  { path: "terms.maxHours", is: "number" },
  { path: "terms.startDate", is: "day" },
  { path: "terms.byDate", is: "day" },
  { path: "terms.area", is: "line" },
  { path: "terms.participants", is: "lines" },
  { path: "terms.conditions", is: "lines" },
];
const yesOrNo = ["yes", "no", "unclear"];

/** The fields that a person may put right, class by class. What is not among them stays as it was drafted. */
export const shapes: { readonly [C in ReportEntry["class"]]: readonly Shape[] } = {
  meeting: [
    { path: "role", is: "one", of: ["main", "preparatory", "next"] },
    { path: "on", is: "days" },
    { path: "place", is: "line" },
    { path: "ordinal", is: "number" },
    { path: "host", is: "actor" },
    { path: "with", is: "actors" },
  ],
  person: [
    { path: "person.name", is: "line" },
    { path: "person.capacity", is: "line" },
    { path: "speaksFor", is: "actor" },
  ],
  proposal: [
    { path: "measure", is: "one", of: measures },
    { path: "by", is: "actors" },
    { path: "again", is: "yes" },
    ...terms,
  ],
  agreement: [
    { path: "measure", is: "one", of: measures },
    { path: "between", is: "actors" },
    { path: "inPrinciple", is: "yes" },
    { path: "madeOn", is: "days" },
    ...terms,
    { path: "accordingTo", is: "lines" },
  ],
  event: [
    {
      path: "event",
      is: "one",
      of: [
        "prisoner_return",
        "remains_transfer",
        "civilians_return",
        "evacuation",
        "truce_start",
        "truce_end",
        "delivery",
        "incident",
        "other",
      ],
    },
    { path: "on", is: "days" },
    { path: "from", is: "actor" },
    { path: "to", is: "actor" },
    { path: "accordingTo", is: "lines" },
  ],
  media: [
    { path: "media", is: "one", of: ["video", "photo", "audio"] },
    { path: "by", is: "line" },
    { path: "side", is: "actor" },
    {
      path: "shows",
      is: "one",
      of: [
        "returned_prisoners",
        "captives",
        "remains",
        "evacuation",
        "meeting",
        "strike",
        "handover",
        "other",
      ],
    },
  ],
  outcome: [
    { path: "breakthrough", is: "one", of: yesOrNo },
    { path: "talksContinue", is: "one", of: yesOrNo },
  ],
};

/** Numbers of an entry stand in one of these lists. */
export function countsPath({ class: of }: ReportEntry): string | undefined {
  if (of === "event") return "counts";
  return of === "proposal" || of === "agreement" ? "terms.counts" : undefined;
}
