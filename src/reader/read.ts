import { agreementsOf } from "./assemble/agreements.ts";
import { eventOf, eventsOf } from "./assemble/events.ts";
import { mediaOf } from "./assemble/media.ts";
import { meetingsOf } from "./assemble/meetings.ts";
import { outcomeOf } from "./assemble/outcome.ts";
import { proposalOf, proposalsOf } from "./assemble/proposals.ts";
import { agreementOf } from "./assemble/settled.ts";
import { rated } from "./confidence.ts";
import type { Draft, Party, PersonEntry, Process, Proposal, Statement } from "./draft.ts";
import type { Lexicon } from "./inflected/lexicon.ts";
import { readInflected } from "./inflected/read.ts";
import { languageOf } from "./language-of.ts";
import { en } from "./languages/en/index.ts";
import type { Language } from "./languages/language.ts";
import { ru } from "./languages/ru/index.ts";
import { tr } from "./languages/tr/index.ts";
import { uk } from "./languages/uk/index.ts";
import { draftOfPointed, type FromPointed } from "./pointed/index.ts";
import type { Pointed } from "./pointed/pointed.ts";
import { type Scene, sceneOf } from "./scene.ts";
import { attributionsOf, statementOf } from "./speech/statements.ts";
import { isTruce } from "./speech/topics.ts";

/** Languages whose words decline are read by stems and endings (`inflected/`). */
const inflected: Readonly<Record<string, Lexicon>> = { uk, ru, tr };
const plain: Readonly<Record<string, Language>> = { en };
export const languages: readonly string[] = [...Object.keys(plain), ...Object.keys(inflected)];

/** Longer texts are refused: no report is, and each must be read in a moment. UTF-16 units. */
export const longestText = 200_000;

export type ReadOptions = {
  /** The day of the report, `YYYY-MM-DD`: what "today" and "Tuesday" go back to. */
  readonly reportDate: string;
  /** Told by the letters where it is not given. */
  readonly lang?: string | undefined;
  readonly process?: Process;
};

/** Reads a report into draft entries. Pure: the same text, day and process give the same draft. Linear in the text's length. */
export function read(
  text: string,
  { reportDate, lang = languageOf(text), process = {} }: ReadOptions,
): Draft {
  const lexicon = Object.hasOwn(inflected, lang) ? inflected[lang] : undefined;
  if (lexicon) return readInflected(text, reportDate, process, lexicon);
  const language = Object.hasOwn(plain, lang) ? plain[lang] : undefined;
  if (!language) throw new Error(`Nobody has taught the reader the language ${lang}.`);
  const scene = sceneOf(text, reportDate, process, language);
  const attributions = attributionsOf(scene);
  const meetings = meetingsOf(scene);
  const main = meetings.find(({ role }) => role === "main");
  const proposals = proposalsOf(scene, attributions).map((one) => proposalOf(scene, one));
  return rated({
    lang,
    report_date: reportDate,
    parties: partiesOf(scene),
    meetings,
    people: peopleOf(scene),
    statements: attributions.map((one) => withMeasure(statementOf(scene, one), proposals)),
    proposals,
    agreements: agreementsOf(scene, attributions, main?.date ?? null).map((one) => agreementOf(scene, one)),
    events: eventsOf(scene, attributions).map((one) => eventOf(scene, one)),
    media: mediaOf(scene),
    outcome: outcomeOf(scene, meetings),
  });
}

/** Who puts a measure on the table speaks of it. */
function withMeasure(statement: Statement, proposals: readonly Proposal[]): Statement {
  // in a turn of several sentences he may speak of more
  if (!["proposes", "reiterates", "agrees", "appeals"].includes(statement.kind)) return statement;
  if (statement.rule === "statement.turn" || statement.rule === "statement.first-person") return statement;
  const { start, end } = statement.span;
  const own = proposals.filter(
    ({ spans, by }) =>
      by.join() === statement.parties.join() && spans.some((span) => span.start >= start && span.end <= end),
  );
  const [only] = own;
  if (!only || own.length > 1 || only.type === "other") return statement;
  // which truce is meant the words around have told
  if (isTruce(only.type) && statement.about.some(isTruce)) return statement;
  return { ...statement, about: [only.type] };
}

/**
 * Makes draft entries of what another reader pointed at in the text that `draft` was read from, and counts what of it does
 * not stand there. Its entries are his, by their rule; nothing of the draft is changed.
 */
export function readPointed(text: string, draft: Draft, pointed: readonly Pointed[]): FromPointed {
  const { lang, report_date: reportDate, parties } = draft;
  const lexicon = inflected[lang];
  const language = plain[lang];
  const tongue = lexicon ? { inflected: lexicon } : { plain: language ?? en };
  return draftOfPointed(text, pointed, { reportDate, lang, parties, tongue });
}

function partiesOf(scene: Scene): Party[] {
  return scene.parties.list
    .filter(({ id, isGiven }) => isGiven || scene.parties.mentions.some((one) => one.party === id))
    .map(({ id, name, kind, aliases, isGiven }) => {
      const first = scene.parties.mentions.find((one) => one.party === id);
      const rule = isGiven ? "party.given" : "party.induced";
      return {
        id,
        name,
        kind,
        aliases: [...aliases],
        confidence: 0,
        rule,
        because: first ? { name: { rule, span: scene.span(first) } } : {},
      };
    });
}

function peopleOf(scene: Scene): PersonEntry[] {
  return scene.people.list.map(({ name, role, party, at, rule }) => ({
    name,
    role: role ? scene.span(role) : null,
    party: party ?? null,
    span: scene.span(at),
    confidence: 0,
    rule: `person.${rule}`,
    because: role ? { role: { rule: "office", span: scene.span(role) } } : {},
  }));
}
