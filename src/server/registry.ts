import { type Problem, ProblemError } from "#base";
import { leafHash, type SigningKey, type Tile, tileHashes, tileWidth } from "#ledger";
import { type Act, encodeEntry, isFileReleased, type Office, type Room, rooms, type State } from "#record";
import type { Envelope } from "#replica";
import type { Append, Store } from "#store";
import { type Checked, checkEnvelope, refuseAdmission, refuseLogKey, refuseSize } from "./admit.ts";
import { Held, type SeenHead } from "./held.ts";
import type { RoomLog } from "./room-log.ts";

export type RegistryOptions = {
  readonly store: Store;
  readonly process: string;
  readonly hostName: string;
  /** Signs the checkpoints of every room's log. */
  readonly logKey: SigningKey;
  /** Heads that witnesses have seen: the registry refuses to open over logs that do not continue them. */
  readonly seen?: readonly SeenHead[];
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
  readonly leaf: Uint8Array;
};
type Refused = { readonly waiting: Waiting; readonly problem: Problem };
type Head = ReturnType<RoomLog["checkpoint"]>;

const largestBatch = 512;

/**
 * The host's registry of one process: admits acts, appends them, answers with receipts. An act is answered only
 * once it is synced; acts that come in while one batch is being written make up the next. Several registries may
 * serve one process over one PostgreSQL database.
 */
export class Registry {
  readonly #options: RegistryOptions;
  readonly #held: Held;
  /** True where memory may not be what the store holds: it is made so before the next act is judged. */
  #isStale = false;
  #queue: Waiting[] = [];
  #isDraining = false;
  /** How many acts the next batch may have: few where another server is appending at the same time. */
  #most = largestBatch;
  /** One batch, or one catching up, at a time. */
  #turn: Promise<unknown> = Promise.resolve();
  #stopWatching: (() => Promise<void>) | undefined;
  readonly #underWay = new Set<Promise<Admitted>>();
  /** When the signatures of all that was submitted so far have been looked at. */
  #checked: Promise<void> = Promise.resolve();
  #closed = false;

  private constructor(options: RegistryOptions, held: Held) {
    this.#options = options;
    this.#held = held;
  }

  static async open(options: RegistryOptions): Promise<Registry> {
    const registry = new Registry(options, await Held.read(options));
    await registry.#watch();
    return registry;
  }

  get process(): string {
    return this.#options.process;
  }

  /** The state of what an office reads of rooms that are not sealed; do not change it. */
  state(office: Office): State {
    return this.#held.state(office);
  }

  /** The head of a room's log that an author names as seen. */
  head(room: Room): { readonly size: number; readonly root: Uint8Array } {
    return this.#held.log(room).syncedHead();
  }

  /** Whether an act that the office reads names the blob with this digest; a release that was recalled does not count. */
  async isNamed(digest: string, office: Office): Promise<boolean> {
    const isNamed = () => this.#held.isNamed(digest, office) || isFileReleased(this.state(office), digest);
    if (isNamed()) return true;
    await this.catchUp();
    return isNamed();
  }

  /** The hashes of a tile of a room's log; undefined where the log has not grown so far. */
  async hashes(room: Room, tile: Tile & { readonly level: number }): Promise<Uint8Array | undefined> {
    const log = this.#held.log(room);
    const end = (tile.index * tileWidth + tile.width) * tileWidth ** tile.level;
    if (end > log.syncedSize) await this.catchUp();
    return end > log.syncedSize ? undefined : tileHashes(log.tree, tile);
  }

  /** The receipt of an entry under a signed head of its room's log that holds it. */
  async receipt(
    room: Room,
    seq: number,
    head: { readonly size: number; readonly note: string },
  ): Promise<Uint8Array | undefined> {
    if (head.size > this.#held.log(room).syncedSize) await this.catchUp();
    const log = this.#held.log(room);
    if (head.size > log.syncedSize) return undefined;
    return log.receipt(seq, { size: head.size, note: new TextEncoder().encode(head.note) });
  }

  /** Reads what other servers have appended; where there can be none, nothing. */
  async catchUp(): Promise<void> {
    if (this.#options.store.backend === "sqlite") return; // the only writer
    await this.#inTurn(() => this.#held.catchUp());
  }

  /** Refused acts throw a ProblemError; nothing of them is written. */
  submit(envelope: Envelope): Promise<Admitted> {
    const work = this.#admit(envelope);
    const end = () => this.#underWay.delete(work);
    this.#underWay.add(work);
    work.then(end, end);
    return work;
  }

  /** Waits for what has been submitted; the store stays open. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#stopWatching?.();
    await Promise.allSettled([...this.#underWay, this.#turn]);
  }

  // What another server admits is taken in when it is heard of: an office's state is asked between acts too.
  async #watch(): Promise<void> {
    const { store, process } = this.#options;
    if (store.backend === "sqlite") return; // the only writer
    const logs = new Map(rooms.map((room) => [`${process}/${room}`, this.#held.log(room)]));
    this.#stopWatching = await store.watch((name, size) => {
      const log = logs.get(name);
      if (this.#closed || !log || size <= log.size) return;
      this.catchUp().catch(() => {}); // nothing is held of it: the next act meets the same, and says it to somebody
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {}); // told to who asked; the next has its turn all the same
    return result;
  }

  async #admit(envelope: Envelope): Promise<Admitted> {
    if (this.#closed) throw new Error("The registry is closed.");
    const checking = checkEnvelope(envelope);
    const before = this.#checked;
    this.#checked = Promise.allSettled([before, checking]).then(() => {});
    const checked = await checking;
    await before; // acts are judged in the order in which they were submitted
    if ("problem" in checked) throw new ProblemError(checked.problem);
    return new Promise((done, failed) => {
      this.#queue.push({ checked, done, failed });
      if (!this.#isDraining) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#isDraining = true;
    await Promise.resolve(); // let submissions of the same moment join the first batch
    while (this.#queue.length > 0) await this.#inTurn(() => this.#settle());
    this.#isDraining = false;
  }

  // Answers every act of a batch. What goes wrong is their answer too: the next batch begins anew.
  async #settle(): Promise<void> {
    const batch = this.#queue.splice(0, this.#most);
    try {
      if (await this.#writeBatch(batch)) {
        this.#most = Math.min(largestBatch, 2 * this.#most);
        return;
      }
      // One act is judged fastest, and nothing has to be made anew where another server was faster yet again.
      this.#most = 1;
      this.#queue.unshift(...batch);
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
    this.#isStale = true;
  }

  // Answers false where another server has appended meanwhile: nothing was written, and all is to be judged anew.
  async #writeBatch(batch: readonly Waiting[]): Promise<boolean> {
    if (this.#isStale) {
      await this.#held.catchUp();
      this.#isStale = false;
    }
    const expected = this.#held.sizes();
    const placed: Placed[] = [];
    const refused: Refused[] = [];
    for (const waiting of batch) {
      const result = this.#place(waiting);
      if ("problem" in result) refused.push(result);
      else placed.push(result);
    }
    const heads = headsOf(placed);
    const isCurrent =
      placed.length > 0 ? await this.#append(placed, heads, expected) : await this.#isCurrent(expected);
    if (!isCurrent) return false;
    for (const { waiting, problem } of refused) waiting.failed(new ProblemError(problem));
    for (const one of placed) one.waiting.done(admitted(one, heads));
    for (const { waiting } of placed) await this.#dropRecalled(waiting.checked.act);
    return true;
  }

  // What was recalled goes out no more, and is not kept either, unless another act names it too; the acts stay.
  async #dropRecalled(act: Act): Promise<void> {
    if (act.kind !== "footage.recalled") return;
    const state = this.state("public");
    const release = state.entries.get(act.payload.release)?.act;
    if (release?.kind !== "footage.released") return;
    const { digest } = release.payload.file;
    if (!isFileReleased(state, digest) && !this.#held.isNamed(digest))
      await this.#options.store.dropBlob(digest);
  }

  // Judges one act and takes it into the logs and views in memory; the batch decides whether it stays.
  #place(waiting: Waiting): Placed | Refused {
    const { checked } = waiting;
    const { act, envelope } = checked;
    const held = this.#held;
    const log = held.log(act.room);
    const roster = held.log("process").size;
    const now = this.#options.now();
    const state = held.stateToJudge(act.by.office);
    const isTaken = (id: string) => held.isTaken(id);
    const problem =
      refuseAdmission(checked, { process: this.process, log, roster, state, isTaken }, now) ??
      refuseLogKey(act, this.#options);
    if (problem) return { waiting, problem };
    const receivedAt = held.receivedAt(act.room, now);
    const bytes = encodeEntry({ receivedAt, roster, signatures: envelope.signatures }, envelope.act);
    const tooLarge = refuseSize(bytes);
    if (tooLarge) return { waiting, problem: tooLarge };
    const seq = log.size;
    const leaf = leafHash(bytes);
    held.add({ seq, receivedAt, roster, act }, leaf);
    return { waiting, log, seq, receivedAt, bytes, leaf };
  }

  // Every log is guarded, for an act was judged by what all of them held.
  async #append(
    placed: readonly Placed[],
    heads: ReadonlyMap<RoomLog, Head>,
    expected: ReadonlyMap<string, number>,
  ): Promise<boolean> {
    const byLog = Map.groupBy(placed, (one) => one.log);
    const appends = [...byLog].map(([log, rows]): Append => {
      const { size, root, note } = headOf(heads, log);
      return {
        log: log.name,
        expectedSize: expected.get(log.name) ?? 0,
        rows: rows.map(({ waiting, receivedAt, bytes, leaf }) => ({
          id: waiting.checked.act.id,
          receivedAt,
          leafHash: leaf,
          entry: bytes,
        })),
        checkpoint: { size, root, note: new TextDecoder().decode(note) },
      };
    });
    const written = new Set(appends.map((one) => one.log));
    const guards = [...expected].filter(([log]) => !written.has(log)).map(([log, size]) => ({ log, size }));
    const result = await this.#options.store.append(appends, guards);
    if (result.done) this.#held.keep();
    return result.done;
  }

  // An act is refused only by what the store holds now: another server may have admitted what it builds on.
  async #isCurrent(expected: ReadonlyMap<string, number>): Promise<boolean> {
    const { store } = this.#options;
    if (store.backend === "sqlite") return true; // the only writer
    const now = new Map((await store.logs()).map(({ log, size }) => [log, size]));
    return [...expected].every(([log, size]) => (now.get(log) ?? 0) === size);
  }
}

function headsOf(placed: readonly Placed[]): ReadonlyMap<RoomLog, Head> {
  const logs = new Set(placed.map((one) => one.log));
  return new Map([...logs].map((log) => [log, log.checkpoint()]));
}

function headOf(heads: ReadonlyMap<RoomLog, Head>, log: RoomLog): Head {
  const head = heads.get(log);
  if (!head) throw new Error(`The log ${log.name} was written without a checkpoint.`);
  return head;
}

function admitted(one: Placed, heads: ReadonlyMap<RoomLog, Head>): Admitted {
  const { waiting, log, seq, receivedAt, bytes } = one;
  const { id, room } = waiting.checked.act;
  return { id, room, seq, receivedAt, entry: bytes, receipt: log.receipt(seq, headOf(heads, log)) };
}
