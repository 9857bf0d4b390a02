import { type Problem, ProblemError, problem } from "#base";
import {
  fromBase64,
  leafHash,
  openCheckpoint,
  type SignedBytes,
  sameBytes,
  sha256,
  Tree,
  toHex,
  verifyMany,
} from "#ledger";
import {
  emptyState,
  foldInto,
  type PayloadOf,
  type Room,
  refuseAuthority,
  refusedBy,
  type State,
} from "#record";
import { type ReadEntry, readEntry } from "./entry.ts";
import { readFounding } from "./founding.ts";
import type { RoomCopy, Source } from "./source.ts";
import { roomVerifier } from "./trust.ts";

export type VerifyOptions = {
  /** An earlier copy: each of its logs must be a prefix of this one's. */
  readonly since?: Source;
  /** The fingerprint on the paper of the preparatory meeting. */
  readonly fingerprint?: string;
  readonly signal?: AbortSignal;
  /** Called with the acts verified so far and those known of. */
  readonly onProgress?: (done: number, of: number) => void;
};

/** What was verified, and every problem found. Nothing here is taken on the host's word. */
export type Verification = {
  readonly process: string;
  readonly fingerprint: string;
  readonly rooms: readonly { readonly room: Room; readonly size: number; readonly root: string }[];
  readonly acts: number;
  readonly signatures: number;
  readonly blobs: number;
  readonly problems: readonly Problem[];
};

type Signed = SignedBytes & { readonly room: Room; readonly seq: number; readonly key: string };
type Check = {
  readonly founding: PayloadOf<"process.opened">;
  readonly process: string;
  /** The people of the whole process room; seats are judged at each entry's own place. */
  readonly people: State["people"];
  readonly rosterSize: number;
  readonly problems: Problem[];
  readonly signed: Signed[];
  signatures: number;
  /** Signatures under way in the thread pool while the next entries are read. */
  underWay: Promise<void>;
};

/**
 * Verifies a copy without a network and without trust in the host: the founding act's three signatures, every
 * act's signature by a key that held its seat at that place, every entry's place in its log, every log against
 * its signed checkpoint, every head that an author says he saw against the log, blobs against their digests, and
 * an earlier copy against this one.
 */
export async function verifySource(source: Source, options: VerifyOptions = {}): Promise<Verification> {
  const founding = await readFounding(source);
  if ("problem" in founding) throw new ProblemError(founding.problem);
  const { fingerprint, payload } = founding;
  const problems: Problem[] = [];
  const expected = options.fingerprint?.replaceAll(/\s+/g, "").toLowerCase();
  if (expected !== undefined && expected !== fingerprint.replaceAll(" ", ""))
    problems.push(problem("verify.fingerprint", { expected, found: fingerprint }));
  const copies = await source.rooms();
  const total = copies.reduce((sum, copy) => sum + copy.size, 0);
  const people = await rosterOf(source);
  const rosterSize = copies.find((copy) => copy.room === "process")?.size ?? 0;
  const check: Check = {
    founding: payload,
    process: source.process,
    people,
    rosterSize,
    problems,
    signed: [],
    signatures: 0,
    underWay: Promise.resolve(),
  };
  const rooms: { room: Room; size: number; root: string }[] = [];
  let acts = 0;
  for (const copy of copies) {
    const tree = await verifyRoom(source, copy, check, options);
    rooms.push({ room: copy.room, size: tree.size, root: toHex(tree.root()) });
    if (options.since) problems.push(...(await compareWith(options.since, copy.room, tree, check)));
    acts += tree.size;
    options.onProgress?.(acts, total);
  }
  await verifySigned(check, options.signal);
  await check.underWay;
  const blobs = await verifyBlobs(source, problems);
  const { signatures } = check;
  return { process: source.process, fingerprint, rooms, acts, signatures, blobs, problems };
}

// The seats of the process room, folded without judging them: authority is judged entry by entry.
async function rosterOf(source: Source): Promise<State["people"]> {
  const state = emptyState();
  let seq = 0;
  for await (const bytes of source.entries("process")) {
    const read = readEntry(seq++, bytes);
    if (!("problem" in read)) foldInto(state, read.entry);
  }
  return state.people;
}

async function verifyRoom(
  source: Source,
  copy: RoomCopy,
  check: Check,
  options: VerifyOptions,
): Promise<Tree> {
  const { room } = copy;
  const tree = new Tree();
  const ids = new Set<string>();
  let before: { receivedAt: number; roster: number } = { receivedAt: 0, roster: 0 };
  const wrong = (seq: number, reason: string) =>
    check.problems.push(problem("verify.entry", { room, seq, reason }));
  for await (const bytes of source.entries(room)) {
    const seq = tree.size;
    const read = readEntry(seq, bytes);
    if ("problem" in read) wrong(seq, `${read.problem.title} ${read.problem.detail}`);
    else {
      const reason = misplaced(read, room, seq, before, ids, tree, check);
      if (reason) wrong(seq, reason);
      judgeAuthority(read, room, check);
      before = read.head;
      ids.add(read.entry.act.id);
    }
    tree.append(leafHash(bytes));
    if (check.signed.length >= 1_024) {
      options.signal?.throwIfAborted();
      await verifySigned(check, options.signal);
    }
  }
  verifyHead(copy, tree, check);
  return tree;
}

// Why an entry may not stand where it stands; undefined where all is well.
function misplaced(
  { entry, head }: ReadEntry,
  room: Room,
  seq: number,
  before: { readonly receivedAt: number; readonly roster: number },
  ids: ReadonlySet<string>,
  tree: Tree,
  check: Check,
): string | undefined {
  const { act } = entry;
  if (act.room !== room) return `The act belongs to the room ${act.room}.`;
  if (act.process !== check.process) return `The act belongs to the process ${act.process}.`;
  if (ids.has(act.id)) return "The act stands in this log twice.";
  if (head.receivedAt < before.receivedAt) return "It was received before the entry before it.";
  if (head.roster < before.roster || head.roster > check.rosterSize) return "It names a roster out of order.";
  if (room === "process" && head.roster !== seq) return "An act on seats names its own place as the roster.";
  const reason = refusedBy(act.by.office, act.kind, room);
  if (reason) return `${act.by.office} may not say "${act.kind}" here: ${reason}.`;
  const seen = fromBase64(act.seen.root);
  const { size } = act.seen;
  if (size > seq || seen === undefined || !sameBytes(tree.root(size), seen))
    return `Its author saw another history at size ${size}.`;
  return undefined;
}

function judgeAuthority({ entry, head, actBytes }: ReadEntry, room: Room, check: Check): void {
  const keys = head.signatures.map((one) => one.key);
  const refused = refuseAuthority(check.people, entry.act, keys, head.roster);
  if (refused)
    check.problems.push(
      problem("verify.authority", { room, seq: entry.seq, reason: `${refused.title} ${refused.detail}` }),
    );
  for (const { key, signature } of head.signatures) {
    const [publicKey, bytes] = [fromBase64(key), fromBase64(signature)];
    if (!publicKey || !bytes)
      throw new Error("An entry's head was read with signatures that are not base64.");
    check.signatures += 1;
    check.signed.push({ publicKey, message: actBytes, signature: bytes, room, seq: entry.seq, key });
  }
}

// Starts on what has been collected once the batch before it is done: at most two are held.
async function verifySigned(check: Check, signal: AbortSignal | undefined): Promise<void> {
  await check.underWay;
  const batch = check.signed.splice(0);
  check.underWay = verifyMany(batch, signal ? { signal } : {}).then((holds) => {
    batch.forEach(({ room, seq, key }, i) => {
      if (!holds[i]) check.problems.push(problem("verify.signature", { room, seq, key }));
    });
  });
}

function verifyHead(copy: RoomCopy, tree: Tree, check: Check): void {
  const { room, checkpoint } = copy;
  const wrong = (reason: string) => check.problems.push(problem("verify.checkpoint", { room, reason }));
  if (!checkpoint) {
    if (tree.size > 0) wrong("There are entries and no signed checkpoint.");
    return;
  }
  try {
    const opened = openCheckpoint(checkpoint, { log: roomVerifier(check.founding, check.process, room) });
    const { size, root } = opened.checkpoint;
    if (size !== tree.size) wrong(`It speaks of ${size} entries, and there are ${tree.size}.`);
    else if (!sameBytes(root, tree.root())) wrong("Its root is not the root of the entries.");
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    wrong(`${error.problem.title} ${error.problem.detail}`);
  }
}

// Two copies taken at different times must be one history: the smaller log is a prefix of the larger.
async function compareWith(since: Source, room: Room, tree: Tree, check: Check): Promise<readonly Problem[]> {
  const old = (await since.rooms()).find((copy) => copy.room === room);
  if (!old?.checkpoint) return [];
  const differs = (size: number, reason: string) => [problem("verify.history", { room, size, reason })];
  try {
    const opened = openCheckpoint(old.checkpoint, { log: roomVerifier(check.founding, check.process, room) });
    const { size, root } = opened.checkpoint;
    if (size > tree.size)
      return differs(size, `The earlier copy has ${size} entries, this one only ${tree.size}.`);
    return sameBytes(tree.root(size), root)
      ? []
      : differs(size, "The earlier copy's signed root is not in this log.");
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return differs(old.size, `${error.problem.title} ${error.problem.detail}`);
  }
}

async function verifyBlobs(source: Source, problems: Problem[]): Promise<number> {
  const digests = await source.blobs();
  for (const digest of digests) {
    const bytes = await source.blob(digest);
    if (!bytes || toHex(sha256(bytes)) !== digest) problems.push(problem("verify.blob", { digest }));
  }
  return digests.length;
}
