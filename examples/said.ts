import type { Act, ActId, Kind, Office, PayloadOf, Room } from "#record";

/** A payload in which other acts stand by their names, as in `{ round: "@round-1" }`. */
type ByName<T> = T extends ActId
  ? `@${string}`
  : T extends readonly (infer One)[]
    ? readonly ByName<One>[]
    : T extends object
      ? { readonly [K in keyof T]: ByName<T[K]> }
      : T;

/** The founding act and the seats carry keys, and a sealed paper a cipher: the loader makes those. */
type Spoken = Exclude<
  Kind,
  "process.opened" | "seat.granted" | "seat.revoked" | "head.replaced" | "paper.sealed"
>;

/** One act as it is written here: three times stand apart, when it happened, was said and was received. */
export type Said<K extends Spoken = Spoken> = {
  [One in K]: {
    readonly name: string;
    readonly room: Room;
    readonly kind: One;
    readonly by: Office;
    readonly member: string;
    readonly capacity: string;
    readonly saidAt: string;
    readonly happenedAt?: Act["happenedAt"];
    /** ISO 8601 with milliseconds in UTC; set by the demonstration, strictly increasing. */
    readonly receivedAt: string;
    readonly payload: ByName<PayloadOf<One>>;
  };
}[K];
