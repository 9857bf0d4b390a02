import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import type { Random } from "#base";
import { chainRoot, emptyRoot } from "./builders.ts";
import { crashLogs, crashRow, type WriterOrder } from "./crash-writer.ts";
import type { Row, Store } from "./store.ts";

export type Acknowledged = { readonly log: string; readonly seq: number; readonly id: string };

/** A writer in a process of its own, and what it has said so far. */
export type Writer = {
  readonly process: ChildProcess;
  readonly acknowledged: Acknowledged[];
  /** Codes of the problems it met. */
  readonly refused: string[];
  readonly firstAcknowledged: Promise<void>;
  /** When its output is read to the end. */
  readonly ended: Promise<void>;
};

export function startWriter(
  order: WriterOrder,
  options: { readonly largestFileBlocks?: number } = {},
): Writer {
  const program = new URL("./crash-writer.ts", import.meta.url).pathname;
  const command = [process.execPath, program, JSON.stringify(order)];
  const limit = options.largestFileBlocks;
  const limited =
    limit === undefined ? command : ["sh", "-c", `ulimit -f ${limit}; exec "$@"`, "sh", ...command];
  const [first = "", ...rest] = limited;
  const child = spawn(first, rest, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  const acknowledged: Acknowledged[] = [];
  const refused: string[] = [];
  const firstSaid = Promise.withResolvers<void>();
  let unread = "";
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk;
  });
  child.stdout.on("data", (chunk: Buffer) => {
    const lines = `${unread}${chunk}`.split("\n");
    // a line cut by the kill was not said
    unread = lines.pop() ?? "";
    for (const line of lines) {
      const said = JSON.parse(line) as Acknowledged | { refused: string };
      if ("refused" in said) refused.push(said.refused);
      else acknowledged.push(said);
    }
    if (acknowledged.length > 0) firstSaid.resolve();
  });
  const ended = once(child, "close").then(([code]) => {
    const failure = new Error(`The writer ended by itself with ${code}:\n${errors}`);
    firstSaid.reject(failure);
    if (code !== null && code !== 0) throw failure;
  });
  // both are awaited by the test; until then a rejection is not unhandled
  for (const promise of [firstSaid.promise, ended]) promise.catch(() => {});
  return { process: child, acknowledged, refused, firstAcknowledged: firstSaid.promise, ended };
}

/** How long a writer works before it is killed: 0.05 to 0.6 s. */
export const workMs = (random: Random): number => 50 + random.next() * 550;

/** Lets a writer work for that long after its first acknowledgement, then kills it. */
export async function writeUntilKilled(order: WriterOrder, workMs: number): Promise<Writer> {
  const writer = startWriter(order);
  await writer.firstAcknowledged;
  await pause(workMs);
  writer.process.kill("SIGKILL");
  await writer.ended;
  return writer;
}

/** What one place must hold: it remembers what was acknowledged there, and the rows it has made to compare. */
export class Witnessed {
  readonly acknowledged = new Map<string, number>();
  readonly #expected = new Map<string, Row[]>();

  note(said: readonly Acknowledged[]): void {
    for (const { log, seq } of said)
      this.acknowledged.set(log, Math.max(seq, this.acknowledged.get(log) ?? -1));
  }

  /** Everything acknowledged is there byte for byte, and nothing is half there. */
  async compare(store: Store): Promise<void> {
    expect(await store.check()).toEqual([]);
    for (const log of crashLogs.flat()) {
      const expected = this.#expected.get(log) ?? [];
      this.#expected.set(log, expected);
      let root = emptyRoot;
      let size = 0;
      for await (const { seq, ...row } of store.read(log, 0)) {
        expected[size] ??= await crashRow(log, size);
        const isSame = seq === size && isSameRow(row, expected[size]);
        // expect() on each of some 100,000 rows would take longer than the crashes
        if (!isSame) expect({ seq, ...row }).toEqual({ seq: size, ...expected[size] });
        root = await chainRoot(root, [row.leafHash]);
        size++;
      }
      expect(size, `rows of ${log}`).toBeGreaterThan(this.acknowledged.get(log) ?? -1);
      const checkpoint = await store.latestCheckpoint(log);
      expect(checkpoint?.size ?? 0, `newest checkpoint of ${log}`).toBe(size);
      expect(checkpoint?.root ?? emptyRoot, `root of ${log}`).toEqual(root);
    }
    expect(await store.size("left"), "logs that are appended to together").toBe(await store.size("right"));
  }
}

function isSameRow(a: Row, b: Row | undefined): boolean {
  return (
    b !== undefined &&
    a.id === b.id &&
    a.receivedAt === b.receivedAt &&
    Buffer.compare(a.entry, b.entry) === 0 &&
    Buffer.compare(a.leafHash, b.leafHash) === 0
  );
}
