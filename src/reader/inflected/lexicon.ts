import type { Count, EventType, Measure, Media, StatementKind, Topic } from "../draft.ts";
import type { Language } from "../languages/language.ts";

/** What a cue of speech makes of its sentence; `said` leaves it to what is said. */
export type CueKind = StatementKind | "said";

/** All that the engine knows of a language whose words decline: patterns of words (`words`), and how names take endings. */
export type Lexicon = {
  readonly code: string;
  readonly layout: Language["layout"];
  readonly closesQuotation: RegExp;
  /** Whether the verb ends its clause and the speaker begins it. */
  readonly isVerbFinal: boolean;
  readonly names: {
    /** A pattern of the forms of one word of a name, in small letters. */
    formsOf(word: string): string;
    /** What is made of a one-word name: its people, its adjective. */
    readonly derived: string;
    /** What is left of the name that a state signs with: its people's adjective with its stem, and its own name. */
    readonly formal: { readonly ofPeople: RegExp | undefined; readonly ofName: RegExp };
    readonly nominativeDerived: RegExp;
    readonly humanitarian: RegExp;
    /** Nouns that an adjective of a party makes a speaker: side, delegation. */
    readonly sides: string;
    readonly heads: string;
    /** Heads of offices in whatever case: what names stand behind. */
    readonly offices: RegExp;
    readonly honorifics: RegExp;
    readonly notNames: RegExp;
    readonly surnameEndings: string;
    /** Words between an office and its name. */
    readonly female: RegExp;
    readonly joint: RegExp;
    readonly mediator: RegExp;
    readonly pronoun: RegExp;
    /** The first person: who writes speaks. */
    readonly first: RegExp;
    readonly his: RegExp;
    readonly accordingTo: RegExp;
    readonly unnamed: RegExp;
    readonly before: RegExp;
    readonly place: RegExp;
  };
  readonly cues: readonly (readonly [CueKind, RegExp])[];
  /** What is said, by its words: the first that fits. */
  readonly said: readonly (readonly [StatementKind, RegExp])[];
  /** The same of what somebody says in the first person. */
  readonly spoken: readonly (readonly [StatementKind, RegExp])[];
  /** What is denied rather than refused: reports, claims. */
  readonly claims: RegExp;
  /** A first-person sentence that only keeps house. */
  readonly housekeeping: RegExp;
  readonly again: RegExp;
  readonly anaphora: RegExp;
  readonly measures: readonly (readonly [Measure, RegExp])[];
  readonly topics: readonly (readonly [Topic, RegExp])[];
  readonly realis: {
    readonly history: RegExp;
    readonly negated: RegExp;
    readonly conditional: RegExp;
    readonly planned: RegExp;
    readonly doubt: RegExp;
    readonly ahead: RegExp;
  };
  readonly agreed: RegExp;
  readonly notAgreed: RegExp;
  readonly inPrinciple: RegExp;
  readonly condition: readonly RegExp[];
  readonly events: readonly (readonly [EventType, RegExp])[];
  /** An offer that is spoken of, not made. */
  readonly notOffer: RegExp;
  /** What a text of both sides together is called, and its verbs that bind. */
  readonly jointPaper: RegExp;
  readonly provision: RegExp;
  readonly execution: RegExp;
  readonly seeks: RegExp;
  readonly receives: RegExp;
  readonly gives: RegExp;
  readonly meetings: {
    readonly noun: RegExp;
    readonly held: RegExp;
    readonly ahead: RegExp;
    readonly ordinals: readonly (readonly [number, RegExp])[];
    readonly invited: RegExp;
    readonly here: RegExp;
    /** What goes on, by its verb. */
    readonly goesOn: RegExp;
  };
  readonly outcome: {
    readonly breakthrough: RegExp;
    readonly none: RegExp;
    readonly goesOn: RegExp;
    readonly stops: RegExp;
  };
  readonly media: {
    readonly kinds: readonly (readonly ["video" | "photo" | "audio", RegExp])[];
    readonly published: RegExp;
    readonly planned: RegExp;
    readonly of: readonly (readonly [Media["of"], RegExp])[];
  };
  readonly nouns: readonly (readonly [Count["what"], RegExp])[];
  readonly each: RegExp;
  readonly formula: RegExp;
  readonly ours: RegExp;
  readonly purposes: readonly (readonly [string, RegExp])[];
  readonly categories: readonly (readonly [string, RegExp])[];
  readonly tracks: readonly (readonly [string, RegExp])[];
  readonly participants: RegExp;
  readonly area: readonly RegExp[];
  readonly numbers: {
    readonly units: ReadonlyMap<string, number>;
    readonly scales: ReadonlyMap<string, number>;
    readonly word: string;
    readonly to: string;
    readonly hedgesBefore: readonly (readonly [string, RegExp])[];
    readonly hedgesAfter: readonly (readonly [string, RegExp])[];
    readonly vague: readonly (readonly [RegExp, number, number])[];
    /** Behind a number: these count nobody. */
    readonly notCounted: RegExp;
    readonly hours: readonly (readonly [string, number])[];
    readonly adjectives: readonly (readonly [RegExp, number])[];
    readonly notTermBefore: RegExp;
    readonly notTermAfter: RegExp;
  };
  readonly calendar: {
    readonly months: readonly string[];
    readonly weekdays: readonly string[];
    /** What may stand behind a day's number: endings of ordinals. */
    readonly dayEnding: string;
    readonly year: string;
    readonly relative: readonly (readonly [RegExp, number])[];
    readonly nextWeek: RegExp;
    readonly endOfNextMonth: RegExp;
    readonly endOfThisMonth: RegExp;
    readonly endOfYear: RegExp;
    readonly endOfWeek: RegExp;
    /** With the group `m`: a month's name. */
    readonly end: string;
    readonly mid: string;
    readonly early: string;
    readonly firstHalf: string;
    readonly secondHalf: string;
    readonly month: string;
    readonly within: RegExp;
    readonly byBefore: RegExp;
    readonly byAfter: RegExp;
    readonly fromBefore: RegExp;
    readonly fromAfter: RegExp;
    readonly beforeDay: RegExp;
    /** A clause that tells of the past, before a weekday and behind it. */
    readonly toldBefore: RegExp;
    readonly toldAfter: RegExp;
  };
};
