// A registry that admits signed acts until it is killed, and says on standard output what was acknowledged:
// node src/server/crash-writer.ts '{"backend":"sqlite","target":"/path/parley.db","seed":7}'
import { writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { type Random, seededRandom } from "#base";
import { leafHash, toHex } from "#ledger";
import type { Room } from "#record";
import { openPostgres, openSqlite, type Store } from "#store";
import { SignedProcess, type Words } from "./testing/signed-process.ts"; // no more than it needs: it is started 130 times
import { bodies, issue } from "./testing/words.ts";

export type WriterOrder = {
  readonly backend: Store["backend"];
  /** A file, or the address of a database. */
  readonly target: string;
  readonly schema?: string;
  readonly seed: number;
};

export type Acknowledged = {
  readonly id: string;
  readonly room: Room;
  readonly seq: number;
  /** Hex. */
  readonly leaf: string;
};

const authors = 6;

const [order] = process.argv.slice(2);
if (import.meta.main && order !== undefined) {
  await write(JSON.parse(order) as WriterOrder); // this file's own parent wrote it
}

async function write({ backend, target, schema = "parley", seed }: WriterOrder): Promise<void> {
  const store = backend === "sqlite" ? await openSqlite(target) : await openPostgres(target, { schema });
  const writing = await SignedProcess.over(store);
  const random = seededRandom(seed);
  flushCompileCache(); // who is killed keeps none
  say("ready");
  process.stdin.resume(); // the parent may make writers ready before their turn
  await new Promise((resolve) => process.stdin.once("data", resolve));
  await Promise.all(Array.from({ length: authors }, (_, i) => speakForEver(writing, i, random)));
}

// Every author speaks again when his act is acknowledged; together they fill batches over several rooms.
async function speakForEver(writing: SignedProcess, author: number, random: Random): Promise<void> {
  const side = author % 2 === 0 ? "a" : "b";
  const rooms = ["plenary", "humanitarian", "public"] as const;
  for (;;) {
    const room = random.pick(rooms);
    const office = room === "public" ? (`forensic-${side}` as const) : (`party-${side}` as const);
    const words: Words =
      room === "plenary"
        ? issue("w".repeat(1 + random.below(1_500)))
        : { ...bodies(1 + random.below(300), side), room };
    const { id, seq, entry, room: at } = await writing.say(office, words);
    say({ id, room: at, seq, leaf: toHex(leafHash(entry)) });
  }
}

/** At once and whole, so that what is on the pipe was acknowledged and nothing else. */
function say(line: Acknowledged | "ready"): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}
