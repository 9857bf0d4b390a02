import { RefusedByServer } from "#api";
import { type Problem, ProblemError, problem } from "#base";
import type { Beside } from "./beside.ts";
import type { Copy } from "./copy.ts";
import type { QueueProblem } from "./keep.ts";
import { type Line, NotOurs } from "./line.ts";
import type { Outbox } from "./outbox.ts";
import { backOff, wait } from "./wait.ts";

export type ReplicaStatus = "opening" | "syncing" | "current" | "offline" | "refused";

export type ReplicaProgress = {
  readonly phase: "loading" | "fetching" | "folding" | "verifying";
  readonly done: number;
  readonly of: number;
};

export type ConnectionParts = {
  readonly copy: Copy;
  readonly line: Line;
  readonly outbox: Outbox;
  readonly beside: Beside;
  readonly now: () => number;
  readonly onChange: () => void;
};

const headsEveryMs = 60_000;
/** A line that holds for so long counts as good: the next failure is the first one again. */
const goodMs = 20_000;

/** How a replica stands to its host: syncs, follows, sends, comes again when the line breaks, and stops at a lie. */
export class Connection {
  readonly #parts: ConnectionParts;
  #status: ReplicaStatus = "opening";
  #trouble: QueueProblem | undefined;
  #progress: ReplicaProgress | undefined;
  #stop = new AbortController();
  #running: Promise<void> | undefined;
  #verifying: Promise<void> | undefined;
  #waiting = new AbortController();
  #toSend = new AbortController();

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    if (parts.beside.meta.refusal) this.#status = "refused";
  }

  get status(): ReplicaStatus {
    return this.#status;
  }

  get trouble(): QueueProblem | undefined {
    return this.#trouble;
  }

  get progress(): ReplicaProgress | undefined {
    return this.#progress;
  }

  start(): void {
    if (this.#running) return;
    this.#stop = new AbortController();
    this.#running = this.#run(this.#stop.signal);
    this.#verifyRest();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    await this.#verifying;
    this.#running = undefined;
    if (this.#status !== "refused") this.#set("offline");
  }

  /** Stops waiting: tries the host, and sends, now. */
  hurry(): void {
    this.#waiting.abort();
    this.#toSend.abort();
  }

  /** A person has looked at the refusal. */
  async forgive(): Promise<void> {
    await this.stop();
    await this.#parts.beside.set({ refusal: undefined });
    this.#set("offline");
    this.start();
  }

  /** Entries that have come in, of those known of. */
  noteFetched(done: number, of: number): void {
    if (this.#status === "offline") this.#status = "syncing";
    if (this.#status === "syncing") this.#progress = { phase: "fetching", done, of };
    this.#parts.onChange();
  }

  /** Sealed papers that are opened, of those that have come in. */
  noteOpened(done: number, of: number): void {
    this.#progress = done < of ? { phase: "folding", done, of } : undefined;
    this.#parts.onChange();
  }

  /** Why what was said is not sent now. */
  noteTrouble(trouble: QueueProblem): void {
    this.#trouble = trouble;
    this.#parts.onChange();
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { line, outbox } = this.#parts;
    for (let failures = 0; !this.#isRefused(); failures++) {
      if (failures === 0) this.#set("syncing"); // while it fails it stays offline, until entries come: see noteFetched
      let current = Number.POSITIVE_INFINITY;
      try {
        await line.sync(signal);
        current = performance.now();
        this.#trouble = undefined;
        this.#progress = undefined;
        outbox.noteSynced();
        this.#set("current");
        this.#verifyRest();
        await this.#stayCurrent(signal);
      } catch (error) {
        await this.#failed(error, signal);
        if (this.#trouble?.code.startsWith("keep.")) return this.#set("offline");
      }
      if (signal.aborted || this.#isRefused()) return;
      if (performance.now() - current > goodMs) failures = 0;
      this.#set("offline");
      this.#waiting = new AbortController();
      await wait(backOff(failures, Math.random()), AbortSignal.any([signal, this.#waiting.signal]));
    }
  }

  // Until the feed ends, or something fails.
  async #stayCurrent(signal: AbortSignal): Promise<void> {
    const end = new AbortController();
    const both = AbortSignal.any([signal, end.signal]);
    const work = [this.#parts.line.follow(both), this.#lookForHeads(both), this.#sendAll(both)];
    try {
      await Promise.race(work);
    } finally {
      end.abort();
      await Promise.allSettled(work);
    }
  }

  // A witness's cosignature does not come with the feed: it is on a head that is there already.
  async #lookForHeads(signal: AbortSignal): Promise<void> {
    for (;;) {
      await wait(headsEveryMs, signal);
      if (signal.aborted) return;
      await this.#parts.line.sync(signal);
    }
  }

  async #sendAll(signal: AbortSignal): Promise<void> {
    const { outbox, beside } = this.#parts;
    while (!signal.aborted) {
      this.#toSend = new AbortController();
      await outbox.send(beside.meta.device, signal);
      await wait(headsEveryMs, AbortSignal.any([signal, this.#toSend.signal]));
    }
  }

  #verifyRest(): void {
    const { copy } = this.#parts;
    if (this.#verifying || copy.unverified() === 0) return;
    const { signal } = this.#stop;
    const of = copy.size();
    const step = () => {
      const left = copy.unverified();
      this.#progress = left > 0 ? { phase: "verifying", done: Math.max(0, of - left), of } : undefined;
      this.#parts.onChange();
    };
    this.#verifying = copy
      .verifyRest(signal, step)
      .catch((error) => this.#failed(error, signal))
      .finally(() => {
        this.#verifying = undefined;
      });
  }

  async #failed(error: unknown, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    this.#progress = undefined;
    if (error instanceof NotOurs) this.#trouble = error.problem;
    else if (error instanceof RefusedByServer) this.#trouble = error.wire;
    else if (error instanceof ProblemError) {
      if (!error.problem.code.startsWith("keep.")) return this.#refuse(error.problem);
      this.#trouble = error.problem;
    } else if (error instanceof TypeError || error instanceof DOMException)
      this.#trouble = problem("replica.unreachable", { reason: `${error.message}.` });
    else throw error;
    this.#parts.onChange();
  }

  // Never silently healed: it stays so over restarts, until somebody has looked at it.
  async #refuse(refused: Problem): Promise<void> {
    const { beside, line, now } = this.#parts;
    this.#set("refused");
    this.#stop.abort();
    await beside.set({ refusal: { problem: refused, at: now(), evidence: line.evidence } });
    this.#parts.onChange();
  }

  #isRefused(): boolean {
    return this.#status === "refused";
  }

  #set(status: ReplicaStatus): void {
    this.#status = status;
    this.#parts.onChange();
  }
}
