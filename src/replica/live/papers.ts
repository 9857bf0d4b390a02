import { type Problem, problem } from "#base";
import { nextTurn, unwrapSecret, type WrappedSecret, wrapSecret } from "#ledger";
import { type Entry, type Room, rooms } from "#record";
import { type Inside, openedPaper, openHandedInto, type Paper } from "../opened.ts";
import { type Device, identitiesOf } from "./device.ts";
import type { Held } from "./held.ts";
import type { Keep } from "./keep.ts";

/** What all papers that are held come to: acts to read, papers for others, and papers that are not to be believed. */
export type Settled = {
  readonly entries: readonly Entry[];
  /** Where an act that a paper holds stands, by its id. */
  readonly places: ReadonlyMap<string, { readonly room: Room; readonly seq: number }>;
  readonly closed: number;
  readonly problems: readonly Problem[];
};

/** The sealed papers of a replica, each opened once on a device: that takes some ten milliseconds for each. */
export class Papers {
  readonly #keep: Keep;
  readonly #inside = new Map<string, Inside>();
  #device: Device | undefined;
  #identities: readonly string[] = [];

  constructor(keep: Keep) {
    this.#keep = keep;
  }

  /** Opens with these keys from now on; what they have opened before is read from where it was kept. */
  async use(device: Device | undefined): Promise<void> {
    this.#device = device;
    this.#identities = await identitiesOf(device);
    this.#inside.clear();
    if (!device) return;
    const kept = await this.#keep.opened();
    await Promise.all(
      [...kept].map(async ([id, wrapped]) => {
        const text = await unwrapSecret(device.wrapping, wrapped, purposeOf(id));
        if (text === undefined) return; // another device's: it is opened anew
        const { inside: found } = JSON.parse(text) as { inside?: Inside }; // as it is wrapped below
        this.#inside.set(id, found);
      }),
    );
  }

  /** Opens what has not been opened before, and tells how far it is. */
  async open(
    held: Held,
    papers: readonly Paper[],
    onProgress: (done: number, of: number) => void,
  ): Promise<void> {
    const fresh = new Map<string, Inside>();
    const { people } = held.seats.state;
    const closed = papers.filter((paper) => !this.#inside.has(paper.outer.act.id));
    for (const [i, paper] of closed.entries()) {
      const { id } = paper.outer.act;
      fresh.set(id, await openedPaper(paper, people, this.#identities));
      this.#inside.set(id, fresh.get(id));
      if (this.#identities.length > 0) {
        onProgress(i + 1, closed.length);
        await nextTurn();
      }
    }
    if (closed.length > 0) {
      const all = rooms.flatMap((room) => held.room(room).papers);
      for (const { outer } of await openHandedInto(this.#inside, all, people))
        fresh.set(outer.act.id, this.#inside.get(outer.act.id));
    }
    await this.#keepOpened(fresh);
  }

  async #keepOpened(fresh: ReadonlyMap<string, Inside>): Promise<void> {
    if (!this.#device || fresh.size === 0) return;
    const wrapped = new Map<string, WrappedSecret>();
    for (const [id, inside] of fresh)
      wrapped.set(id, await wrapSecret(this.#device.wrapping, JSON.stringify({ inside }), purposeOf(id)));
    await this.#keep.putOpened(wrapped);
  }

  /**
   * All papers in the order of the rooms: the same as a reader of the whole copy gets, whatever came in first. An act
   * inside takes no id that stands in clear, and none of an act in an earlier paper.
   */
  settle(held: Held): Settled {
    const entries: Entry[] = [];
    const places = new Map<string, { readonly room: Room; readonly seq: number }>();
    const problems: Problem[] = [];
    let closed = 0;
    for (const room of rooms)
      for (const { outer } of held.room(room).papers) {
        const found = this.#inside.get(outer.act.id);
        if (found === undefined) closed += 1;
        else if ("problem" in found) problems.push(found.problem);
        else if (held.places.has(found.entry.act.id) || places.has(found.entry.act.id)) {
          const reason = "another act has the id of the act inside";
          problems.push(problem("paper.damaged", { id: outer.act.id, reason }));
        } else {
          places.set(found.entry.act.id, { room, seq: outer.seq });
          entries.push(found.entry);
        }
      }
    return { entries, places, closed, problems };
  }
}

function purposeOf(id: string): string {
  return `parley/paper/${id}`;
}
