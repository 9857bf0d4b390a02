import { Worker } from "node:worker_threads";
import { boundsOf, type TruceBounds, type TruceCase } from "#plan";

export type BoundsTask = {
  readonly path: string;
  /** One 32-bit number: other than 0, the work ends. */
  readonly flag: SharedArrayBuffer;
  /** Whether it is done, as a 32-bit number; then lives and remains, as 64-bit floating-point numbers from the 8th byte. */
  readonly answer: SharedArrayBuffer;
};

const [waiting, done, failed] = [0, 1, 2] as const;

/** Computes the bounds of a case in a thread of its own from now on; what it answers waits for them. */
export function boundsBeside(
  path: string,
  given: TruceCase,
  flag: SharedArrayBuffer,
): { readonly bounds: () => TruceBounds; readonly end: () => void } {
  const answer = new SharedArrayBuffer(24);
  const worker = new Worker(new URL("./bounds-worker.ts", import.meta.url), {
    workerData: { path, flag, answer } satisfies BoundsTask,
  });
  worker.unref();
  const stopped = new Int32Array(flag);
  const state = new Int32Array(answer, 0, 1);
  return {
    bounds() {
      Atomics.wait(state, 0, waiting);
      const [lives = 0, remains = 0] = new Float64Array(answer, 8);
      return Atomics.load(state, 0) === done
        ? { lives, remains }
        : boundsOf(given, { stopped: () => Atomics.load(stopped, 0) !== 0 });
    },
    end: () => void worker.terminate(),
  };
}

/** Called by that thread at its end. */
export function sayBounds(answer: SharedArrayBuffer, bounds: TruceBounds | undefined): void {
  const state = new Int32Array(answer, 0, 1);
  if (bounds) new Float64Array(answer, 8).set([bounds.lives, bounds.remains]);
  Atomics.store(state, 0, bounds ? done : failed);
  Atomics.notify(state, 0);
}
