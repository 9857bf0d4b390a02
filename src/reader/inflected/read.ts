import { rated } from "../confidence.ts";
import type { Draft, Process } from "../draft.ts";
import { agreementsIn, eventsIn, proposalOf, proposalsIn } from "./acts.ts";
import type { Lexicon } from "./lexicon.ts";
import { mediaIn, meetingsIn, outcomeOf } from "./meetings.ts";
import { type Stage, stageOf } from "./scene.ts";
import { statementOf, statementsIn } from "./statements.ts";

/** Reads a report in a language whose words decline. Pure, like `read`. */
export function readInflected(text: string, reportDate: string, process: Process, lexicon: Lexicon): Draft {
  const stage = stageOf(text, reportDate, process, lexicon);
  const statements = statementsIn(stage);
  const meetings = meetingsIn(stage);
  return rated({
    lang: lexicon.code,
    report_date: reportDate,
    parties: partiesOf(stage),
    meetings,
    people: stage.people.map(({ name, role, party, at, rule }) => ({
      name,
      role: role ? stage.span(role) : null,
      party: party ?? null,
      span: stage.span(at),
      confidence: 0,
      rule: `person.${rule}`,
      because: role ? { role: { rule: "office", span: stage.span(role) } } : {},
    })),
    statements: statements.map((one) => statementOf(stage, one)),
    proposals: proposalsIn(stage, statements).map((one) => proposalOf(stage, one)),
    agreements: agreementsIn(stage, statements, meetings.find(({ role }) => role === "main")?.date ?? null),
    events: eventsIn(stage, statements),
    media: mediaIn(stage, statements),
    outcome: outcomeOf(stage, meetings),
  });
}

function partiesOf(stage: Stage): Draft["parties"] {
  return stage.parties.list.map((party) => {
    const at = stage.parties.namings.find((one) => one.party === party.id);
    return {
      ...party,
      confidence: 0,
      rule: "party.given",
      because: at ? { name: { rule: "party.given", span: stage.span(at) } } : {},
    };
  });
}
