import { Tree, toHex } from "#ledger";
import { type Entry, emptyState, foldInto, type PayloadOf, type Room, rooms, type State } from "#record";
import type { Before } from "../judge-entry.ts";
import type { Paper } from "../opened.ts";
import type { KeptRoom } from "./keep.ts";

/** One room's log as a replica holds it in memory. The tree may run ahead of `head` while a batch is judged. */
export type HeldRoom = {
  readonly room: Room;
  readonly tree: Tree;
  /** What has been checked and kept; undefined where the log is empty. */
  head: KeptRoom | undefined;
  /** As they stand in the log; those of a sealed room are the papers that carry what was said. */
  readonly entries: Entry[];
  readonly papers: Paper[];
  before: Before;
};

/** The process room read as seats: who held which one, by places in its log. */
export type Seats = { readonly state: State; readonly times: number[] };

/** Everything that a replica holds of its rooms, in memory. */
export class Held {
  readonly process: string;
  readonly rooms: ReadonlyMap<Room, HeldRoom> = new Map(rooms.map((room) => [room, emptyRoom(room)]));
  /** Every act and every paper by its id; an act inside a paper stands where the paper stands. */
  readonly places = new Map<string, { readonly room: Room; readonly seq: number }>();
  seats: Seats = emptySeats();
  founding: PayloadOf<"process.opened"> | undefined;

  constructor(process: string) {
    this.process = process;
  }

  room(room: Room): HeldRoom {
    const held = this.rooms.get(room);
    if (!held) throw new Error(`A replica holds no room ${room}.`);
    return held;
  }

  /** Entries of a room that have been checked and kept. */
  size(room: Room): number {
    return this.room(room).head?.size ?? 0;
  }

  /** Takes an entry of the process room into the seats. */
  seat(entry: Entry): void {
    foldInto(this.seats.state, entry);
    this.seats.times.push(entry.receivedAt);
  }

  /** Takes back what a batch that was refused has added. */
  takeBack(room: Room): void {
    this.room(room).tree.truncate(this.size(room));
    if (room !== "process") return;
    this.seats = emptySeats();
    if (this.size(room) === 0) this.founding = undefined;
    for (const entry of this.room("process").entries) this.seat(entry);
  }

  /** What has been checked becomes what is held. */
  add(head: KeptRoom, entries: readonly Entry[], papers: readonly Paper[], before: Before): void {
    const held = this.room(head.room);
    for (const entry of entries) {
      this.places.set(entry.act.id, { room: head.room, seq: entry.seq });
      held.entries.push(entry);
    }
    for (const paper of papers) held.papers.push(paper);
    held.head = head;
    held.before = before;
  }
}

/** The root of a room's tree at a size, as heads name it. */
export function rootAt(tree: Tree, size: number): string {
  return toHex(tree.root(size));
}

function emptyRoom(room: Room): HeldRoom {
  return {
    room,
    tree: new Tree(),
    head: undefined,
    entries: [],
    papers: [],
    before: { receivedAt: 0, roster: 0 },
  };
}

function emptySeats(): Seats {
  return { state: emptyState(), times: [] };
}
