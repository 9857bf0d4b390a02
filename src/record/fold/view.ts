import type { Entry } from "../act/entry.ts";
import { foldInto } from "./fold.ts";
import { comparePlaces, Ordering, type Place } from "./order.ts";
import { emptyState, type State } from "./state.ts";

/** A viewer's state kept up to date: takes new entries of any of his rooms, in the order of each room's log. */
export class View {
  #state = emptyState();
  #ordering = new Ordering();
  #places: Place[] = [];

  get state(): State {
    return this.#state;
  }

  get size(): number {
    return this.#places.length;
  }

  add(entries: readonly Entry[]): void {
    const next = this.#ordering.place(entries);
    const last = this.#places.at(-1);
    const first = next[0];
    if (!first) return;
    const behind = last !== undefined && comparePlaces(first, last) < 0;
    for (const place of next) this.#places.push(place);
    if (!behind) {
      for (const { entry } of next) foldInto(this.#state, entry);
      return;
    }
    // An older act of another room arrived late: the state is what it would be had it come in time.
    this.#places.sort(comparePlaces);
    this.#state = emptyState();
    for (const { entry } of this.#places) foldInto(this.#state, entry);
  }
}

/** The state of a viewer who reads exactly these entries. */
export function fold(entries: readonly Entry[]): State {
  const state = emptyState();
  for (const { entry } of new Ordering().place(entries)) foldInto(state, entry);
  return state;
}
