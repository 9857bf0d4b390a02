import type { Client } from "#api";
import { type Problem, ProblemError, problem } from "#base";
import {
  type Act,
  type ActId,
  type Entry,
  type Office,
  type Room,
  readableRooms,
  rooms,
  roomTable,
  type State,
} from "#record";
import type { Draft } from "../compose.ts";
import type { HandedKey } from "../opened.ts";
import { keysByRoom } from "../read.ts";
import type { Source } from "../source.ts";
import { type Standing, standingOf } from "../trust.ts";
import { type Verification, type VerifyOptions, verifySource } from "../verify.ts";
import { Beside } from "./beside.ts";
import { bytesOf } from "./chunk.ts";
import { Connection, type ReplicaProgress, type ReplicaStatus } from "./connection.ts";
import { Copy } from "./copy.ts";
import { type Device, identitiesOf } from "./device.ts";
import { type Composed, composeOn } from "./draft.ts";
import { witnessesAt } from "./heads.ts";
import { rootAt } from "./held.ts";
import type { Keep, KeptMeta, QueuedAct, QueueProblem } from "./keep.ts";
import { keptSource } from "./kept-source.ts";
import { Line } from "./line.ts";
import { Outbox } from "./outbox.ts";
import { type ActProof, proofAt } from "./proof.ts";
import { visitAfter } from "./visit.ts";

export type ReplicaOptions = {
  readonly client: Client;
  readonly keep: Keep;
  /** Epoch ms. */
  readonly now: () => number;
  readonly office: Office;
  readonly process: string;
  /** The fingerprint on the paper of the preparatory meeting. */
  readonly fingerprint?: string;
  /** What this device signs with; without it, the one that was kept. */
  readonly device?: Device;
  readonly onLoading?: (progress: ReplicaProgress) => void;
};

/** How an act stands: not recorded yet, or how far its place in the log is beyond the host's power. */
export type ActStanding = {
  readonly standing: "not_recorded" | Standing;
  readonly room: Room;
  readonly seq: number | undefined;
  /** Whether its signatures have been verified here. */
  readonly verified: boolean;
};

export type ReplicaHead = {
  readonly size: number;
  /** SHA-256 in hex. */
  readonly root: string;
  readonly checkpoint: string | undefined;
  /** The offices whose witnesses have cosigned this head. */
  readonly witnesses: readonly Office[];
};

/**
 * An office's live copy of the record: it takes what the host gives out, believes nothing of it unseen, and stays
 * readable whatever the host does. Its office says new acts through it, offline too.
 */
export class Replica {
  readonly #client: Client;
  readonly #now: () => number;
  readonly #copy: Copy;
  readonly #beside: Beside;
  readonly #outbox: Outbox;
  readonly #line: Line;
  readonly #connection: Connection;
  /** The heads with which this visit began: what came later must continue them. */
  readonly #before: Source;
  readonly #listeners = new Set<() => void>();
  #read: readonly Entry[] | undefined;
  #isTold = true;

  private constructor({ client, now }: ReplicaOptions, copy: Copy, beside: Beside) {
    this.#client = client;
    this.#now = now;
    this.#copy = copy;
    this.#beside = beside;
    this.#before = keptSource(copy);
    const onChange = () => this.#changed();
    const onTrouble = (trouble: QueueProblem) => this.#connection.noteTrouble(trouble);
    this.#outbox = new Outbox({ client, copy, now, onChange, onTrouble });
    this.#line = new Line({
      client,
      copy,
      beside,
      onProgress: (done, of) => this.#connection.noteFetched(done, of),
      onTaken: () => this.#taken(),
    });
    this.#connection = new Connection({
      copy,
      line: this.#line,
      outbox: this.#outbox,
      beside,
      now,
      onChange,
    });
  }

  /** Loads what is kept and folds it; talks to no one yet. */
  static async open(options: ReplicaOptions): Promise<Replica> {
    const { keep, office, process, onLoading } = options;
    const kept = await keep.meta();
    if ((kept.office ?? office) !== office || (kept.process ?? process) !== process)
      throw new Error(
        `This keep is that of ${kept.office} in ${kept.process}, not of ${office} in ${process}.`,
      );
    const fingerprint = options.fingerprint ?? kept.fingerprint;
    const device = options.device ?? kept.device;
    const meta: KeptMeta = {
      ...kept,
      office,
      process,
      ...(fingerprint === undefined ? {} : { fingerprint }),
      ...(device === undefined ? {} : { device }),
    };
    await keep.setMeta(meta);
    let opened: Replica | undefined;
    const copy = new Copy(keep, office, process, (done, of) => {
      if (opened) opened.#connection.noteOpened(done, of);
      else onLoading?.({ phase: "folding", done, of });
    });
    await copy.load(device, (done, of) => onLoading?.({ phase: "loading", done, of }));
    opened = new Replica(options, copy, new Beside(keep, meta));
    await opened.#outbox.load(device);
    return opened;
  }

  /** Syncs, then follows the feed, comes again when the line breaks, and sends what was said. */
  start(): void {
    this.#connection.start();
  }

  /** Waits for what is under way. The keep stays open: it is closed by whoever opened it. */
  stop(): Promise<void> {
    return this.#connection.stop();
  }

  /** Tries the host now instead of waiting: the network is back, or somebody has signed in. */
  retry(): void {
    this.#connection.hurry();
  }

  /** Asks the host again after a refusal that a person has looked at; the evidence of it is given up. */
  askAgain(): Promise<void> {
    return this.#connection.forgive();
  }

  get office(): Office {
    return this.#copy.office;
  }

  get process(): string {
    return this.#copy.held.process;
  }

  get status(): ReplicaStatus {
    return this.#connection.status;
  }

  /** What the host has shown that this copy does not believe; the copy is as it was before. */
  get refusal(): Problem | undefined {
    return this.#beside.meta.refusal?.problem;
  }

  /** Why the host is not reached, or does not answer this office. */
  get trouble(): QueueProblem | undefined {
    return this.#connection.trouble;
  }

  get device(): Device | undefined {
    return this.#beside.meta.device;
  }

  /** The fingerprint of the founding act; undefined before it is read. */
  get fingerprint(): string | undefined {
    return this.#beside.meta.fingerprint;
  }

  /** What the acts held come to, without those on their way. */
  get state(): State {
    return this.#copy.view.state;
  }

  /** Sealed papers that this device cannot open. */
  get closed(): number {
    return this.#copy.settled.closed;
  }

  /** Sealed papers that could be opened and are not to be believed. */
  get paperProblems(): readonly Problem[] {
    return this.#copy.settled.problems;
  }

  get progress(): ReplicaProgress | undefined {
    return this.#connection.progress;
  }

  /** Entries whose signatures have been verified here, of those held. */
  get verifiedSignatures(): { readonly done: number; readonly of: number } {
    const of = this.#copy.size();
    return { done: of - this.#copy.unverified(), of };
  }

  get queue(): readonly QueuedAct[] {
    return this.#outbox.queue;
  }

  /** Begins a visit, or goes on with one; epoch ms of the newest receipt before it, undefined on the first. */
  async beginVisit(): Promise<number | undefined> {
    const newest = this.rooms().flatMap((room) => this.entries(room).at(-1)?.receivedAt ?? []);
    const held = newest.length > 0 ? Math.max(...newest) : undefined;
    const visit = visitAfter(this.#beside.meta.visit, held, this.#now());
    await this.#beside.set({ visit });
    return visit.since;
  }

  /** The rooms that this office reads. */
  rooms(): readonly Room[] {
    return readableRooms(this.office);
  }

  head(room: Room): ReplicaHead {
    const { head, tree } = this.#copy.held.room(room);
    const size = head?.size ?? 0;
    return {
      size,
      root: head?.root ?? rootAt(tree, 0),
      checkpoint: head?.checkpoint,
      witnesses: size === 0 ? [] : witnessesAt(head?.cosigned ?? [], size - 1),
    };
  }

  /** Everything read, in the order of receipt: acts in clear and acts from papers, of one room or of all. */
  entries(room?: Room): readonly Entry[] {
    if (room === undefined) {
      const all = () => rooms.flatMap((one) => this.entries(one)).sort((a, b) => a.receivedAt - b.receivedAt);
      this.#read ??= all();
      return this.#read;
    }
    return roomTable[room].sealed
      ? this.#copy.settled.entries.filter((entry) => entry.act.room === room)
      : this.#copy.held.room(room).entries;
  }

  /** The exact bytes of one entry; undefined where it is not held. */
  async bytes(room: Room, seq: number): Promise<Uint8Array | undefined> {
    const entry = await this.#copy.entryAt(room, seq);
    return entry && bytesOf(entry);
  }

  /** Calls back after anything here has changed; changes that come close together are told once. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** How an act stands; undefined where it is neither held nor on its way. */
  standing(id: ActId): ActStanding | undefined {
    const place = this.#placeOf(id);
    if (!place) {
      const waiting = this.queue.find(({ act }) => act.id === id);
      return waiting && { standing: "not_recorded", room: waiting.act.room, seq: undefined, verified: true };
    }
    const { room, seq } = place;
    const { head } = this.#copy.held.room(room);
    const standing = standingOf(witnessesAt(head?.cosigned ?? [], seq));
    return { standing, room, seq, verified: this.#copy.isVerified(room, seq) };
  }

  /** What a draft would become, and why it would be refused now, as far as this copy can tell. Nothing is sent. */
  compose(draft: Draft): Composed {
    const { device, office } = this;
    if (!device) return { problem: problem("replica.no_key", { office }) };
    const onTheirWay = this.queue.filter((one) => one.state !== "refused").map(({ act }) => act);
    return composeOn(this.#copy, draft, device, this.#now(), onTheirWay);
  }

  /** Signs the act, seals it where its room is sealed, keeps it, and sends it when the host can be reached. */
  async say(act: Act): Promise<ActId> {
    const { device, office } = this;
    if (!device) throw new ProblemError(problem("replica.no_key", { office }));
    await this.#outbox.say(act, this.state, device, roomTable[act.room].sealed);
    this.#connection.hurry();
    return act.id;
  }

  /** Takes back what waits or was refused. */
  discard(id: ActId): Promise<void> {
    return this.#outbox.discard(id);
  }

  /** Other keys of this device: papers are opened with them from now on, and acts signed. */
  async setDevice(device: Device): Promise<void> {
    await this.#beside.set({ device });
    await this.#line.inTurn(() => this.#copy.useDevice(device));
    await this.#outbox.load(device);
    await this.#taken();
  }

  /** Verifies everything held from the founding act on, and that it continues what was held when it was opened. */
  verifyAll(options: Omit<VerifyOptions, "since"> = {}): Promise<Verification> {
    const fingerprint = options.fingerprint ?? this.fingerprint;
    const expected = fingerprint === undefined ? {} : { fingerprint };
    return verifySource(keptSource(this.#copy), { ...options, ...expected, since: this.#before });
  }

  /** What shows that an act stands in its log, under the newest head with cosignatures over it, or else the newest. */
  async proofOf(id: ActId): Promise<ActProof | undefined> {
    const place = this.#placeOf(id);
    return place && proofAt(this.#copy, place.room, place.seq);
  }

  /** How many sealed papers of a room are held, open or closed. */
  papersIn(room: Room): number {
    return this.#copy.held.room(room).papers.length;
  }

  /** The keys of earlier papers of a room that this device can hand on to who was seated later; see `keysByRoom`. */
  async keysToHand(room: Room): Promise<readonly HandedKey[]> {
    const keys = await keysByRoom(keptSource(this.#copy), this.office, await identitiesOf(this.device));
    return keys.get(room) ?? [];
  }

  /** What is held, to export the office's copy; documents that acts name are asked of the host. */
  source(): Source {
    return keptSource(this.#copy, this.#client);
  }

  #placeOf(id: string) {
    return this.#copy.held.places.get(id) ?? this.#copy.settled.places.get(id);
  }

  async #taken(): Promise<void> {
    this.#read = undefined;
    await this.#outbox.noteTaken();
    this.#changed();
  }

  #changed(): void {
    if (!this.#isTold) return;
    this.#isTold = false;
    setTimeout(() => {
      this.#isTold = true;
      for (const listener of this.#listeners) listener();
    }, 0);
  }
}
