import type { Room } from "../access/rooms.ts";
import type { Entry } from "../act/entry.ts";

type Place = { readonly entry: Entry; readonly receivedAt: number; readonly key: string };
type Tail = { receivedAt: number; key: string };

/**
 * One order over the logs of several rooms: by the time of receipt, and where times are equal by act id,
 * without breaking the order inside a room. The order of two acts does not depend on which other rooms
 * are read, nor on the rooms' names. O(n log n).
 */
export class Ordering {
  readonly #tails = new Map<Room, Tail>();

  /** Places entries of one or more rooms, each room's in the order of its log, after what was placed before. */
  place(entries: readonly Entry[]): readonly Place[] {
    const places = entries.map((entry) => this.#next(entry));
    return places.sort(comparePlaces);
  }

  // Inside a room equal times keep the log's order: an entry's key is the greatest id of its run of equal times.
  #next(entry: Entry): Place {
    const { receivedAt } = entry;
    const tail = this.#tails.get(entry.act.room);
    const run = tail !== undefined && tail.receivedAt === receivedAt;
    const key = run && tail.key > entry.act.id ? tail.key : entry.act.id;
    this.#tails.set(entry.act.room, { receivedAt, key });
    return { entry, receivedAt, key };
  }
}

export function comparePlaces(one: Place, other: Place): number {
  if (one.receivedAt !== other.receivedAt) return one.receivedAt - other.receivedAt;
  if (one.key !== other.key) return one.key < other.key ? -1 : 1;
  return one.entry.seq - other.entry.seq;
}
export type { Place };
