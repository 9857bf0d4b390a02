import type { Actor, Amount, Office, ReportEntry } from "#record";
import type {
  Agreement,
  Count,
  Draft,
  EventEntry,
  Meeting,
  Proposal,
  Span,
  Terms,
} from "./engine/protocol.ts";
import type { Content, Item, Place, StatementDraft } from "./item.ts";
import type { DeskItem } from "./kept-report.ts";
import { lineOf, proseOf } from "./plain-words.ts";

type Of<C extends ReportEntry["class"]> = Extract<ReportEntry, { readonly class: C }>;
type EntryTerms = Of<"proposal">["terms"];
type EntryCount = Of<"event">["counts"][number];

/** A draft of the reader as entries of the desk; `offices` are the parties that it was given. A name without an office or a function is left out. */
export function itemsOf(draft: Draft, offices: readonly Office[]): readonly Item[] {
  const named = namesIn(draft, offices);
  const items: Item[] = [];
  const add = (
    of: Item["class"],
    one: { readonly rule: string; readonly confidence: number; readonly background?: boolean },
    spans: readonly Span[],
    content: Content,
  ) => {
    const places = placesOf(spans);
    if (places.length === 0) return;
    items.push({
      key: `${of} ${items.filter((other) => other.class === of).length}`,
      class: of,
      rule: one.rule,
      confidence: one.confidence,
      isBackground: one.background ?? false,
      places,
      content,
    });
  };
  const entry = (it: ReportEntry): Content => ({ is: "entry", entry: it });
  for (const one of draft.meetings) add("meeting", one, [one.span], entry(meetingOf(named, one)));
  for (const one of draft.people) {
    if (one.role === null) continue;
    const person = { name: lineOf(one.name, 200), capacity: lineOf(one.role.text) };
    const speaksFor = one.party === null ? {} : { speaksFor: named.actor(one.party) };
    add("person", one, [one.span, one.role], entry({ class: "person", person, ...speaksFor }));
  }
  for (const one of draft.statements)
    add("statement", one, [one.span], { is: "statement", statement: statementIn(named, draft, one) });
  for (const one of draft.proposals) add("proposal", one, one.spans, entry(proposalOf(named, one)));
  for (const one of draft.agreements) add("agreement", one, one.spans, entry(agreementOf(named, one)));
  for (const one of draft.events) add("event", one, one.spans, entry(eventOf(named, one)));
  for (const one of draft.media) {
    const side = one.party === null ? {} : { side: named.actor(one.party) };
    const by = lineOf(named.said(one.by));
    add("media", one, [one.span], entry({ class: "media", media: one.kind, by, ...side, shows: one.of }));
  }
  const { breakthrough, talks_continue: talksContinue, spans } = draft.outcome;
  add("outcome", draft.outcome, spans, entry({ class: "outcome", breakthrough, talksContinue }));
  return items.toSorted((one, other) => (one.places[0]?.from ?? 0) - (other.places[0]?.from ?? 0));
}

/** What a second reader pointed at, as entries of the desk: its own, and open each. */
export function secondItems(draft: Draft, offices: readonly Office[], second: string): readonly DeskItem[] {
  return itemsOf(draft, offices).map((item) => ({
    ...item,
    key: `second ${item.key}`,
    second,
    standing: "open",
    changedByHand: false,
  }));
}

type Named = {
  readonly actor: (id: string) => Actor;
  readonly said: (id: string) => string;
  readonly office: (id: string | undefined) => Office | undefined;
};

// A party that the process knows is its office; any other is called as the report calls it.
function namesIn(draft: Draft, offices: readonly Office[]): Named {
  const names = new Map(draft.parties.map(({ id, name }) => [id, name]));
  const said = (id: string) => names.get(id) ?? id;
  const office = (id: string | undefined) => offices.find((one) => one === id);
  return {
    said,
    office,
    actor: (id) => {
      const known = office(id);
      return known ? { office: known } : { name: lineOf(said(id), 200) };
    },
  };
}

/** Spans in the order of the text, those that meet made one. */
export function placesOf(spans: readonly Span[]): readonly Place[] {
  const places: { from: number; to: number }[] = [];
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const last = places.at(-1);
    if (last && start <= last.to) last.to = Math.max(last.to, end);
    else if (start < end) places.push({ from: start, to: end });
  }
  return places.slice(0, 40);
}

// A day, an interval of days, or a month, which is the interval of its days.
function dated(date: string | null) {
  if (date === null) return undefined;
  const [from = "", to] = date.split("/");
  if (to !== undefined) return { from, to };
  if (date.length === 10) return date;
  const [year, month] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).toISOString().slice(0, 10);
  return { from: `${date}-01`, to: last };
}

function maybe<K extends string, T>(key: K, value: T | undefined | null): { readonly [F in K]?: T } {
  return value === undefined || value === null ? {} : ({ [key]: value } as { readonly [F in K]?: T }); // one field
}

function meetingOf(named: Named, { role, date, place, ordinal, host, parties }: Meeting): Of<"meeting"> {
  return {
    class: "meeting",
    role,
    ...maybe("on", dated(date)),
    ...maybe("place", place === null ? undefined : lineOf(place)),
    ...maybe("ordinal", ordinal),
    ...maybe("host", host === null ? undefined : named.actor(host)),
    with: parties.slice(0, 12).map(named.actor),
  };
}

const types: Readonly<Record<string, StatementDraft["type"]>> = {
  proposes: "proposes",
  reiterates: "proposes",
  agrees: "agrees",
  denies: "denies",
  accuses: "accuses",
};

function statementIn(named: Named, draft: Draft, one: Draft["statements"][number]): StatementDraft {
  const person = draft.people.find(({ name }) => name === one.speaker);
  const words = one.quotes.length > 0 ? one.quotes.map(({ text }) => text).join("\n") : one.span.text;
  return {
    speaker: {
      name: lineOf(named.said(one.speaker), 200),
      capacity: person?.role ? lineOf(person.role.text) : "",
    },
    onBehalfOf: one.parties.length === 1 ? named.office(one.parties[0]) : undefined,
    verbatim: proseOf(words),
    type: types[one.kind],
  };
}

function proposalOf(named: Named, { type, by, again, terms }: Proposal): Of<"proposal"> {
  return {
    class: "proposal",
    measure: type,
    by: by.slice(0, 12).map(named.actor),
    again,
    terms: termsOf(named, terms),
  };
}

function agreementOf(named: Named, one: Agreement): Of<"agreement"> {
  return {
    class: "agreement",
    measure: one.type,
    between: one.parties.slice(0, 12).map(named.actor),
    inPrinciple: one.in_principle,
    ...maybe("madeOn", dated(one.made_on)),
    terms: termsOf(named, one.terms),
    accordingTo: sourcesOf(named, one.according_to),
  };
}

function eventOf(named: Named, one: EventEntry): Of<"event"> {
  const isEach = one.to === "each";
  return {
    class: "event",
    event: one.type,
    ...maybe("on", dated(one.date)),
    ...maybe("from", one.from === null ? undefined : named.actor(one.from)),
    ...maybe("to", one.to === null || isEach ? undefined : named.actor(one.to)),
    counts: countsOf(named, one.counts),
    accordingTo: sourcesOf(named, one.according_to),
  };
}

function sourcesOf(named: Named, sources: readonly string[]): string[] {
  return sources
    .map((one) => lineOf(named.said(one)))
    .filter((one) => one !== "")
    .slice(0, 12);
}

const purposes: Readonly<Record<string, NonNullable<EntryTerms["purposes"]>[number]>> = {
  evacuate_wounded: "evacuate_wounded",
  recover_dead: "recover_dead",
  evacuate_civilians: "evacuate_civilians",
  aid: "aid_access",
  demining: "demining",
  repairs: "repair_works",
  exchange: "exchange_prisoners",
  end_war: "end_hostilities",
};

function termsOf(named: Named, terms: Terms): EntryTerms {
  const hours = (n: number | null | undefined) => (n === null || n === undefined ? undefined : Math.round(n));
  const lines = (all: readonly string[] | undefined) =>
    all && all.length > 0 ? all.map((one) => lineOf(one)).slice(0, 20) : undefined;
  const conditions = terms.conditions?.map(({ text }) => proseOf(text, 2_000)).slice(0, 12);
  return {
    ...maybe("minHours", hours(terms.min_hours)),
    ...maybe("maxHours", hours(terms.max_hours)),
    ...maybe("startDate", terms.start_date),
    ...maybe("byDate", terms.by_date),
    ...maybe("area", terms.area ? lineOf(terms.area.text) : undefined),
    ...maybe("purposes", someOf(terms.purposes?.map((one) => purposes[one] ?? "other"))),
    ...maybe(
      "categories",
      // the schema's own words, as the reader's languages have them
      someOf(terms.categories?.map((one) => (one === "wounded" ? "wounded_persons" : one))) as
        | EntryTerms["categories"]
        | undefined,
    ),
    ...maybe("counts", someOf(countsOf(named, terms.counts ?? []))),
    ...maybe("participants", lines(terms.participants)),
    ...maybe("tracks", someOf(terms.tracks) as EntryTerms["tracks"] | undefined), // as above
    ...maybe("conditions", someOf(conditions)),
  };
}

function someOf<T>(all: readonly T[] | undefined): T[] | undefined {
  return all && all.length > 0 ? [...new Set(all)] : undefined;
}

function countsOf(named: Named, counts: readonly Count[]): EntryCount[] {
  return counts.slice(0, 12).flatMap(({ what, to, min, max }) => {
    const amount = amountOf(min, max);
    if (!amount) return [];
    const whole = to === "each" || to === "total" ? { scope: to } : {};
    const side = to !== null && to !== "each" && to !== "total" ? { to: named.actor(to) } : {};
    return [
      { amount, what: what === "wounded" ? "wounded_persons" : what, ...side, ...whole },
    ] as EntryCount[]; // of the two spreads one is empty
  });
}

export function amountOf(min: number | null, max: number | null): Amount | undefined {
  if (min !== null && min === max) return { value: min };
  if (min !== null) return max === null ? { min } : { min, max };
  return max === null ? undefined : { max };
}
