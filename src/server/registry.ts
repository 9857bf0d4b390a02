import { type Problem, ProblemError, problem } from "#base";
import { formatVerifierKey, leafHash, noteVerifier, type SigningKey, sameBytes } from "#ledger";
import {
  type Entry,
  encodeEntry,
  type Office,
  offices,
  type Room,
  readableRooms,
  rooms,
  roomTable,
  type State,
  View,
} from "#record";
import { type Envelope, logName, readEntry, roomSigner } from "#replica";
import type { Append, Store } from "#store";
import { type Checked, checkEnvelope, refuseAdmission, refuseSize } from "./admit.ts";
import { RoomLog } from "./room-log.ts";

export type RegistryOptions = {
  readonly store: Store;
  readonly process: string;
  readonly hostName: string;
  /** Signs the checkpoints of every room's log. */
  readonly logKey: SigningKey;
  /** Epoch ms; the host's clock. */
  readonly now: () => number;
};

/** What the author of an admitted act gets back: its place, and a receipt that proves it without the host. */
export type Admitted = {
  readonly id: string;
  readonly room: Room;
  readonly seq: number;
  readonly receivedAt: number;
  /** The exact bytes of the leaf. */
  readonly entry: Uint8Array;
  /** The `.tlog-proof` file (C2SP). */
  readonly receipt: Uint8Array;
};

type Waiting = {
  readonly checked: Checked;
  readonly done: (admitted: Admitted) => void;
  readonly failed: (error: unknown) => void;
};
type Placed = {
  readonly waiting: Waiting;
  readonly log: RoomLog;
  readonly seq: number;
  readonly receivedAt: number;
  readonly bytes: Uint8Array;
};

const largestBatch = 512;

/**
 * The host's registry of one process: admits acts, appends them, answers with receipts. An act is answered only
 * once it is synced; acts that come in while one batch is being written make up the next.
 */
export class Registry {
  readonly #options: RegistryOptions;
  #logs = new Map<Room, RoomLog>();
  #views = new Map<Office, View>();
  #queue: Waiting[] = [];
  #draining: Promise<void> | undefined;
  #closed = false;

  private constructor(options: RegistryOptions) {
    this.#options = options;
  }

  static async open(options: RegistryOptions): Promise<Registry> {
    const registry = new Registry(options);
    await registry.#load();
    return registry;
  }

  get process(): string {
    return this.#options.process;
  }

  /** The state of what an office reads of rooms that are not sealed; do not change it. */
  state(office: Office): State {
    return this.#view(office).state;
  }

  /** The head of a room's log that an author names as seen. */
  head(room: Room): { readonly size: number; readonly root: Uint8Array } {
    const { tree } = this.#log(room);
    return { size: tree.size, root: tree.root() };
  }

  /** Refused acts throw a ProblemError; nothing of them is written. */
  async submit(envelope: Envelope): Promise<Admitted> {
    if (this.#closed) throw new Error("The registry is closed.");
    const checked = await checkEnvelope(envelope);
    if ("problem" in checked) throw new ProblemError(checked.problem);
    return new Promise((done, failed) => {
      this.#queue.push({ checked, done, failed });
      this.#draining ??= this.#drain().finally(() => {
        this.#draining = undefined;
      });
    });
  }

  /** Waits for what has been submitted; the store stays open. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#draining;
  }

  async #drain(): Promise<void> {
    await Promise.resolve(); // let submissions of the same moment join the first batch
    while (this.#queue.length > 0) await this.#writeBatch(this.#queue.splice(0, largestBatch));
  }

  async #writeBatch(batch: readonly Waiting[]): Promise<void> {
    const expected = new Map([...this.#logs.values()].map((log) => [log.name, log.size]));
    const placed: Placed[] = [];
    for (const waiting of batch) {
      const result = this.#place(waiting);
      if ("code" in result) waiting.failed(new ProblemError(result));
      else placed.push(result);
    }
    if (placed.length === 0) return;
    try {
      const moved = await this.#append(placed, expected);
      if (!moved) return;
      // Another server has appended meanwhile: see what it wrote, and judge these acts anew.
      await this.#load();
      await this.#writeBatch(placed.map((one) => one.waiting));
    } catch (error) {
      for (const { waiting } of placed) waiting.failed(error);
      await this.#load();
    }
  }

  // Judges one act and takes it into the logs and views in memory; the batch decides whether it stays.
  #place(waiting: Waiting): Placed | Problem {
    const { act, envelope } = waiting.checked;
    const log = this.#log(act.room);
    const roster = this.#log("process").size;
    const now = this.#options.now();
    const state = this.#view(act.by.office).state;
    const refused =
      refuseAdmission(waiting.checked, { process: this.process, log, roster, state }, now) ??
      this.#refuseKey(act);
    if (refused) return refused;
    const receivedAt = Math.max(now, log.lastReceivedAt);
    const bytes = encodeEntry({ receivedAt, roster, signatures: envelope.signatures }, envelope.act);
    const tooLarge = refuseSize(bytes);
    if (tooLarge) return tooLarge;
    const seq = log.size;
    log.add(act.id, leafHash(bytes), receivedAt);
    this.#show({ seq, receivedAt, roster, act });
    return { waiting, log, seq, receivedAt, bytes };
  }

  #refuseKey(act: Checked["act"]): Problem | undefined {
    if (act.kind !== "process.opened") return undefined;
    const { hostName, process, logKey } = this.#options;
    const expected = formatVerifierKey(noteVerifier(logName(hostName, process), logKey.publicKey));
    const { log, hostName: named } = act.payload;
    return log === expected && named === hostName ? undefined : problem("process.log_key", { expected });
  }

  // Answers true where another server's rows stood in the way and nothing was written.
  async #append(placed: readonly Placed[], expected: ReadonlyMap<string, number>): Promise<boolean> {
    const byLog = Map.groupBy(placed, (one) => one.log);
    const heads = new Map([...byLog.keys()].map((log) => [log, log.checkpoint()]));
    const appends = [...byLog].map(([log, rows]): Append => {
      const head = heads.get(log) ?? log.checkpoint();
      return {
        log: log.name,
        expectedSize: expected.get(log.name) ?? 0,
        rows: rows.map(({ waiting, receivedAt, bytes }) => ({
          id: waiting.checked.act.id,
          receivedAt,
          leafHash: leafHash(bytes),
          entry: bytes,
        })),
        checkpoint: { size: head.size, root: head.root, note: new TextDecoder().decode(head.note) },
      };
    });
    const written = new Set(appends.map((one) => one.log));
    const guards = [...expected].filter(([log]) => !written.has(log)).map(([log, size]) => ({ log, size }));
    const result = await this.#options.store.append(appends, guards);
    if (!result.done) return true;
    for (const { waiting, log, seq, receivedAt, bytes } of placed) {
      const head = heads.get(log);
      if (!head) throw new Error(`The log ${log.name} was written without a checkpoint.`);
      const { id, room } = waiting.checked.act;
      waiting.done({ id, room, seq, receivedAt, entry: bytes, receipt: log.receipt(seq, head) });
    }
    return false;
  }

  #log(room: Room): RoomLog {
    const log = this.#logs.get(room);
    if (!log) throw new Error(`The registry has no log for the room ${room}.`);
    return log;
  }

  #view(office: Office): View {
    const view = this.#views.get(office);
    if (!view) throw new Error(`The registry has no view for the office ${office}.`);
    return view;
  }

  #show(entry: Entry): void {
    for (const reader of roomTable[entry.act.room].readers) this.#view(reader).add([entry]);
  }

  // Reads every log from the store; a log that does not fit its own checkpoint is never continued.
  async #load(): Promise<void> {
    const { store, process, hostName, logKey } = this.#options;
    this.#logs = new Map(
      rooms.map((room) => [
        room,
        new RoomLog(room, `${process}/${room}`, roomSigner(hostName, process, room, logKey)),
      ]),
    );
    const byRoom = new Map<Room, Entry[]>();
    for (const [room, log] of this.#logs) {
      const entries: Entry[] = [];
      byRoom.set(room, entries);
      for await (const row of store.read(log.name, 0)) {
        const read = readEntry(row.seq, row.entry);
        if ("problem" in read) throw new ProblemError(read.problem);
        const leaf = leafHash(row.entry);
        if (!sameBytes(leaf, row.leafHash))
          throw tampered(log, `entry ${row.seq} was changed after it was written`);
        log.add(read.entry.act.id, leaf, read.entry.receivedAt);
        entries.push(read.entry);
      }
      const head = await store.latestCheckpoint(log.name);
      if ((head?.size ?? 0) !== log.size || (head && !sameBytes(head.root, log.tree.root())))
        throw tampered(log, "its entries do not give the root that was signed");
    }
    this.#views = new Map(offices.map((office) => [office, new View()]));
    for (const [office, view] of this.#views)
      view.add(readableRooms(office).flatMap((room) => byRoom.get(room) ?? []));
  }
}

function tampered(log: RoomLog, reason: string): ProblemError {
  return new ProblemError(problem("registry.tampered", { log: log.name, reason }));
}
