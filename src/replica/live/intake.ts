import { type Problem, ProblemError, problem } from "#base";
import { sameBytes } from "#ledger";
import { type Act, type Entry, type Room, refuseAct, refuseAuthority, roomTable } from "#record";
import { type ReadEntry, readEntry } from "../entry.ts";
import { type Founding, readFounding } from "../founding.ts";
import { type Before, misplaced, mistimed, SeenHeads, unauthorised } from "../judge-entry.ts";
import type { Paper } from "../opened.ts";
import type { Source } from "../source.ts";
import { type Chunk, chunkWidth, type KeptEntry, packChunk } from "./chunk.ts";
import { newestOf, openHead, wrongEntry, wrongHead } from "./heads.ts";
import { type Held, type HeldRoom, rootAt } from "./held.ts";
import type { KeptRoom } from "./keep.ts";

/** What came in for one room and has been judged: it is shown and kept whole, or not at all. */
export type Judged = {
  readonly from: number;
  readonly entries: readonly Entry[];
  readonly papers: readonly Paper[];
  readonly kept: readonly Chunk[];
  readonly before: Before;
  readonly head: KeptRoom;
};

/**
 * Judges entries that continue one room's log, as they come in: form, place, times, seats, and at the end the signed
 * head over them. Throws a ProblemError at the first thing that is wrong; then all of it is taken back.
 */
export class Intake {
  readonly #held: Held;
  readonly #room: HeldRoom;
  readonly #history: SeenHeads;
  readonly #isLater: boolean;
  readonly #fresh = new Set<string>();
  readonly #entries: Entry[] = [];
  readonly #papers: Paper[] = [];
  readonly #kept: Chunk[] = [];
  /** What is not laid out in a chunk yet: few entries, for they are many objects. */
  #loose: KeptEntry[] = [];
  #before: Before;

  /** Where the rest is verified later, what authors saw is compared later as well: it takes as long as all else. */
  constructor(held: Held, room: Room, isLater: boolean) {
    this.#isLater = isLater;
    this.#held = held;
    this.#room = held.room(room);
    this.#history = new SeenHeads(this.#room.tree);
    this.#before = this.#room.before;
  }

  get from(): number {
    return this.#room.head?.size ?? 0;
  }

  /** The place of the next entry. */
  get next(): number {
    return this.from + this.#entries.length;
  }

  /**
   * Takes the next entry with its leaf hash. Answers the size that the process room's log must have before it can be judged, where that
   * is not held yet; then nothing was taken. On a second try it is judged as it stands.
   */
  take(bytes: Uint8Array, leaf: Uint8Array, isLast = false): number | undefined {
    const { room, tree } = this.#room;
    const seq = this.next;
    const read = readEntry(seq, bytes);
    if ("problem" in read) throw wrongEntry(room, seq, `${read.problem.title} ${read.problem.detail}`);
    const { entry, head, actBytes } = read;
    const { process, places, seats } = this.#held;
    if (room !== "process" && head.roster > seats.times.length && !isLast) return head.roster;
    const ids = { has: (id: string) => places.has(id) || this.#fresh.has(id) };
    const reason =
      misplaced(entry.act, room, seq, { process, ids }) ??
      mistimed(read, room, this.#before, seats) ??
      (this.#isLater ? undefined : this.#history.differs(entry.act));
    if (reason) throw wrongEntry(room, seq, reason);
    const refused = room === "process" ? this.#unseated(read) : unauthorised(read, room, seats);
    if (refused) throw new ProblemError(refused);
    if (room === "process") this.#seat(entry);
    this.#before = { receivedAt: head.receivedAt, roster: head.roster };
    this.#fresh.add(entry.act.id);
    tree.append(leaf);
    this.#entries.push(entry);
    if (roomTable[room].sealed) {
      const outer = entry as Entry<Act<"paper.sealed">>; // misplaced lets nothing else into a sealed room
      this.#papers.push({ outer, signedBy: head.signatures[0]?.key ?? "" });
    }
    this.#loose.push({ ...head, actBytes, leaf });
    if (this.next % chunkWidth === 0) this.#pack();
    return undefined;
  }

  /** The signed head over what was taken, which must be this log's. */
  finish(checkpoint: string): Judged {
    const { room, tree, head } = this.#room;
    const opened = openHead(this.#held, room, checkpoint);
    if (opened.size !== tree.size)
      throw wrongHead(room, `It speaks of ${opened.size} entries, and there are ${tree.size}.`);
    if (!sameBytes(opened.root, tree.root()))
      throw wrongHead(room, "Its root is not the root of the entries.");
    this.#pack();
    const { from } = this;
    return {
      from,
      entries: this.#entries,
      papers: this.#papers,
      kept: this.#kept,
      before: this.#before,
      head: {
        room,
        size: tree.size,
        root: rootAt(tree, tree.size),
        checkpoint,
        cosigned: newestOf([opened, ...(head?.cosigned ?? [])]),
        unverified: head?.unverified ?? { from: 0, to: 0 },
      },
    };
  }

  #pack(): void {
    if (this.#loose.length > 0) this.#kept.push(packChunk(this.#loose));
    this.#loose = [];
  }

  abandon(): void {
    this.#held.takeBack(this.#room.room);
  }

  // The process room's acts are judged one by one on the seats before them.
  #unseated({ entry, head }: ReadEntry): Problem | undefined {
    const { state } = this.#held.seats;
    const keys = head.signatures.map((one) => one.key);
    const refused =
      refuseAuthority(state.people, entry.act, keys, entry.seq) ??
      refuseAct(state, entry.act, head.receivedAt);
    if (!refused) return undefined;
    const reason = `${refused.title} ${refused.detail}`;
    return problem("verify.authority", { room: "process", seq: entry.seq, reason });
  }

  // Seats change after all that was received under the old ones (server RG12).
  #seat(entry: Entry): void {
    const late = [...this.#held.rooms.values()].find((one) => one.before.receivedAt > entry.receivedAt);
    if (late)
      throw wrongEntry(
        "process",
        entry.seq,
        `It was received before an entry of ${late.room} that names older seats.`,
      );
    this.#held.seat(entry);
  }
}

/** The founding act from its entry, with its three signatures verified; throws where it is none. */
export async function foundingOf(process: string, entry: Uint8Array): Promise<Founding> {
  const only: Source = {
    process,
    rooms: async () => [],
    async *entries() {
      yield entry;
    },
    blobs: async () => [],
    blob: async () => undefined,
    close: async () => {},
  };
  const founding = await readFounding(only);
  if ("problem" in founding) throw new ProblemError(founding.problem);
  return founding;
}
