import { type Problem, ProblemError, problem } from "#base";
import { leafHash, openCheckpoint, sameBytes, Tree } from "#ledger";
import type { Office, PayloadOf } from "#record";
import { readEntry } from "./entry.ts";
import { type Before, misplaced, mistimed, SeenHeads, unauthorised } from "./judge-entry.ts";
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
  /** Called after each entry. */
  readonly onEntry: () => void;
};

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
        const refused = unauthorised(read, room, check.roster);
        if (refused) check.problems.push(refused);
        await check.signatures.add(read, room);
        before = head;
        check.ids.add(entry.act.id);
      }
      tree.append(leafHash(bytes));
      check.onEntry();
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    check.problems.push(error.problem); // the rest of this log cannot be read; the other rooms can
  }
  return { tree, witnesses: verifyHead(copy, tree, check) };
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
