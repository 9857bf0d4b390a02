import { formatCheckpoint, leafHash, type NoteSigner, type SigningKey, signNote, Tree } from "#ledger";
import {
  type Act,
  canonicalBytes,
  decodeEntry,
  type EntryHead,
  encodeEntry,
  type Room,
  rooms,
} from "#record";
import type { SignedProcess } from "#server/testing";
import { newActId, signAct } from "../compose.ts";
import type { Source } from "../source.ts";
import { roomSigner } from "../trust.ts";

type Entry = { readonly head: EntryHead; readonly act: Act };

/**
 * A record in the hands of a host that lies: it has the log's key, and signs whatever tree it likes. Keys of
 * members it has only where they lie with it.
 */
export class Forged {
  readonly process: SignedProcess;
  readonly entries = new Map<Room, Uint8Array[]>();
  /** Where a room's checkpoint is not the honest one of the entries that stand there. */
  readonly notes = new Map<Room, (signer: NoteSigner, tree: Tree) => Uint8Array>();
  readonly #from: Source;

  private constructor(process: SignedProcess, from: Source) {
    this.process = process;
    this.#from = from;
  }

  static async of(process: SignedProcess, from: Source): Promise<Forged> {
    const forged = new Forged(process, from);
    for (const room of rooms) {
      const held: Uint8Array[] = [];
      for await (const bytes of from.entries(room)) held.push(bytes);
      if (held.length > 0) forged.entries.set(room, held);
    }
    return forged;
  }

  in(room: Room): Uint8Array[] {
    const held = this.entries.get(room) ?? [];
    this.entries.set(room, held);
    return held;
  }

  read(room: Room, at: number): Entry {
    const decoded = decodeEntry(this.in(room).at(at) ?? new Uint8Array());
    if (!decoded) throw new Error(`There is no entry ${at} in ${room}.`);
    return { head: decoded.head, act: JSON.parse(new TextDecoder().decode(decoded.actBytes)) };
  }

  /** Writes an entry over; the act is signed anew where keys are given. */
  write(room: Room, at: number, { head, act }: Entry, keys?: readonly SigningKey[]): void {
    const held = this.in(room);
    held[at < 0 ? held.length + at : at] = entryOf({ head, act }, keys);
  }

  /** Appends an entry under the latest time and roster of its room, or what is given of them. */
  append(room: Room, act: Act, keys: readonly SigningKey[], head: Partial<EntryHead> = {}): void {
    const last = this.in(room).length > 0 ? this.read(room, -1).head : undefined;
    const seats = this.in("process").length;
    const receivedAt = Math.max(last?.receivedAt ?? 0, this.read("process", -1).head.receivedAt);
    const whole = { receivedAt, roster: seats, signatures: [], ...head };
    this.in(room).push(entryOf({ head: whole, act }, keys));
  }

  /** An act as its author would make it on the head that the forged log now has. */
  act(room: Room, from: Act, change: Partial<Act> = {}): Act {
    const tree = treeOf(this.in(room));
    const seen = { size: tree.size, root: Buffer.from(tree.root()).toString("base64") };
    return { ...from, id: newActId(), room, seen, ...change } as Act;
  }

  source(): Source {
    const { process, entries, notes } = this;
    const from = this.#from;
    return {
      process: process.process,
      rooms: async () =>
        [...entries].map(([room, held]) => {
          const tree = treeOf(held);
          const signer = roomSigner(process.hostName, process.process, room, process.logKey);
          const checkpoint = notes.get(room)?.(signer, tree) ?? honest(signer, tree);
          return { room, size: held.length, checkpoint };
        }),
      async *entries(room) {
        yield* entries.get(room) ?? [];
      },
      blobs: from.blobs,
      blob: from.blob,
      close: from.close,
    };
  }
}

export function honest(signer: NoteSigner, tree: Tree): Uint8Array {
  return signNote(formatCheckpoint({ origin: signer.name, size: tree.size, root: tree.root() }), [signer]);
}

function treeOf(entries: readonly Uint8Array[]): Tree {
  const tree = new Tree();
  for (const bytes of entries) tree.append(leafHash(bytes));
  return tree;
}

function entryOf({ head, act }: Entry, keys: readonly SigningKey[] | undefined): Uint8Array {
  const signatures = keys ? signAct(act, keys).signatures : head.signatures;
  return encodeEntry({ ...head, signatures }, canonicalBytes(act));
}
