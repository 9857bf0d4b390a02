import { ProblemError, problem } from "#base";
import { type Entry, type Office, type Room, readableRooms, roomTable, View } from "#record";
import { SeenHeads } from "../judge-entry.ts";
import type { Paper } from "../opened.ts";
import { chunksOf, type KeptEntry, unpackChunk } from "./chunk.ts";
import type { Device } from "./device.ts";
import { checkHead, newestOf, openHead, wrongEntry, wrongHistory } from "./heads.ts";
import { Held, rootAt } from "./held.ts";
import type { Judged } from "./intake.ts";
import type { Keep, KeptRoom } from "./keep.ts";
import { type KeptPart, readKept, readPart } from "./kept-room.ts";
import { Papers, type Settled } from "./papers.ts";
import { verifyKept } from "./verify-kept.ts";

type Progress = (done: number, of: number) => void;

const signaturesAtOnce = 1_024;
const allVerified = { from: 0, to: 0 };

/** What a replica holds, in memory and in its keep. Everything in it has been checked, and both are the same. */
export class Copy {
  readonly keep: Keep;
  readonly office: Office;
  readonly held: Held;
  view = new View();
  settled: Settled = { entries: [], places: new Map(), closed: 0, problems: [] };
  readonly #papers: Papers;
  readonly #onOpening: Progress;

  /** `onOpening` is told how many of the papers that have come in are opened. */
  constructor(keep: Keep, office: Office, process: string, onOpening: Progress) {
    this.keep = keep;
    this.office = office;
    this.held = new Held(process);
    this.#papers = new Papers(keep);
    this.#onOpening = onOpening;
  }

  /** Reads what was kept. It was checked before: it is only seen to be whole. */
  async load(device: Device | undefined, onProgress: Progress): Promise<void> {
    await this.#papers.use(device);
    const kept = new Map((await this.keep.rooms()).map((one) => [one.room, one]));
    const total = [...kept.values()].reduce((sum, one) => sum + one.size, 0);
    const clear: Entry[] = [];
    let done = 0;
    for (const room of readableRooms(this.office)) {
      const head = kept.get(room);
      if (!head) continue;
      const part = await readPart(this.keep, room, 0, head.size);
      this.#takePart(head, part);
      if (!roomTable[room].sealed) for (const entry of part.entries) clear.push(entry);
      done += head.size;
      onProgress(done, total);
    }
    this.view.add(clear);
    await this.#settle(this.#allPapers());
  }

  /** Keeps what was judged and shows it. What another tab has kept meanwhile is taken over, if it is of the same log. */
  async accept({ from, kept, head, entries, papers, before }: Judged): Promise<void> {
    const { room } = head;
    const { tree } = this.held.room(room);
    let isShared = false;
    for (let at = from; ; ) {
      const more =
        at === from ? kept : chunksOf(at, kept.flatMap((chunk) => unpackChunk(chunk)).slice(at - from));
      const appended = await this.keep.append(at, more, head);
      if (appended.done) break;
      isShared = true;
      const other = appended.held;
      if (!other || other.size < at) throw new ProblemError(problem("keep.forgotten", { room }));
      if (other.size > head.size) break; // the other tab is ahead: taken over below
      if (rootAt(tree, other.size) !== other.root) throw otherTab(other);
      if (other.size === head.size) break;
      at = other.size;
    }
    this.held.add(head, entries, papers, before);
    await this.#show(room, entries, papers);
    if (isShared) await this.#takeOver(room);
  }

  /** Takes what witnesses have said of heads up to what is held; answers whether any of it is new. */
  async noteCosigned(room: Room, notes: readonly string[]): Promise<boolean> {
    const held = this.held.room(room);
    if (!held.head) return false;
    const known = new Set(held.head.cosigned.map((one) => one.note));
    const fresh = notes.filter((note) => !known.has(note)).map((note) => openHead(this.held, room, note));
    const fitting = fresh.filter((head) => head.size <= this.held.size(room));
    for (const head of fitting) checkHead(this.held, room, head);
    const cosigned = newestOf([...fitting, ...held.head.cosigned]);
    if (cosigned.every((one) => known.has(one.note))) return false;
    await this.#note({ ...held.head, cosigned });
    return true;
  }

  /** Entries held, in all rooms. */
  size(): number {
    return [...this.held.rooms.values()].reduce((sum, { head }) => sum + (head?.size ?? 0), 0);
  }

  /** Acts whose signatures have not been verified here yet. */
  unverified(): number {
    const left = [...this.held.rooms.values()].map(({ head }) => head?.unverified ?? allVerified);
    return left.reduce((sum, { from, to }) => sum + to - from, 0);
  }

  isVerified(room: Room, seq: number): boolean {
    const { from, to } = this.held.room(room).head?.unverified ?? allVerified;
    return seq < from || seq >= to;
  }

  /** One entry with its exact bytes; undefined where it is not held. */
  async entryAt(room: Room, seq: number): Promise<KeptEntry | undefined> {
    if (!(seq >= 0 && seq < this.held.size(room))) return undefined;
    const [entry] = await readKept(this.keep, room, seq, seq + 1);
    return entry;
  }

  /** Verifies what was shown before its signatures were, a step at a time, and notes how far it is. */
  async verifyRest(signal: AbortSignal, onStep: () => void): Promise<void> {
    for (const { room } of this.held.rooms.values())
      for (;;) {
        const { from, to } = this.held.room(room).head?.unverified ?? allVerified;
        if (from === to) break;
        signal.throwIfAborted();
        const end = Math.min(to, from + signaturesAtOnce);
        await verifyKept(room, from, await readKept(this.keep, room, from, end));
        this.#compareSeen(room, from, end);
        const { head } = this.held.room(room); // it may have grown meanwhile
        if (head) await this.#note({ ...head, unverified: end === to ? allVerified : { from: end, to } });
        onStep();
      }
  }

  // The heads that authors say they saw must be heads that this log has had.
  #compareSeen(room: Room, from: number, end: number): void {
    const { tree, entries } = this.held.room(room);
    const history = new SeenHeads(tree);
    for (const { seq, act } of entries.slice(from, end)) {
      const reason = history.differs(act, seq);
      if (reason) throw wrongEntry(room, seq, reason);
    }
  }

  /** Opens the papers with other keys. */
  async useDevice(device: Device): Promise<void> {
    await this.#papers.use(device);
    await this.#settle(this.#allPapers());
  }

  #allPapers(): readonly Paper[] {
    return [...this.held.rooms.values()].flatMap((one) => one.papers);
  }

  async #show(room: Room, entries: readonly Entry[], papers: readonly Paper[]): Promise<void> {
    if (!roomTable[room].sealed) this.view.add(entries);
    const { places } = this.settled;
    if (papers.length > 0 || entries.some((entry) => places.has(entry.act.id))) await this.#settle(papers);
  }

  // A paper that was shown and is no longer believed goes out of the state, which is then folded anew.
  async #settle(papers: readonly Paper[]): Promise<void> {
    await this.#papers.open(this.held, papers, this.#onOpening);
    const shown = new Set(this.settled.entries);
    this.settled = this.#papers.settle(this.held);
    const fresh = this.settled.entries.filter((entry) => !shown.delete(entry));
    if (shown.size === 0) return this.view.add(fresh);
    const clear = [...this.held.rooms.values()].filter((one) => !roomTable[one.room].sealed);
    this.view = new View();
    this.view.add([...clear.flatMap((one) => one.entries), ...this.settled.entries]);
  }

  async #takeOver(room: Room): Promise<void> {
    const other = (await this.keep.rooms()).find((one) => one.room === room);
    const size = this.held.size(room);
    if (!other || other.size <= size) return;
    const part = await readPart(this.keep, room, size, other.size);
    this.#takePart(other, part);
    await this.#show(room, part.entries, part.papers);
  }

  #takePart(head: KeptRoom, part: KeptPart): void {
    const { room } = head;
    const { tree, before } = this.held.room(room);
    for (const leaves of part.leaves) tree.appendAll(leaves);
    if (tree.size !== head.size || rootAt(tree, tree.size) !== head.root)
      throw new ProblemError(problem("keep.damaged", { room }));
    if (room === "process") {
      for (const entry of part.entries) this.held.seat(entry);
      const [first] = part.entries;
      if (first?.seq === 0 && first.act.kind === "process.opened") this.held.founding = first.act.payload;
    }
    this.held.add(head, part.entries, part.papers, part.entries.at(-1) ?? before);
  }

  async #note(head: KeptRoom): Promise<void> {
    this.held.room(head.room).head = head;
    await this.keep.note(head);
  }
}

function otherTab({ room, size }: KeptRoom): ProblemError {
  return wrongHistory(room, size, "Another page of this browser was shown another log.");
}
