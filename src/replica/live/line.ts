import type { Client } from "#api";
import { type Problem, ProblemError, problem } from "#base";
import { type Room, readableRooms, rooms } from "#record";
import type { Beside } from "./beside.ts";
import { type Batch, batchOf, entriesFrom, within } from "./bulk.ts";
import type { Copy } from "./copy.ts";
import { cursorOf, type FeedPart, feedParts } from "./feed.ts";
import { checkHead, openHead, wrongEntry, wrongHistory } from "./heads.ts";
import { foundingOf, Intake } from "./intake.ts";
import { verifyChunks } from "./verify-kept.ts";

export type LineOptions = {
  readonly client: Client;
  readonly copy: Copy;
  readonly beside: Beside;
  /** Entries that are held, of those known of, while a sync goes on. */
  readonly onProgress: (done: number, of: number) => void;
  /** Something new is in the copy: entries, or what witnesses say of a head. */
  readonly onTaken: () => Promise<void>;
};

/** The host answers, but not for this office: the session has ended, or is another's. */
export class NotOurs extends Error {
  readonly problem: Problem;
  constructor(refused: Problem) {
    super(refused.title);
    this.problem = refused;
  }
}

type Shown = { readonly room: Room; readonly size: number; readonly checkpoint: string | null };
type Batches = AsyncIterable<Batch>;

/** No byte for so long, and the connection is given up: the host sends a heartbeat every 15 seconds. */
const silentMs = 45_000;
/** How long entries of the feed may wait for the signed head over them. */
const headlessMs = 1_000;

/** A replica's line to its host: brings the copy up to the host's heads, and then follows the feed. */
export class Line {
  readonly #client: Client;
  readonly #copy: Copy;
  readonly #onProgress: LineOptions["onProgress"];
  readonly #onTaken: LineOptions["onTaken"];
  /** The signed note that was looked at last: what a refusal is about. */
  evidence = "";
  readonly #beside: Beside;
  #work: Promise<unknown> = Promise.resolve();

  constructor({ client, copy, beside, onProgress, onTaken }: LineOptions) {
    this.#client = client;
    this.#copy = copy;
    this.#beside = beside;
    this.#onProgress = onProgress;
    this.#onTaken = onTaken;
  }

  /** Takes everything up to the heads that the host shows now, and what its witnesses say of them. */
  sync(signal: AbortSignal): Promise<void> {
    return this.inTurn(() => this.#sync(signal));
  }

  /** Follows the feed until it ends, or until the signal ends it. */
  async follow(signal: AbortSignal): Promise<void> {
    const broken = new AbortController();
    const both = AbortSignal.any([signal, broken.signal]);
    const giveUp = (reason: string) => broken.abort(new TypeError(reason));
    const silence = () => setTimeout(() => giveUp("The host has been silent for too long."), silentMs);
    let silent = silence();
    let headless: ReturnType<typeof setTimeout> | undefined;
    const parts = new Map<Room, FeedPart[]>();
    try {
      const sizes = readableRooms(this.#copy.office).map(
        (room) => [room, this.#copy.held.size(room)] as const,
      );
      for await (const part of feedParts(await this.#client.follow(cursorOf(sizes), both), both)) {
        clearTimeout(silent);
        silent = silence();
        if (!part) continue;
        const { room, checkpoint } = part;
        parts.set(room, [...(parts.get(room) ?? []), part]);
        if (checkpoint === undefined) {
          headless ??= setTimeout(
            () => giveUp("The feed sent entries and no signed head over them."),
            headlessMs,
          );
          continue;
        }
        clearTimeout(headless);
        headless = undefined;
        const whole = parts.get(room) ?? [];
        parts.delete(room);
        await this.inTurn(() => this.#take(room, whole, checkpoint, both));
      }
    } finally {
      clearTimeout(silent);
      clearTimeout(headless);
    }
  }

  /** One thing at a time: the copy grows by whole batches. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#work.then(work);
    this.#work = turn.catch(() => {}); // it is told to whoever asked for the work
    return turn;
  }

  async #sync(signal: AbortSignal): Promise<void> {
    const { office, held } = this.#copy;
    const before = new Map(rooms.map((room) => [room, held.size(room)]));
    await this.#checkHost(signal);
    const shown = await this.#client.call("listRooms", { signal: within(signal) });
    const heads = new Map(shown.rooms.map((one) => [one.room, one]));
    const total = shown.rooms.reduce((sum, one) => sum + one.size, 0);
    let done = 0;
    for (const room of readableRooms(office)) {
      const head = heads.get(room);
      const least = before.get(room) ?? 0;
      if (!head && least === 0) continue; // a room in which nothing has been said
      this.evidence = head?.checkpoint ?? "";
      if (!head || head.size < least)
        throw wrongHistory(
          room,
          least,
          `The host shows ${head?.size ?? 0} entries, and it gave out ${least} before.`,
        );
      await this.#advance(head, signal, (more) => this.#onProgress(done + more, total));
      done += head.size;
      if (await this.#copy.noteCosigned(room, head.cosigned)) await this.#onTaken();
    }
    if (!this.#beside.meta.synced) await this.#beside.set({ synced: true });
  }

  async #checkHost(signal: AbortSignal): Promise<void> {
    const { office, held } = this.#copy;
    const about = await this.#client.call("readProcess", { signal: within(signal) });
    if (about.process !== held.process)
      throw wrongEntry("process", 0, `The host serves the process ${about.process}, not ${held.process}.`);
    const [found, expected] = [plain(about.fingerprint), plain(this.#beside.meta.fingerprint ?? "")];
    if (found !== "" && expected !== "" && found !== expected)
      throw otherFounding(expected, about.fingerprint);
    if (about.office !== office)
      throw new NotOurs(problem("replica.other_office", { expected: office, found: about.office }));
  }

  async #advance({ room, size, checkpoint }: Shown, signal: AbortSignal, onProgress: (done: number) => void) {
    const { held } = this.#copy;
    if (checkpoint === null) return;
    this.evidence = checkpoint;
    if (size <= held.size(room)) return checkHead(held, room, openHead(held, room, checkpoint));
    const batches = entriesFrom(this.#client, room, held.size(room), size, signal);
    await this.#continue(room, batches, checkpoint, signal, onProgress);
  }

  async #take(
    room: Room,
    parts: readonly FeedPart[],
    checkpoint: string,
    signal: AbortSignal,
  ): Promise<void> {
    const { held, office } = this.#copy;
    if (!readableRooms(office).includes(room))
      throw wrongEntry(room, parts[0]?.from ?? 0, `${office} does not read this room.`);
    this.evidence = checkpoint;
    const size = sizeOf(checkpoint) ?? 0; // it is read and verified at the end
    if (size <= held.size(room)) return checkHead(held, room, openHead(held, room, checkpoint));
    await this.#continue(room, this.#gapless(room, parts, size, signal), checkpoint, signal, () => {});
  }

  // What the feed has sent, and what lies between it and what is held, up to the size of the head.
  async *#gapless(room: Room, parts: readonly FeedPart[], size: number, signal: AbortSignal): Batches {
    let next = this.#copy.held.size(room);
    for (const { from, entries } of parts) {
      yield* entriesFrom(this.#client, room, next, Math.min(from, size), signal);
      next = Math.max(next, Math.min(from, size));
      const more = entries.slice(next - from, size - from);
      yield await batchOf(more);
      next += more.length;
    }
    yield* entriesFrom(this.#client, room, next, size, signal);
  }

  async #continue(
    room: Room,
    batches: Batches,
    checkpoint: string,
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ): Promise<void> {
    const { held } = this.#copy;
    // Of the first sync the heads are enough to show it by; seats hang on the process room, so that is verified at once.
    const isLater = !this.#beside.meta.synced && room !== "process";
    const intake = new Intake(held, room, isLater);
    try {
      for await (const batch of batches) {
        for (const { bytes, leaf } of batch) {
          if (room === "process" && intake.next === 0) await this.#takeFounding(bytes);
          if (intake.take(bytes, leaf) === undefined) continue;
          await this.#advanceSeats(signal);
          intake.take(bytes, leaf, true);
        }
        onProgress(intake.next);
      }
      const judged = intake.finish(checkpoint);
      const { from, head, kept } = judged;
      const first = head.unverified.from < head.unverified.to ? head.unverified.from : from;
      if (!isLater) await verifyChunks(room, from, kept);
      const unverified = isLater ? { from: first, to: head.size } : head.unverified;
      await this.#copy.accept({ ...judged, head: { ...head, unverified } });
      await this.#onTaken();
    } catch (error) {
      intake.abandon();
      throw error;
    }
  }

  // An act may be here before the seat that it was said under.
  async #advanceSeats(signal: AbortSignal): Promise<void> {
    const note = await this.#client.call("readCheckpoint", {
      params: { room: "process" },
      signal: within(signal),
    });
    const checkpoint = new TextDecoder().decode(note);
    const { size } = openHead(this.#copy.held, "process", checkpoint);
    await this.#advance({ room: "process", size, checkpoint }, signal, () => {});
  }

  async #takeFounding(bytes: Uint8Array): Promise<void> {
    const { held } = this.#copy;
    const { payload, fingerprint } = await foundingOf(held.process, bytes);
    const expected = plain(this.#beside.meta.fingerprint ?? "");
    if (expected !== "" && expected !== plain(fingerprint)) throw otherFounding(expected, fingerprint);
    held.founding = payload;
    if (expected === "") await this.#beside.set({ fingerprint });
  }
}

function otherFounding(expected: string, found: string): ProblemError {
  return new ProblemError(problem("verify.fingerprint", { expected, found }));
}

function plain(fingerprint: string): string {
  return fingerprint.replaceAll(/\s+/g, "").toLowerCase();
}

// The size that a note speaks of; nothing is believed of it here.
function sizeOf(note: string): number | undefined {
  const size = Number(note.split("\n")[1]);
  return Number.isSafeInteger(size) && size >= 0 ? size : undefined;
}
