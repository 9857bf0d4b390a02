import { type Office, type Side, sideOf } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Handlers, State } from "../fold/state.ts";
import type { RecordRef } from "../lists/acts.ts";
import type { personActs } from "./acts.ts";

/** A pair of records that may be of one person, and each office's latest word on it. */
export type Match = {
  readonly id: ActId;
  readonly records: readonly [RecordRef, RecordRef];
  /** The act of each office's latest confirmation, rejection or revocation. */
  readonly words: Map<Office, ActId>;
};

/** A fact about the person of a record, and each office's latest stance on it. */
export type Assertion = {
  readonly id: ActId;
  readonly record: RecordRef;
  readonly side: Side | undefined;
  readonly stances: Map<Office, ActId>;
  supersededBy: ActId | undefined;
};

type MatchRequest = {
  readonly id: ActId;
  readonly side: Side | undefined;
  readonly record: RecordRef;
  /** Epoch ms of its receipt. */
  readonly at: number;
  readonly answers: ActId[];
};

export type PersonsState = {
  readonly matches: Map<ActId, Match>;
  readonly assertions: Map<ActId, Assertion>;
  readonly requests: Map<ActId, MatchRequest>;
};

export function emptyPersons(): PersonsState {
  return { matches: new Map(), assertions: new Map(), requests: new Map() };
}

export const personHandlers: Handlers<keyof typeof personActs> = {
  "match.proposed": (state, { act }) => {
    const { records, basis } = act.payload;
    const unread = unreadList(state, records);
    if (unread) return unread;
    if (basis.type === "earlier" && !state.entries.has(basis.match)) return basis.match;
    const words = new Map(basis.type === "earlier" ? [[act.by.office, act.id] as const] : []);
    state.persons.matches.set(act.id, { id: act.id, records, words });
    return undefined;
  },
  "match.confirmed": (state, { act }) => word(state, act.payload.match, act.by.office, act.id),
  "match.rejected": (state, { act }) => word(state, act.payload.match, act.by.office, act.id),
  "match.revoked": (state, { act }) => word(state, act.payload.match, act.by.office, act.id),
  "match.requested": (state, { act, receivedAt }) => {
    const { record } = act.payload;
    const unread = unreadList(state, [record]);
    if (unread) return unread;
    state.persons.requests.set(act.id, {
      id: act.id,
      side: sideOf(act.by.office),
      record,
      at: receivedAt,
      answers: [],
    });
    return undefined;
  },
  "match.request_answered": ({ persons, entries }, { act }) => {
    const request = persons.requests.get(act.payload.request);
    if (!request) return entries.has(act.payload.request) ? undefined : act.payload.request;
    request.answers.push(act.id);
    return undefined;
  },
  "assertion.made": (state, { act }) => {
    const { record, supersedes } = act.payload;
    const unread = unreadList(state, [record]);
    if (unread) return unread;
    const { assertions } = state.persons;
    const earlier = supersedes && assertions.get(supersedes);
    if (supersedes && !earlier && !state.entries.has(supersedes)) return supersedes;
    const side = sideOf(act.by.office);
    if (earlier && earlier.side === side) earlier.supersededBy ??= act.id;
    assertions.set(act.id, { id: act.id, record, side, stances: new Map(), supersededBy: undefined });
    return undefined;
  },
  "assertion.stance_said": ({ persons, entries }, { act }) => {
    const assertion = persons.assertions.get(act.payload.assertion);
    if (!assertion) return entries.has(act.payload.assertion) ? undefined : act.payload.assertion;
    assertion.stances.set(act.by.office, act.id);
    return undefined;
  },
};

function unreadList({ entries }: State, records: readonly RecordRef[]): ActId | undefined {
  return records.find(({ list }) => !entries.has(list))?.list;
}

function word({ persons, entries }: State, id: ActId, office: Office, act: ActId): ActId | undefined {
  const match = persons.matches.get(id);
  if (!match) return entries.has(id) ? undefined : id;
  match.words.set(office, act);
  return undefined;
}
