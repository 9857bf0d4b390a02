import measured from "./confidence.json" with { type: "json" };
import type { Draft, Entry } from "./draft.ts";

type Tally = { readonly right: number; readonly drafted: number };
const tallies: Readonly<Record<string, Tally>> = measured;

/** The measured precision of a rule, drawn towards a half by as much as two entries more (Laplace). */
function confidenceOf(rule: string): number {
  const tally = tallies[rule] ?? { right: 0, drafted: 0 };
  return Math.round(((tally.right + 1) / (tally.drafted + 2)) * 1000) / 1000;
}

/** The same draft, every entry with the confidence of the rule that made it. */
export function rated(draft: Draft): Draft {
  const rate = <T extends Entry>(entries: readonly T[]): T[] =>
    entries.map((one) => ({ ...one, confidence: confidenceOf(one.rule) }));
  return {
    ...draft,
    parties: rate(draft.parties),
    meetings: rate(draft.meetings),
    people: rate(draft.people),
    statements: rate(draft.statements),
    proposals: rate(draft.proposals),
    agreements: rate(draft.agreements),
    events: rate(draft.events),
    media: rate(draft.media),
    outcome: { ...draft.outcome, confidence: confidenceOf(draft.outcome.rule) },
  };
}
