import type { Problem } from "#base";
import type { WrappedSecret } from "#ledger";
import type { Act, Office, Room, Signature } from "#record";
import { type Chunk, chunkWidth, extendChunk, unpackChunk } from "./chunk.ts";
import type { Device } from "./device.ts";
import type { Visit } from "./visit.ts";

/** The places of a room whose signatures have not been verified here yet. */
type Unverified = { readonly from: number; readonly to: number };

/** A head of a room's log that witnesses have cosigned, and which offices' witnesses they are. */
export type Cosigned = { readonly note: string; readonly size: number; readonly offices: readonly Office[] };

/** A room's log as far as it is kept: everything up to this head has been checked. */
export type KeptRoom = {
  readonly room: Room;
  readonly size: number;
  /** SHA-256 in hex, of the tree at `size`. */
  readonly root: string;
  /** The signed note of this head. */
  readonly checkpoint: string;
  /** For each witness the newest head that he has cosigned. */
  readonly cosigned: readonly Cosigned[];
  readonly unverified: Unverified;
};

/** An act that was said here and does not stand in the record yet. */
export type Queued = {
  readonly id: string;
  readonly room: Room;
  /** Epoch ms at which it was said. */
  readonly at: number;
  /** The exact bytes that are sent, again and again if need be. */
  readonly envelope: { readonly act: Uint8Array; readonly signatures: readonly Signature[] };
  /** What a sealed envelope holds, which nobody else may read: wrapped by the device. */
  readonly sealed?: WrappedSecret;
  readonly refused?: QueueProblem;
};

/** Why the host refused an act, as it said it. */
export type QueueProblem = { readonly code: string; readonly title: string; readonly detail: string };

/** An act on its way, as it is shown. */
export type QueuedAct = {
  readonly act: Act;
  /** Epoch ms at which it was said. */
  readonly at: number;
  readonly state: "waiting" | "sending" | "refused";
  readonly problem?: QueueProblem;
};

/** What was offered and refused, kept as evidence. */
type Refusal = { readonly problem: Problem; readonly at: number; readonly evidence: string };

/** What is kept beside the rooms. */
export type KeptMeta = {
  readonly office?: Office;
  readonly process?: string;
  /** The fingerprint of the founding act that was seen first. */
  readonly fingerprint?: string;
  /** Whether the first sync has come to its end. */
  readonly synced?: boolean;
  readonly visit?: Visit;
  readonly device?: Device;
  readonly refusal?: Refusal | undefined;
};

type Appended = { readonly done: true } | { readonly done: false; readonly held: KeptRoom | undefined };

/** Where a replica keeps what it holds, already checked. One for each host, process and office. */
export interface Keep {
  rooms(): Promise<readonly KeptRoom[]>;
  /** The chunks that hold the entries from one place of a room up to another, in order; each begins at a multiple of 256. */
  chunks(room: Room, from: number, to: number): Promise<readonly Chunk[]>;
  /**
   * Adds entries, as chunksOf lays them out, and the head over them: all or nothing, and nothing where the room has
   * another size than `from` by now.
   */
  append(from: number, more: readonly Chunk[], head: KeptRoom): Promise<Appended>;
  /** Notes what is new of a head that is kept; nothing where the room has another size by now. */
  note(head: KeptRoom): Promise<void>;
  /** What is on its way, in the order in which it was said. */
  queue(): Promise<readonly Queued[]>;
  /** Puts an act at the end, or in its own place again. When it answers, the act is on the disk. */
  enqueue(item: Queued): Promise<void>;
  dequeue(id: string): Promise<void>;
  /** What sealed papers were found to hold, by the paper's id: wrapped by the device, for opening one takes long. */
  opened(): Promise<ReadonlyMap<string, WrappedSecret>>;
  putOpened(papers: ReadonlyMap<string, WrappedSecret>): Promise<void>;
  meta(): Promise<KeptMeta>;
  setMeta(change: KeptMeta): Promise<void>;
  close(): Promise<void>;
  /** Forgets everything, the device's keys too. */
  forget(): Promise<void>;
}

/** A chunk and its number in its room. */
export type Numbered = { readonly index: number; readonly chunk: Chunk };

/** The chunks that change when entries are added from `from` on; `tail` is the last one before. */
export function chunksToWrite(
  from: number,
  more: readonly Chunk[],
  tail: Chunk | undefined,
): readonly Numbered[] {
  const [first] = chunkRange(from, from + 1);
  const within = from % chunkWidth;
  return more.map((chunk, i) => ({
    index: first + i,
    chunk: i === 0 && within > 0 ? extendChunk(tail, within, unpackChunk(chunk)) : chunk,
  }));
}

/** The numbers of the chunks that hold the entries from one place up to another: the first, and the one after the last. */
export function chunkRange(from: number, to: number): readonly [number, number] {
  return [Math.floor(from / chunkWidth), Math.ceil(to / chunkWidth)];
}
