import type { Draft, Entry } from "./draft.ts";

/** A draft in the form of `bench/reader/schema.json`: what the desk alone shows is left out. */
export function recordOf(draft: Draft, doc: string): Readonly<Record<string, unknown>> {
  const bare = <T extends Entry>({ because: _, ...rest }: T) => rest;
  const party = <T extends Entry>({ because: _, background: __, ...rest }: T) => rest;
  return {
    doc,
    lang: draft.lang,
    report_date: draft.report_date,
    parties: draft.parties.map(party),
    meetings: draft.meetings.map(bare),
    people: draft.people.map(bare),
    statements: draft.statements.map(bare),
    proposals: draft.proposals.map(bare),
    agreements: draft.agreements.map(bare),
    events: draft.events.map(bare),
    media: draft.media.map(bare),
    outcome: party(draft.outcome),
  };
}
