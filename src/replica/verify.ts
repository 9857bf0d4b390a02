import { type Problem, ProblemError, problem } from "#base";
import { openCheckpoint, sameBytes, sha256, type Tree, toHex } from "#ledger";
import type { Office, Room } from "#record";
import { readFounding } from "./founding.ts";
import { readRoster } from "./roster.ts";
import { Signatures } from "./signatures.ts";
import type { RoomCopy, Source } from "./source.ts";
import { roomVerifier, type Standing, standingOf } from "./trust.ts";
import { type Check, verifyRoom } from "./verify-room.ts";

export type VerifyOptions = {
  /** An earlier copy: each of its logs must be a prefix of this one's. */
  readonly since?: Source;
  /** The fingerprint on the paper of the preparatory meeting. */
  readonly fingerprint?: string;
  readonly signal?: AbortSignal;
  /** Called with the acts verified so far and those known of. */
  readonly onProgress?: (done: number, of: number) => void;
};

/** Entries between two reports of progress. */
const entriesBetween = 500;

/** One room's log, and how far its head is witnessed. */
type VerifiedLog = {
  readonly room: Room;
  readonly size: number;
  /** SHA-256 in hex. */
  readonly root: string;
  readonly witnesses: readonly Office[];
  readonly standing: Standing;
};

/** What was verified, and every problem found. Nothing here is taken on the host's word. */
export type Verification = {
  readonly process: string;
  readonly fingerprint: string;
  readonly rooms: readonly VerifiedLog[];
  readonly acts: number;
  readonly signatures: number;
  readonly blobs: number;
  readonly problems: readonly Problem[];
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
  const roster = await readRoster(source, copies.find((copy) => copy.room === "process")?.size ?? 0);
  problems.push(...roster.problems);
  const signatures = new Signatures(problems, options.signal);
  let read = 0;
  const onEntry = () => {
    read += 1;
    if (read % entriesBetween === 0) options.onProgress?.(read, total);
  };
  const check: Check = {
    founding: payload,
    process: source.process,
    roster,
    ids: new Set(),
    problems,
    signatures,
    onEntry,
  };
  const rooms: VerifiedLog[] = [];
  const trees = new Map<Room, Tree>();
  let acts = 0;
  for (const copy of copies) {
    const { tree, witnesses } = await verifyRoom(source, copy, check);
    const { room } = copy;
    rooms.push({
      room,
      size: tree.size,
      root: toHex(tree.root()),
      witnesses,
      standing: standingOf(witnesses),
    });
    trees.set(copy.room, tree);
    acts += tree.size;
    options.onProgress?.(acts, total);
  }
  await signatures.settle();
  if (options.since) problems.push(...(await compareWith(options.since, trees, check)));
  const blobs = await verifyBlobs(source, problems);
  return {
    process: source.process,
    fingerprint,
    rooms,
    acts,
    signatures: signatures.count,
    blobs,
    problems,
  };
}

// Two copies taken at different times must be one history: each of the earlier logs is a prefix of a later one.
async function compareWith(
  since: Source,
  trees: ReadonlyMap<Room, Tree>,
  check: Check,
): Promise<readonly Problem[]> {
  const earlier = await since.rooms();
  return earlier.flatMap((copy) => {
    const reason = notContinued(copy, trees.get(copy.room), check);
    return reason ? [problem("verify.history", { room: copy.room, size: copy.size, reason })] : [];
  });
}

// The earlier copy's signed head is the evidence; its entries are not asked.
function notContinued({ room, checkpoint }: RoomCopy, tree: Tree | undefined, check: Check) {
  if (!checkpoint) return undefined;
  if (!tree) return "The earlier copy has this room, and this one has left it out.";
  try {
    const opened = openCheckpoint(checkpoint, { log: roomVerifier(check.founding, check.process, room) });
    const { size, root } = opened.checkpoint;
    if (size > tree.size) return `The earlier copy has ${size} entries, this one only ${tree.size}.`;
    return sameBytes(tree.root(size), root)
      ? undefined
      : "The earlier copy's signed root is not in this log.";
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return `${error.problem.title} ${error.problem.detail}`;
  }
}

async function verifyBlobs(source: Source, problems: Problem[]): Promise<number> {
  const digests = await source.blobs();
  for (const digest of digests) {
    const bytes = await blobOf(source, digest);
    if (!bytes || toHex(sha256(bytes)) !== digest) problems.push(problem("verify.blob", { digest }));
  }
  return digests.length;
}

// A blob that cannot be read is as good as another one: the caller reports its digest.
async function blobOf(source: Source, digest: string): Promise<Uint8Array | undefined> {
  try {
    return await source.blob(digest);
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}
