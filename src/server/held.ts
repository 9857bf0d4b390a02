import { ProblemError, problem } from "#base";
import { leafHash, openCheckpoint, type SigningKey, sameBytes, verifierOf } from "#ledger";
import {
  type Entry,
  type Office,
  offices,
  type Room,
  readableRooms,
  rooms,
  roomTable,
  type State,
  View,
} from "#record";
import { readEntry, roomSigner } from "#replica";
import type { Store } from "#store";
import { RoomLog } from "./room-log.ts";

/** A head that somebody outside the database has seen: a witness, a replica, an export. */
export type SeenHead = { readonly room: Room; readonly size: number; readonly root: Uint8Array };

export type Place = {
  readonly store: Store;
  readonly process: string;
  readonly hostName: string;
  readonly logKey: SigningKey;
  /** Heads that witnesses have seen: a log that does not continue them is never signed. */
  readonly seen?: readonly SeenHead[];
};

/** All rooms' logs and every office's view of them, as the registry holds them in memory. */
export class Held {
  readonly #logs: ReadonlyMap<Room, RoomLog>;
  readonly #views = new Map<Office, View>(offices.map((office) => [office, new View()]));
  readonly #ids = new Set<string>();

  private constructor({ process, hostName, logKey }: Place) {
    const logOf = (room: Room) =>
      new RoomLog(room, `${process}/${room}`, roomSigner(hostName, process, room, logKey));
    this.#logs = new Map(rooms.map((room) => [room, logOf(room)]));
  }

  /** Reads every log from the store; one that is not what this host has signed is never continued. */
  static async read(place: Place): Promise<Held> {
    const held = new Held(place);
    const byRoom = new Map<Room, readonly Entry[]>();
    for (const log of held.#logs.values()) byRoom.set(log.room, await held.#readLog(log, place));
    for (const head of place.seen ?? []) held.#refuseOlder(head);
    for (const [office, view] of held.#views)
      view.add(readableRooms(office).flatMap((room) => byRoom.get(room) ?? []));
    return held;
  }

  log(room: Room): RoomLog {
    const log = this.#logs.get(room);
    if (!log) throw new Error(`The registry has no log for the room ${room}.`);
    return log;
  }

  state(office: Office): State {
    return this.#view(office).state;
  }

  /** Whether an act of any room has this id. */
  isTaken(id: string): boolean {
    return this.#ids.has(id);
  }

  /** The size of each log by its name in the store. */
  sizes(): ReadonlyMap<string, number> {
    return new Map([...this.#logs.values()].map((log) => [log.name, log.size]));
  }

  /**
   * The time of receipt in a room at `now`: never before the entry before it, nor before the seats that count
   * for it; and seats change after all that was received under the old ones. So a seat's time has a beginning and
   * an end on the clock too, and no key that lost its seat can be taken back in later.
   */
  receivedAt(room: Room, now: number): number {
    const before = room === "process" ? [...this.#logs.values()] : [this.log(room), this.log("process")];
    return Math.max(now, ...before.map((log) => log.lastReceivedAt));
  }

  /** Takes an entry into its log and into the views of those who read it. */
  add(entry: Entry, leaf: Uint8Array): void {
    this.#addToLog(entry, leaf);
    for (const reader of roomTable[entry.act.room].readers) this.#view(reader).add([entry]);
  }

  #addToLog({ act, receivedAt }: Entry, leaf: Uint8Array): void {
    this.log(act.room).add(act.id, leaf, receivedAt);
    this.#ids.add(act.id);
  }

  #view(office: Office): View {
    const view = this.#views.get(office);
    if (!view) throw new Error(`The registry has no view for the office ${office}.`);
    return view;
  }

  // An old backup that is continued would be a second history, signed by this host.
  #refuseOlder({ room, size, root }: SeenHead): void {
    const log = this.log(room);
    if (log.size < size || !sameBytes(log.tree.root(size), root))
      throw new ProblemError(problem("registry.rolled_back", { log: log.name, size: log.size, seen: size }));
  }

  async #readLog(log: RoomLog, { store, process, hostName, logKey }: Place): Promise<readonly Entry[]> {
    // the head first: what another server appends meanwhile is beyond it
    const head = await store.latestCheckpoint(log.name);
    const entries: Entry[] = [];
    if (!head) return entries;
    for await (const row of store.read(log.name, 0, head.size)) {
      const read = readEntry(row.seq, row.entry);
      if ("problem" in read) throw tampered(log, `entry ${row.seq} cannot be read: ${read.problem.title}`);
      const { entry } = read;
      const leaf = leafHash(row.entry);
      if (!sameBytes(leaf, row.leafHash))
        throw tampered(log, `entry ${row.seq} was changed after it was written`);
      if (entry.act.room !== log.room || entry.act.process !== process || this.isTaken(entry.act.id))
        throw tampered(log, `entry ${row.seq} does not belong where it stands`);
      this.#addToLog(entry, leaf);
      entries.push(entry);
    }
    const signer = roomSigner(hostName, process, log.room, logKey);
    const reason = mismatch(log, new TextEncoder().encode(head.note), signer);
    if (reason) throw tampered(log, reason);
    log.markSynced();
    return entries;
  }
}

// The database's own columns are not asked: only what the log's key has signed counts.
function mismatch(log: RoomLog, note: Uint8Array, signer: ReturnType<typeof roomSigner>): string | undefined {
  try {
    const { size, root } = openCheckpoint(note, { log: verifierOf(signer) }).checkpoint;
    if (size === log.size && sameBytes(root, log.tree.root())) return undefined;
    return "its entries do not give the root that was signed";
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return `its checkpoint is not signed by this host's log key (${error.problem.title})`;
  }
}

function tampered(log: RoomLog, reason: string): ProblemError {
  return new ProblemError(problem("registry.tampered", { log: log.name, reason }));
}
