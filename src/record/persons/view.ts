import { type Office, type Side, sideOf, sides } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Entry } from "../act/entry.ts";
import type { Act, PayloadOf } from "../act/kinds.ts";
import { addTo } from "../fold/add-to.ts";
import { known, type State } from "../fold/state.ts";
import type { Owed } from "../gate/owed.ts";
import type { RecordRef } from "../lists/acts.ts";
import { currentLists, listOffice } from "../lists/view.ts";
import { type Property, property } from "./acts.ts";
import type { Assertion, Match } from "./fold.ts";

export type MatchWord = "confirmed" | "rejected" | "revoked" | "no_answer";
export type MatchStatus = "proposed" | "confirmed" | "rejected" | "contested" | "revoked";

/** An office's latest word on a match. */
export function matchWord(state: State, match: Match, office: Office): MatchWord {
  const id = match.words.get(office);
  const kind = id && state.entries.get(id)?.act.kind;
  // who takes over his own confirmation of an earlier match confirms by proposing
  if (kind === "match.confirmed" || kind === "match.proposed") return "confirmed";
  if (kind === "match.rejected") return "rejected";
  return kind === "match.revoked" ? "revoked" : "no_answer";
}

/**
 * Derived from what each office has said: confirmed by two people of two offices with nobody against it. A rejection
 * stands against any number of confirmations; nothing is confirmed by a machine.
 */
export function matchStatus(state: State, match: Match): MatchStatus {
  const words = [...match.words.keys()].map((office) => matchWord(state, match, office));
  if (words.includes("rejected")) return words.includes("confirmed") ? "contested" : "rejected";
  const members = new Set(
    [...match.words].flatMap(([office, id]) =>
      matchWord(state, match, office) === "confirmed" ? [state.entries.get(id)?.act.by.member] : [],
    ),
  );
  if (members.size >= 2) return "confirmed";
  return words.includes("revoked") && members.size === 0 ? "revoked" : "proposed";
}

/** The match between two records, in whichever order it names them. */
export function matchOf({ persons }: State, one: RecordRef, other: RecordRef): Match | undefined {
  const pair = pairKey(one, other);
  return [...persons.matches.values()].find(({ records: [x, y] }) => pairKey(x, y) === pair);
}

export function recordKey({ list, line }: RecordRef): string {
  return `${list} ${line}`;
}

function pairKey(one: RecordRef, other: RecordRef): string {
  return [recordKey(one), recordKey(other)].sort().join("|");
}

/** A person: the records that confirmed matches hold together. Nothing is merged: each record keeps its own words. */
export type Person = {
  /** The record that was asked for comes first. */
  readonly records: readonly RecordRef[];
  /** Every match that touches one of the records, whatever its status. */
  readonly matches: readonly Match[];
  /** Matches that were rejected and whose both records are here by way of others: a contradiction for people to resolve. */
  readonly contradictions: readonly Match[];
};

export function personOf(state: State, record: RecordRef): Person {
  const neighbours = new Map<string, RecordRef[]>();
  const rejected: Match[] = [];
  for (const match of state.persons.matches.values()) {
    const status = matchStatus(state, match);
    if (status === "rejected" || status === "contested") rejected.push(match);
    if (status !== "confirmed") continue;
    const [one, other] = match.records;
    addTo(neighbours, recordKey(one), other);
    addTo(neighbours, recordKey(other), one);
  }
  const found = new Map([[recordKey(record), record]]);
  for (const one of found.values()) // a map goes on to what is added while it is gone through
    for (const next of neighbours.get(recordKey(one)) ?? [])
      if (!found.has(recordKey(next))) found.set(recordKey(next), next);
  const isHere = (one: RecordRef) => found.has(recordKey(one));
  return {
    records: [...found.values()],
    matches: [...state.persons.matches.values()].filter(({ records }) => records.some(isHere)),
    contradictions: rejected.filter(({ records }) => records.every(isHere)),
  };
}

/** One text for each person: the same for all records that confirmed matches hold together. O(matches), then O(1). */
export function personKeys(state: State): (record: RecordRef) => string {
  const joined = new Map<string, string>();
  const first = (key: string): string => {
    let at = key;
    for (let up = joined.get(at); up !== undefined; up = joined.get(at)) at = up;
    return at;
  };
  for (const match of state.persons.matches.values()) {
    if (matchStatus(state, match) !== "confirmed") continue;
    const [one, other] = match.records.map((record) => first(recordKey(record)));
    if (one !== undefined && other !== undefined && one !== other) joined.set(other, one);
  }
  return (record) => first(recordKey(record));
}

/**
 * The lists in which a record may be looked for, each with the lines that were rejected. Lists of the dead are among
 * them, and a record that is said to be of a dead person is looked for as any other: a man buried in 2023 came home in
 * 2026 (prisoners-and-remains 0).
 */
export function matchable(
  state: State,
  record: RecordRef,
): readonly { readonly list: ActId; readonly lines: number; readonly except: readonly number[] }[] {
  const rejected = [...state.persons.matches.values()].flatMap((match) => {
    const [one, other] = match.records;
    if (matchStatus(state, match) !== "rejected") return [];
    if (recordKey(one) === recordKey(record)) return [other];
    return recordKey(other) === recordKey(record) ? [one] : [];
  });
  return currentLists(state)
    .filter(({ id }) => id !== record.list)
    .map(({ id, lines }) => ({
      list: id,
      lines,
      except: rejected.filter(({ list }) => list === id).map(({ line }) => line),
    }));
}

export type Stance = PayloadOf<"assertion.stance_said">["stance"] | "no_answer";

/** One assertion with its author, its times, and what each side says of it. */
export type AssertionView = {
  readonly assertion: Assertion;
  readonly entry: Entry<Act<"assertion.made">>;
  readonly stances: { readonly [S in Side]: Stance };
};

/** All that is asserted of some records, by property, in the order in which it was said; nothing is chosen or merged. */
export function assertionsOn(
  state: State,
  records: readonly RecordRef[],
): ReadonlyMap<Property, readonly AssertionView[]> {
  const keys = new Set(records.map(recordKey));
  const views = [...state.persons.assertions.values()]
    .filter(({ record }) => keys.has(recordKey(record)))
    .map((assertion) => assertionView(state, assertion));
  const by = Map.groupBy(views, (one) => one.entry.act.payload.property);
  return new Map(property.options.flatMap((one) => (by.has(one) ? [[one, by.get(one) ?? []] as const] : [])));
}

function assertionView(state: State, assertion: Assertion): AssertionView {
  const entry = known(state, assertion.id, "assertion.made");
  return {
    assertion,
    entry,
    stances: { a: stanceOf(state, assertion, "a"), b: stanceOf(state, assertion, "b") },
  };
}

/** A side's latest stance, by whichever of its offices. */
function stanceOf(state: State, { stances }: Assertion, side: Side): Stance {
  const order = [...state.entries.keys()];
  const [last] = [...stances]
    .filter(([office]) => sideOf(office) === side)
    .map(([, id]) => id)
    .sort((x, y) => order.indexOf(y) - order.indexOf(x));
  return last === undefined ? "no_answer" : known(state, last, "assertion.stance_said").act.payload.stance;
}

/** Requests about persons that the other side has not answered, and matches that wait for a second office. */
export function owedOnPersons(state: State): readonly Owed[] {
  const requests = [...state.persons.requests.values()].flatMap((request): Owed[] => {
    const asked = sides.find((side) => side !== request.side);
    if (request.side === undefined || asked === undefined || request.answers.length > 0) return [];
    const { list, line } = request.record;
    const title = state.lists.lists.get(list)?.title ?? "";
    return [
      {
        what: "request_answer",
        subject: request.id,
        title,
        by: listOffice(state, asked),
        due: undefined,
        detail: { line },
      },
    ];
  });
  return requests;
}

/** The offices that have said something of a match, in the order in which they first did. */
export function wordsOn(state: State, match: Match): readonly (readonly [Office, MatchWord])[] {
  return [...match.words.keys()].map((office) => [office, matchWord(state, match, office)] as const);
}
