import type { Kysely } from "kysely";
import { type Problem, ProblemError, problem } from "#base";
import { blobCrc, snapshotCrc, tileCrc } from "./crc.ts";
import { logSize, logSizes, newestCheckpoint, readCheckpoints, readRows } from "./reads.ts";
import type { Schema } from "./schema.ts";
import { signInFaults } from "./sign-in-faults.ts";
import type { LogSize } from "./store.ts";

type Db = Kysely<Schema>;

/** What every opening looks at: the end of each log agrees with its newest checkpoint. A few look-ups a log. */
export async function firstFault(db: Db): Promise<Problem | undefined> {
  return firstProblem(async () => {
    for (const seen of await logSizes(db)) {
      const { log } = seen;
      const size = await agreedSize(db, seen);
      const last = await readRows(db, log, size - 1, 1).next();
      if (last.done) {
        const reason = "it is missing";
        throw new ProblemError(problem("store.row_damaged", { log, seq: size - 1, reason }));
      }
    }
  });
}

/** Between two reads another process may append. Logs only grow: of a size found again nothing was appended meanwhile. */
async function agreedSize(db: Db, { log, size }: LogSize): Promise<number> {
  const checkpoint = await newestCheckpoint(db, log);
  if (checkpoint?.size === size) return size;
  const sizeNow = await logSize(db, log);
  if (sizeNow !== size) return agreedSize(db, { log, size: sizeNow });
  throw new ProblemError(problem("store.size_mismatch", { log, rows: size, checkpoint: checkpoint?.size }));
}

/** Everything that can be seen to be wrong, one problem for each log and each thing kept beside them. */
export async function allFaults(db: Db): Promise<Problem[]> {
  const found: Problem[] = [];
  const look = async (at: () => Promise<void>) => {
    const fault = await firstProblem(at);
    if (fault !== undefined) found.push(fault);
  };
  await look(async () => {
    const first = await firstFault(db);
    if (first !== undefined) throw new ProblemError(first);
  });
  const names = await db.selectFrom("log").select("name").execute();
  for (const { name } of names) {
    await look(() => exhaust(readRows(db, name, 0)));
    await look(() => exhaust(readCheckpoints(db, name, 0)));
  }
  await look(() => blobsAreSound(db));
  await look(() => tilesAreSound(db));
  await look(() => snapshotsAreSound(db));
  found.push(...(await signInFaults(db)));
  return found.filter((it, i) => found.findIndex((other) => other.detail === it.detail) === i);
}

async function firstProblem(look: () => Promise<void>): Promise<Problem | undefined> {
  try {
    await look();
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}

async function exhaust(items: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of items) {
    // reading is the check
  }
}

function requireSound(isSound: boolean, what: string): void {
  if (!isSound) throw new ProblemError(problem("store.content_damaged", { what }));
}

async function blobsAreSound(db: Db): Promise<void> {
  const digests = await db.selectFrom("blob").select("digest").execute();
  for (const { digest } of digests) {
    const held = await db
      .selectFrom("blob")
      .select(["crc", "bytes"])
      .where("digest", "=", digest)
      .executeTakeFirst();
    requireSound(held !== undefined && blobCrc(digest, held.bytes) === held.crc, `The blob ${digest}`);
  }
}

async function tilesAreSound(db: Db): Promise<void> {
  const places = await db
    .selectFrom("tile")
    .innerJoin("log", "log.number", "tile.log")
    .select(["name", "tile.log", "level", "place"])
    .execute();
  for (const { name, log, level, place } of places) {
    const held = await db
      .selectFrom("tile")
      .select(["crc", "bytes"])
      .where("log", "=", log)
      .where("level", "=", level)
      .where("place", "=", place)
      .executeTakeFirst();
    const isSound = held !== undefined && tileCrc(name, level, place, held.bytes) === held.crc;
    requireSound(isSound, `Tile ${level}/${place} of ${name}`);
  }
}

async function snapshotsAreSound(db: Db): Promise<void> {
  const names = await db.selectFrom("snapshot").select("name").execute();
  for (const { name } of names) {
    const held = await db
      .selectFrom("snapshot")
      .select(["up_to", "crc", "bytes"])
      .where("name", "=", name)
      .executeTakeFirst();
    const isSound = held !== undefined && snapshotCrc(name, held.up_to, held.bytes) === held.crc;
    requireSound(isSound, `The snapshot ${name}`);
  }
}
