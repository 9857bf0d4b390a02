import type { Problem } from "#base";
import type { SignIn } from "./sign-in.ts";

/** One entry of a log, as it is handed in. */
export type Row = {
  /** Unique in its log. */
  readonly id: string;
  /** Epoch ms at which the server received it. */
  readonly receivedAt: number;
  /** 32 bytes; computed and verified by the layers above. */
  readonly leafHash: Uint8Array;
  /** Opaque bytes, at most 65,535 (C2SP tlog-tiles entry bundles). */
  readonly entry: Uint8Array;
};

/** A row with its place in the log, counted from 0 without gaps. */
export type StoredRow = Row & { readonly seq: number };

/** A signed tree head: `note` is its text with all signatures, `root` and `size` are what it speaks of. */
export type Checkpoint = { readonly size: number; readonly root: Uint8Array; readonly note: string };

/** Rows for the end of one log, and the checkpoint of the log with them. */
export type Append = {
  readonly log: string;
  readonly expectedSize: number;
  readonly rows: readonly Row[];
  readonly checkpoint: Checkpoint;
};

/** A log that must not have grown since it was read. */
export type Guard = { readonly log: string; readonly size: number };

export type AppendResult =
  | { readonly done: true }
  /** Nothing was written: `moved` has another size than was expected, namely `size`. */
  | { readonly done: false; readonly moved: string; readonly size: number };

export type LogSize = { readonly log: string; readonly size: number };
export type Snapshot = { readonly upTo: string; readonly bytes: Uint8Array };
export type Listener = (log: string, size: number) => void;

/** Append-only logs by name, and what is kept beside them. It knows nothing of rooms and acts. */
export interface Store extends SignIn {
  readonly backend: "sqlite" | "postgres";
  /** All or nothing over every log named. When it answers done, the rows are synced to disk. */
  append(appends: readonly Append[], guards?: readonly Guard[]): Promise<AppendResult>;
  /** Every log with at least one row, by name. */
  logs(): Promise<LogSize[]>;
  /** 0 for a log that does not exist. */
  size(log: string): Promise<number>;
  /** Rows in order from `from`, read in pages; rows appended meanwhile may be included. */
  read(log: string, from: number, limit?: number): AsyncIterable<StoredRow>;
  /** 32 bytes for each row, in order. */
  leafHashes(log: string): Promise<Uint8Array>;
  /** The place of an id in that log. */
  has(log: string, id: string): Promise<number | undefined>;
  latestCheckpoint(log: string): Promise<Checkpoint | undefined>;
  checkpoint(log: string, size: number): Promise<Checkpoint | undefined>;
  /** Every checkpoint of the log from that size on, smallest first. */
  checkpoints(log: string, fromSize?: number): AsyncIterable<Checkpoint>;
  /** The newest checkpoints with more signatures than the log's own, at most so many, the newest first. */
  cosignedCheckpoints(log: string, most: number): Promise<Checkpoint[]>;
  /**
   * Replaces the note of a checkpoint by one with more cosignatures. With `previous`, only if that is still the
   * note; answers false, and writes nothing, if it is not (someone else added a cosignature: merge, try again).
   */
  putCheckpointNote(log: string, size: number, note: string, previous?: string): Promise<boolean>;
  /** Keeps bytes by the SHA-256 (hex) that the caller computed. Putting the same again does nothing. */
  putBlob(digest: string, bytes: Uint8Array): Promise<void>;
  blob(digest: string): Promise<Uint8Array | undefined>;
  hasBlob(digest: string): Promise<boolean>;
  /** Removes content that was recalled; what names it stays. Nothing where it is not held. */
  dropBlob(digest: string): Promise<void>;
  /** Keeps a full tile of the log's tree. A damaged tile reads as absent: it can be computed again. */
  putTile(log: string, level: number, index: number, bytes: Uint8Array): Promise<void>;
  tile(log: string, level: number, index: number): Promise<Uint8Array | undefined>;
  /** A cache that may be replaced. A damaged one reads as absent. */
  putSnapshot(key: string, upTo: string, bytes: Uint8Array): Promise<void>;
  snapshot(key: string): Promise<Snapshot | undefined>;
  /** Calls the listener after each append to any log, whoever made it. Answers with the way to stop. */
  watch(listener: Listener): Promise<() => Promise<void>>;
  /** What is wrong with what is kept; reads everything. */
  check(): Promise<Problem[]>;
  /** Waits for appends under way, then lets go of the database. */
  close(): Promise<void>;
}
