import type { ReportEntry } from "#record";

/** How a field of an entry is written in a form, by its path in the entry. */
export type Shape = { readonly path: string } & (
  | { readonly is: "line" | "prose" | "day" | "days" | "number" | "lines" | "actor" | "actors" | "yes" }
  | { readonly is: "one"; readonly of: readonly string[] }
);

type Of<C extends ReportEntry["class"]> = Extract<ReportEntry, { readonly class: C }>;
/** Every word of a field, held to the record's own by its type: none is missing and none is more. */
const each = <Word extends string>(words: { readonly [W in Word]: true }) => Object.keys(words);

const measures = each<Of<"proposal">["measure"]>({
  short_truce: true,
  ceasefire: true,
  leaders_meeting: true,
  prisoner_exchange: true,
  remains_transfer: true,
  civilians_return: true,
  working_groups: true,
  moratorium: true,
  corridor: true,
  other: true,
});
const terms: readonly Shape[] = [
  { path: "terms.minHours", is: "number" },
  { path: "terms.maxHours", is: "number" },
  { path: "terms.startDate", is: "day" },
  { path: "terms.byDate", is: "day" },
  { path: "terms.area", is: "line" },
  { path: "terms.participants", is: "lines" },
  { path: "terms.conditions", is: "lines" },
];
const yesOrNo = each<Of<"outcome">["breakthrough"]>({ yes: true, no: true, unclear: true });

/** The fields that a person may put right, class by class. What is not among them stays as it was drafted. */
export const shapes: { readonly [C in ReportEntry["class"]]: readonly Shape[] } = {
  meeting: [
    {
      path: "role",
      is: "one",
      of: each<Of<"meeting">["role"]>({ main: true, preparatory: true, next: true }),
    },
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
      of: each<Of<"event">["event"]>({
        prisoner_return: true,
        remains_transfer: true,
        civilians_return: true,
        evacuation: true,
        truce_start: true,
        truce_end: true,
        delivery: true,
        incident: true,
        other: true,
      }),
    },
    { path: "on", is: "days" },
    { path: "from", is: "actor" },
    { path: "to", is: "actor" },
    { path: "accordingTo", is: "lines" },
  ],
  media: [
    { path: "media", is: "one", of: ["video", "photo", "audio"] satisfies Of<"media">["media"][] },
    { path: "by", is: "line" },
    { path: "side", is: "actor" },
    {
      path: "shows",
      is: "one",
      of: each<Of<"media">["shows"]>({
        returned_prisoners: true,
        captives: true,
        remains: true,
        evacuation: true,
        meeting: true,
        strike: true,
        handover: true,
        other: true,
      }),
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
