import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { fromHex, leafHash, openCheckpoint, sameBytes, sha256, Tree, toHex, verifierOf } from "#ledger";
import { rooms } from "#record";
import { readEntry, roomSigner } from "#replica";
import type { Store } from "#store";
import type { Acknowledged, WriterOrder } from "../crash-writer.ts";
import { SignedProcess } from "./index.ts";

/** A writer in a process of its own: it makes ready at once, and writes when it is told to. */
export type Writer = {
  readonly process: ChildProcess;
  readonly acknowledged: Acknowledged[];
  readonly ready: Promise<void>;
  /** When its output is read to the end. */
  readonly ended: Promise<void>;
};

export function startWriter(order: WriterOrder): Writer {
  const program = new URL("../crash-writer.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  const acknowledged: Acknowledged[] = [];
  const ready = Promise.withResolvers<void>();
  let unread = "";
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk;
  });
  child.stdout.on("data", (chunk: Buffer) => {
    const lines = `${unread}${chunk}`.split("\n");
    unread = lines.pop() ?? ""; // a line cut by the kill was not said
    for (const line of lines) {
      const said = JSON.parse(line) as Acknowledged | "ready";
      if (said === "ready") ready.resolve();
      else acknowledged.push(said);
    }
  });
  const ended = once(child, "close").then(([code]) => {
    const failure = new Error(`The writer ended by itself with ${code}:\n${errors}`);
    ready.reject(failure);
    if (code !== null) throw failure;
  });
  // both are awaited by the test; until then a rejection is not unhandled
  for (const promise of [ready.promise, ended]) promise.catch(() => {});
  return { process: child, acknowledged, ready: ready.promise, ended };
}

/** Lets a writer that is ready write for that long, and on a slow machine until it has got that far; then kills it. */
export async function writeUntilKilled(
  writer: Writer,
  workMs: number,
  least: number,
): Promise<readonly Acknowledged[]> {
  await writer.ready;
  writer.process.stdin?.write("go\n");
  await pause(workMs);
  const isAlive = () => writer.process.exitCode === null && writer.process.signalCode === null;
  while (writer.acknowledged.length < least && isAlive()) await pause(5);
  writer.process.kill("SIGKILL");
  await writer.ended;
  return writer.acknowledged;
}

/** What one place must hold: every act acknowledged there, at its place, with its leaf. */
export class Witnessed {
  readonly #acknowledged: Acknowledged[] = [];

  note(said: readonly Acknowledged[]): void {
    this.#acknowledged.push(...said);
  }

  /** Everything acknowledged is there, nothing is half there, and the tree of the acts is the one that was signed. */
  async compare(store: Store): Promise<number> {
    const { process, hostName, logKey } = await SignedProcess.over(store); // opens a registry, which judges too
    const leaves = new Map<string, readonly Uint8Array[]>();
    const ids = new Map<string, string>();
    let acts = 0;
    for (const room of rooms) {
      const tree = new Tree();
      const found: Uint8Array[] = [];
      for await (const { seq, id, entry, leafHash: kept } of store.read(`${process}/${room}`, 0)) {
        const leaf = leafHash(entry);
        if (!sameBytes(leaf, kept)) throw new Error(`${room} ${seq} has another leaf.`);
        const read = readEntry(seq, entry);
        if ("problem" in read) throw new Error(`${room} ${seq}: ${read.problem.detail}`);
        ids.set(`${room} ${seq}`, id);
        found.push(leaf);
        tree.append(leaf);
      }
      leaves.set(room, found);
      acts += tree.size;
      const head = await store.latestCheckpoint(`${process}/${room}`);
      expect(head?.size ?? 0).toBe(tree.size);
      if (!head) continue;
      const log = verifierOf(roomSigner(hostName, process, room, logKey));
      const { checkpoint } = openCheckpoint(new TextEncoder().encode(head.note), { log });
      expect({ size: checkpoint.size, root: toHex(checkpoint.root) }).toEqual({
        size: tree.size,
        root: toHex(tree.root()),
      });
    }
    for (const { id, room, seq, leaf } of this.#acknowledged) {
      const [held, heldId] = [leaves.get(room)?.[seq], ids.get(`${room} ${seq}`)];
      const isThere = held && heldId === id && sameBytes(held, fromHex(leaf) ?? sha256(new Uint8Array()));
      if (!isThere) throw new Error(`${id} was acknowledged at ${room} ${seq} and is not there.`);
    }
    return acts;
  }
}
