import { Worker } from "node:worker_threads";
import type { TruceBounds, TruceCase } from "#plan";

export type BoundsTask = {
  readonly given: TruceCase;
  /** In about so many CPU seconds of the thread they are to be ready. */
  readonly seconds?: number;
  /** One 32-bit number: other than 0, the work ends. */
  readonly flag: SharedArrayBuffer;
  /** Whether it is done, as a 32-bit number; then lives and remains, as 64-bit floating-point numbers from the 8th byte. */
  readonly answer: SharedArrayBuffer;
};

const [waiting, done, failed] = [0, 1, 2] as const;

/** Computes the bounds of a case in a thread of its own from now on; whoever waits for the answer has one even where that thread dies. */
export function boundsBeside(task: Omit<BoundsTask, "answer">): {
  readonly answer: SharedArrayBuffer;
  readonly end: () => Promise<unknown>;
} {
  const answer = new SharedArrayBuffer(24);
  const worker = new Worker(new URL("./bounds-worker.ts", import.meta.url), {
    workerData: { ...task, answer } satisfies BoundsTask,
  });
  // the thread that searches computes them itself then, and says what is wrong with the case
  worker.on("error", () => sayBounds(answer, undefined));
  worker.on("exit", () => sayBounds(answer, undefined));
  return { answer, end: () => worker.terminate() };
}

/** Waits for the bounds; undefined where they could not be computed. */
export function waitForBounds(answer: SharedArrayBuffer): TruceBounds | undefined {
  const state = new Int32Array(answer, 0, 1);
  Atomics.wait(state, 0, waiting);
  const [lives = 0, remains = 0] = new Float64Array(answer, 8);
  return Atomics.load(state, 0) === done ? { lives, remains } : undefined;
}

/** Says them, or that there are none; what has been said stays. */
export function sayBounds(answer: SharedArrayBuffer, bounds: TruceBounds | undefined): void {
  const state = new Int32Array(answer, 0, 1);
  if (Atomics.load(state, 0) !== waiting) return;
  if (bounds) new Float64Array(answer, 8).set([bounds.lives, bounds.remains]);
  Atomics.store(state, 0, bounds ? done : failed);
  Atomics.notify(state, 0);
}
