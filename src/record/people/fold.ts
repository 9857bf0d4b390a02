import { type Office, partyOf } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Handlers } from "../fold/state.ts";

/** A device key's time in a seat, by places in the process room's log. */
export type Seat = {
  readonly granted: ActId;
  readonly office: Office;
  readonly member: string;
  readonly key: string;
  readonly recipient: string | undefined;
  readonly title: string;
  readonly from: number;
  until: number | undefined;
};

/** The head's key of an office from a place in the process room's log. */
type Head = { readonly key: string; readonly from: number };

export type PeopleState = {
  /** The founding act, once read. */
  opened: ActId | undefined;
  readonly seats: Seat[];
  readonly byKey: Map<string, Seat[]>;
  readonly heads: Map<Office, Head[]>;
  readonly powers: ActId[];
};

export function emptyPeople(): PeopleState {
  return { opened: undefined, seats: [], byKey: new Map(), heads: new Map(), powers: [] };
}

export const peopleHandlers: Handlers<
  "process.opened" | "seat.granted" | "seat.revoked" | "head.replaced" | "powers.presented"
> = {
  "process.opened": ({ people }, { act, seq }) => {
    if (people.opened) return undefined; // there is one founding act; the rules refuse a second
    people.opened = act.id;
    const { host, parties, order, heads } = act.payload;
    const from = seq;
    people.heads.set("host", [{ key: host.head, from }]);
    for (const side of order) people.heads.set(partyOf(side), [{ key: parties[side].head, from }]);
    for (const { office, head } of heads)
      if (!people.heads.has(office)) people.heads.set(office, [{ key: head, from }]);
    return undefined;
  },
  "seat.granted": ({ people }, { act, seq }) => {
    const { office, member, key, recipient, title } = act.payload;
    const seat: Seat = {
      granted: act.id,
      office,
      member,
      key,
      recipient,
      title,
      from: seq,
      until: undefined,
    };
    people.seats.push(seat);
    const held = people.byKey.get(key);
    if (held) held.push(seat);
    else people.byKey.set(key, [seat]);
    return undefined;
  },
  "seat.revoked": ({ people }, { act, seq }) => {
    const { office, member, key } = act.payload;
    for (const seat of people.byKey.get(key) ?? [])
      if (seat.office === office && seat.member === member && seat.until === undefined) seat.until = seq;
    return undefined;
  },
  "head.replaced": ({ people }, { act, seq }) => {
    const heads = people.heads.get(act.payload.office);
    const next = { key: act.payload.head, from: seq };
    if (heads) heads.push(next);
    else people.heads.set(act.payload.office, [next]);
    return undefined;
  },
  "powers.presented": ({ people }, { act }) => {
    people.powers.push(act.id);
    return undefined;
  },
};
