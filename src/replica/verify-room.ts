import { type Problem, ProblemError, problem } from "#base";
import { fromBase64, leafHash, openCheckpoint, sameBytes, Tree } from "#ledger";
import {
  type Act,
  epochMs,
  type Office,
  type PayloadOf,
  type Room,
  refuseAct,
  refuseAuthority,
  refusedBy,
  roomTable,
} from "#record";
import { type ReadEntry, readEntry } from "./entry.ts";
import type { Roster } from "./roster.ts";
import type { Signatures } from "./signatures.ts";
import type { RoomCopy, Source } from "./source.ts";
import { roomVerifier, witnessesOf } from "./trust.ts";

export type Check = {
  readonly founding: PayloadOf<"process.opened">;
  readonly process: string;
  readonly roster: Roster;
  /** Ids of the acts of every room so far: an id stands for one act. */
  readonly ids: Set<string>;
  readonly problems: Problem[];
  readonly signatures: Signatures;
};

type Before = { readonly receivedAt: number; readonly roster: number };

/** A room's log as it was found: its tree, and the offices whose witnesses have cosigned its head. */
export type VerifiedRoom = { readonly tree: Tree; readonly witnesses: readonly Office[] };

/** Verifies one room's log up to the size that its copy says. */
export async function verifyRoom(source: Source, copy: RoomCopy, check: Check): Promise<VerifiedRoom> {
  const { room } = copy;
  const tree = new Tree();
  const history = new SeenHeads(tree);
  let before: Before = { receivedAt: 0, roster: 0 };
  const wrong = (seq: number, reason: string) =>
    check.problems.push(problem("verify.entry", { room, seq, reason }));
  try {
    for await (const bytes of source.entries(room)) {
      const seq = tree.size;
      if (seq === copy.size) break; // appended since the head was read
      const read = readEntry(seq, bytes);
      if ("problem" in read) wrong(seq, `${read.problem.title} ${read.problem.detail}`);
      else {
        const { entry, head } = read;
        const reason =
          misplaced(entry.act, room, seq, check) ??
          mistimed(read, room, before, check.roster) ??
          history.differs(entry.act);
        if (reason) wrong(seq, reason);
        judgeAuthority(read, room, check);
        await check.signatures.add(read, room);
        before = head;
        check.ids.add(entry.act.id);
      }
      tree.append(leafHash(bytes));
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    check.problems.push(error.problem); // the rest of this log cannot be read; the other rooms can
  }
  return { tree, witnesses: verifyHead(copy, tree, check) };
}

// Why an act may not stand in this log at this place; undefined where all is well.
function misplaced(act: Act, room: Room, seq: number, check: Check): string | undefined {
  if (act.room !== room) return `The act belongs to the room ${act.room}.`;
  if (act.process !== check.process) return `The act belongs to the process ${act.process}.`;
  if (check.ids.has(act.id)) return "An act with this id stands in this copy already.";
  if (act.kind === "process.opened" && seq > 0)
    return "There is one founding act, and it is the first entry.";
  const reason = refusedBy(act.by.office, act.kind, room);
  if (reason) return `${act.by.office} may not say "${act.kind}" here: ${reason}.`;
  if (roomTable[room].sealed !== (act.kind === "paper.sealed"))
    return `A "${act.kind}" is not said ${roomTable[room].sealed ? "in clear in a sealed room" : "here"}.`;
  return undefined;
}

// Why an entry's times cannot be true: the host's words on when it came, and under which seats.
function mistimed(
  { entry, head }: ReadEntry,
  room: Room,
  before: Before,
  { state, times }: Roster,
): string | undefined {
  const { act } = entry;
  const { receivedAt, roster } = head;
  if (receivedAt < before.receivedAt) return "It was received before the entry before it.";
  if (roster < before.roster || roster > times.length) return "It names a roster out of order.";
  if (room === "process" && roster !== entry.seq) return "An act on seats names its own place as the roster.";
  // the roster that counts is the one that stood when the act came in
  const isBefore = receivedAt < (times[roster - 1] ?? 0);
  const isAfter = room !== "process" && receivedAt > (times[roster] ?? Number.POSITIVE_INFINITY);
  if (isBefore || isAfter)
    return `It names the seats as of place ${roster} of the process room, which is not what stood when it was received.`;
  // only what runs ahead of the host's clock need be asked
  const late = epochMs(act.saidAt) > receivedAt ? refuseAct(state, act, receivedAt) : undefined;
  if (late?.code === "act.said_in_future") return `It was said after it was received: ${late.detail}`;
  return undefined;
}

/** Compares the heads that authors name as seen with the log's own. */
class SeenHeads {
  readonly #tree: Tree;
  #last: Act["seen"] | undefined;

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  differs({ seen }: Act): string | undefined {
    const { size, root } = seen;
    if (size === this.#last?.size && root === this.#last.root) return undefined; // as for the act before
    const named = fromBase64(root);
    if (size > this.#tree.size || !named || !sameBytes(this.#tree.root(size), named))
      return `Its author saw another history at size ${size}.`;
    this.#last = seen;
    return undefined;
  }
}

// The process room's own acts were judged when the roster was read.
function judgeAuthority({ entry, head }: ReadEntry, room: Room, check: Check): void {
  if (room === "process") return;
  const keys = head.signatures.map((one) => one.key);
  const refused = refuseAuthority(check.roster.state.people, entry.act, keys, head.roster);
  if (!refused) return;
  const reason = `${refused.title} ${refused.detail}`;
  check.problems.push(problem("verify.authority", { room, seq: entry.seq, reason }));
}

function verifyHead(copy: RoomCopy, tree: Tree, check: Check): readonly Office[] {
  const { room, checkpoint } = copy;
  const wrong = (reason: string) => check.problems.push(problem("verify.checkpoint", { room, reason }));
  if (!checkpoint) {
    if (tree.size > 0) wrong("There are entries and no signed checkpoint.");
    return [];
  }
  try {
    const known = witnessesOf(check.founding);
    const log = roomVerifier(check.founding, check.process, room);
    const opened = openCheckpoint(checkpoint, { log, witnesses: known.map((one) => one.verifier) });
    const { size, root } = opened.checkpoint;
    if (size !== tree.size) wrong(`It speaks of ${size} entries, and there are ${tree.size}.`);
    else if (!sameBytes(root, tree.root())) wrong("Its root is not the root of the entries.");
    const cosigned = new Set(opened.cosignatures.map((one) => one.witness));
    return known.filter((one) => cosigned.has(one.verifier.name)).map((one) => one.office);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    wrong(`${error.problem.title} ${error.problem.detail}`);
    return [];
  }
}
