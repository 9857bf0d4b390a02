import type { Room } from "#record";

/** Entries of one room as they go out, and the room's size after them. */
export type Part = { readonly next: number; readonly data: string };

const mostCharacters = 16 * 1_024 * 1_024;

/**
 * Parts of the feed that are full, as they were last written: what stands in a log never changes, and many who have
 * been away lack the same. The oldest goes where there is no room.
 */
export class Parts {
  readonly #byPlace = new Map<string, Part>();
  #characters = 0;

  /** The part that begins at a place and ends by `to` at the latest; undefined where it is not kept. */
  find(room: Room, from: number, to: number): Part | undefined {
    const part = this.#byPlace.get(`${room}:${from}`);
    return part && part.next <= to ? part : undefined;
  }

  add(room: Room, from: number, part: Part): void {
    const place = `${room}:${from}`;
    if (this.#byPlace.has(place)) return; // two readers were at it at the same time
    this.#byPlace.set(place, part);
    this.#characters += part.data.length;
    for (const [oldest, { data }] of this.#byPlace) {
      if (this.#characters <= mostCharacters) break;
      this.#byPlace.delete(oldest);
      this.#characters -= data.length;
    }
  }
}
