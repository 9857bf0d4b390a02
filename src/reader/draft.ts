import type { Span } from "./text/fold.ts";

export type StatementKind =
  | "proposes"
  | "reiterates"
  | "agrees"
  | "rejects"
  | "demands"
  | "announces"
  | "confirms"
  | "denies"
  | "accuses"
  | "describes"
  | "appeals";

export type Measure =
  | "short_truce"
  | "ceasefire"
  | "leaders_meeting"
  | "prisoner_exchange"
  | "remains_transfer"
  | "civilians_return"
  | "working_groups"
  | "moratorium"
  | "corridor"
  | "other";
export type Topic = Measure | "talks" | "end_of_war" | "medical_support" | "incident";
export type EventType =
  | "prisoner_return"
  | "remains_transfer"
  | "civilians_return"
  | "evacuation"
  | "truce_start"
  | "truce_end"
  | "delivery"
  | "incident"
  | "other";
export type PartyKind = "belligerent" | "host" | "mediator" | "humanitarian" | "third";

/** Why a field has its value: the rule, and the words that it stands on. */
export type Reason = { readonly rule: string; readonly span?: Span };

/** What every entry carries for the desk. */
export type Entry = {
  /** The share of entries of this rule that were right where it was measured, 0..1. */
  readonly confidence: number;
  /** The name of the rule that made the entry. */
  readonly rule: string;
  /** Told as history, as planned, as conditional, or denied: shown folded, never preselected. */
  readonly background?: boolean;
  readonly because: Readonly<Record<string, Reason>>;
};

export type Count = {
  readonly what:
    | "prisoners"
    | "bodies"
    | "civilians"
    | "children"
    | "wounded"
    | "persons"
    | "killed"
    | "incidents"
    | "sites"
    | "other";
  readonly to: string | null;
  readonly min: number | null;
  readonly max: number | null;
};
export type Terms = {
  min_hours?: number | null;
  max_hours?: number | null;
  start_date?: string | null;
  by_date?: string | null;
  area?: Span | null;
  purposes?: string[];
  categories?: string[];
  counts?: Count[];
  participants?: string[];
  tracks?: string[];
  conditions?: Span[];
};

export type Party = {
  readonly id: string;
  readonly name: string;
  readonly kind: PartyKind;
  readonly aliases: readonly string[];
} & Entry;
export type Meeting = {
  readonly role: "main" | "preparatory" | "next";
  readonly date: string | null;
  readonly place: string | null;
  readonly ordinal: number | null;
  readonly host: string | null;
  readonly parties: readonly string[];
  readonly span: Span;
} & Entry;
export type PersonEntry = {
  readonly name: string;
  readonly role: Span | null;
  readonly party: string | null;
  readonly span: Span;
} & Entry;
export type Statement = {
  readonly speaker: string;
  readonly parties: readonly string[];
  readonly kind: StatementKind;
  readonly about: readonly Topic[];
  readonly quotes: readonly Span[];
  readonly span: Span;
} & Entry;
export type Proposal = {
  readonly type: Measure;
  readonly by: readonly string[];
  readonly again: boolean;
  readonly terms: Terms;
  readonly spans: readonly Span[];
} & Entry;
export type Agreement = {
  readonly type: Measure;
  readonly parties: readonly string[];
  readonly in_principle: boolean;
  readonly made_on: string | null;
  readonly terms: Terms;
  readonly according_to: readonly string[];
  readonly group?: string;
  readonly spans: readonly Span[];
} & Entry;
export type EventEntry = {
  readonly type: EventType;
  readonly date: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly counts: readonly Count[];
  readonly according_to: readonly string[];
  readonly group?: string;
  readonly spans: readonly Span[];
} & Entry;
export type Media = {
  readonly kind: "video" | "photo" | "audio";
  readonly by: string;
  readonly party: string | null;
  readonly of:
    | "returned_prisoners"
    | "captives"
    | "remains"
    | "evacuation"
    | "meeting"
    | "strike"
    | "handover"
    | "other";
  readonly span: Span;
} & Entry;
export type Outcome = {
  readonly breakthrough: "yes" | "no" | "unclear";
  readonly talks_continue: "yes" | "no" | "unclear";
  readonly spans: readonly Span[];
} & Entry;

/** One report as draft entries: nothing is recorded until a person accepts it. */
export type Draft = {
  readonly lang: string;
  readonly report_date: string;
  readonly parties: readonly Party[];
  readonly meetings: readonly Meeting[];
  readonly people: readonly PersonEntry[];
  readonly statements: readonly Statement[];
  readonly proposals: readonly Proposal[];
  readonly agreements: readonly Agreement[];
  readonly events: readonly EventEntry[];
  readonly media: readonly Media[];
  readonly outcome: Outcome;
};

export type GivenParty = {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
  readonly kind?: PartyKind | undefined;
};
export type GivenPerson = {
  readonly name: string;
  readonly role?: string | undefined;
  readonly party?: string | undefined;
};
/** What a process knows already. */
export type Process = {
  readonly parties?: readonly GivenParty[] | undefined;
  readonly people?: readonly GivenPerson[] | undefined;
  /** The id of the host among the parties. */
  readonly host?: string | undefined;
};
