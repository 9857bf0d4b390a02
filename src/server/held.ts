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
import { digestsIn, readEntry, roomSigner } from "#replica";
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

/** An office's view, and how many of the entries that may be taken back it has looked at. */
type Reader = { view: View; ahead: number };

/**
 * All rooms' logs and every office's view of them, as the registry holds them in memory. Entries that are added may
 * be taken back until they are kept: a view takes them in only when somebody is judged by it.
 */
export class Held {
  readonly #place: Place;
  readonly #logs: ReadonlyMap<Room, RoomLog>;
  readonly #readers = new Map<Office, Reader>(
    offices.map((office) => [office, { view: new View(), ahead: 0 }]),
  );
  readonly #ids = new Set<string>();
  /** The rooms in which a blob is named, by its digest; a release of footage, which can be recalled, is not counted. */
  readonly #naming = new Map<string, Set<Room>>();
  #pending: Entry[] = [];

  private constructor(place: Place) {
    this.#place = place;
    const { process, hostName, logKey } = place;
    const logOf = (room: Room) =>
      new RoomLog(room, `${process}/${room}`, roomSigner(hostName, process, room, logKey));
    this.#logs = new Map(rooms.map((room) => [room, logOf(room)]));
  }

  /** Reads every log from the store; one that is not what this host has signed is never continued. */
  static async read(place: Place): Promise<Held> {
    const held = new Held(place);
    for (const log of held.#logs.values()) await held.#readOn(log);
    for (const head of place.seen ?? []) held.#refuseOlder(head);
    held.keep();
    return held;
  }

  /**
   * Makes this what the store holds: takes back what was added and is not there, and reads what another server has
   * appended. What is held already is not read again: the signed head must continue it.
   */
  async catchUp(): Promise<void> {
    this.rollBack();
    try {
      await this.#readNew();
    } catch (error) {
      this.rollBack(); // nothing is held that was not verified to its head
      throw error;
    }
    this.keep();
  }

  log(room: Room): RoomLog {
    const log = this.#logs.get(room);
    if (!log) throw new Error(`The registry has no log for the room ${room}.`);
    return log;
  }

  state(office: Office): State {
    return this.#reader(office).view.state;
  }

  /** The state by which an office's next act is judged: with all that was added before it. */
  stateToJudge(office: Office): State {
    const reader = this.#reader(office);
    this.#takeIn(office, reader);
    return reader.view.state;
  }

  /** Whether an act of any room has this id. */
  isTaken(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Whether an act that the office reads names the blob with this digest; with no office, whether any act does. */
  isNamed(digest: string, office?: Office): boolean {
    const named = this.#naming.get(digest);
    return named !== undefined && (!office || readableRooms(office).some((room) => named.has(room)));
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

  /** Takes an entry into its log; it may be taken back until it is kept. */
  add(entry: Entry, leaf: Uint8Array): void {
    this.log(entry.act.room).add(entry, leaf);
    this.#ids.add(entry.act.id);
    this.#pending.push(entry);
  }

  /** All that was added stands in the store. */
  keep(): void {
    for (const [office, reader] of this.#readers) {
      this.#takeIn(office, reader);
      reader.ahead = 0;
    }
    for (const { act } of this.#pending) {
      if (act.kind === "footage.released") continue;
      for (const digest of digestsIn(act)) {
        const named = this.#naming.get(digest) ?? new Set();
        this.#naming.set(digest, named.add(act.room));
      }
    }
    for (const log of this.#logs.values()) log.markSynced();
    this.#pending = [];
  }

  /** Takes back all that was added and not kept. */
  rollBack(): void {
    for (const { act } of this.#pending) this.#ids.delete(act.id);
    for (const log of this.#logs.values()) log.rollBack();
    for (const [office, reader] of this.#readers) {
      const isTouched = this.#pending.slice(0, reader.ahead).some(({ act }) => isReadBy(office, act.room));
      if (isTouched) reader.view = this.#viewOf(office);
      reader.ahead = 0;
    }
    this.#pending = [];
  }

  #takeIn(office: Office, reader: Reader): void {
    reader.view.add(this.#pending.slice(reader.ahead).filter(({ act }) => isReadBy(office, act.room)));
    reader.ahead = this.#pending.length;
  }

  // A fold cannot be undone: the view is made anew from what is left.
  #viewOf(office: Office): View {
    const view = new View();
    view.add(readableRooms(office).flatMap((room) => this.log(room).entries));
    return view;
  }

  #reader(office: Office): Reader {
    const reader = this.#readers.get(office);
    if (!reader) throw new Error(`The registry has no view for the office ${office}.`);
    return reader;
  }

  // An old backup that is continued would be a second history, signed by this host.
  #refuseOlder({ room, size, root }: SeenHead): void {
    const log = this.log(room);
    if (log.size < size || !sameBytes(log.tree.root(size), root))
      throw new ProblemError(problem("registry.rolled_back", { log: log.name, size: log.size, seen: size }));
  }

  async #readNew(): Promise<void> {
    const sizes = new Map((await this.#place.store.logs()).map(({ log, size }) => [log, size]));
    for (const log of this.#logs.values()) {
      const size = sizes.get(log.name) ?? 0;
      if (size < log.size) throw tampered(log, `it had ${log.size} entries and has ${size}`);
      if (size > log.size) await this.#readOn(log);
    }
  }

  // From what is held to the signed head.
  async #readOn(log: RoomLog): Promise<void> {
    const { store, process, hostName, logKey } = this.#place;
    // the head first: what another server appends meanwhile is beyond it
    const head = await store.latestCheckpoint(log.name);
    if (!head && log.size === 0) return;
    const size = head?.size ?? 0;
    if (!head || size < log.size) throw tampered(log, `its head was at ${log.size} and is at ${size}`);
    for await (const row of store.read(log.name, log.size, size - log.size)) {
      const read = readEntry(row.seq, row.entry);
      if ("problem" in read) throw tampered(log, `entry ${row.seq} cannot be read: ${read.problem.title}`);
      const { entry } = read;
      const leaf = leafHash(row.entry);
      if (!sameBytes(leaf, row.leafHash))
        throw tampered(log, `entry ${row.seq} was changed after it was written`);
      if (entry.act.room !== log.room || entry.act.process !== process || this.isTaken(entry.act.id))
        throw tampered(log, `entry ${row.seq} does not belong where it stands`);
      this.add(entry, leaf);
    }
    const signer = roomSigner(hostName, process, log.room, logKey);
    const reason = mismatch(log, new TextEncoder().encode(head.note), signer);
    if (reason) throw tampered(log, reason);
  }
}

function isReadBy(office: Office, room: Room): boolean {
  return roomTable[room].readers.includes(office);
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
