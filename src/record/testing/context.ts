import type { Random } from "#base";
import type { Office } from "../access/offices.ts";
import type { Room } from "../access/rooms.ts";
import type { ActId } from "../act/act.ts";
import type { Kind, PayloadOf } from "../act/kinds.ts";
import type { State } from "../fold/state.ts";

/** Who is about to say something where, and what he reads. */
export type Context = {
  readonly state: State;
  readonly by: Office;
  readonly room: Room;
  readonly now: number;
  readonly random: Random;
};

/** Invents a payload of each kind from what its author reads; undefined where there is nothing to speak about. */
export type Payloads<K extends Kind> = {
  readonly [One in K]: (context: Context) => PayloadOf<One> | undefined;
};

export function chance(random: Random, share: number): boolean {
  return random.next() < share;
}

/** One of some, mostly of the latest four. */
export function anyOf<T>(random: Random, items: Iterable<T>): T | undefined {
  const all = [...items];
  if (all.length === 0) return undefined;
  return random.pick(chance(random, 0.7) ? all.slice(-4) : all);
}

/** The agreed points and proposals that an author reads. */
export function anyAgreement({ state, random }: Context): ActId | undefined {
  return anyOf(random, [...state.talks.points.keys(), ...state.proposals.tabled.keys()]);
}

/** Adds a field where there is something to put into it. */
export function maybe<K extends string, T>(key: K, value: T | undefined): { [k in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [k in K]?: T }); // one field
}
