import { Worker } from "node:worker_threads";
import { type Problem, ProblemError } from "#base";

export type OrienteeringTask = {
  readonly path: string;
  readonly teams: number;
  readonly seed: number;
  readonly wantsBound: boolean;
  /** CPU seconds of the search's own thread; the bound takes as long again. */
  readonly seconds?: number;
  readonly iterations?: number;
  /** One 32-bit number: other than 0, the search ends with the best plan so far. */
  readonly flag: SharedArrayBuffer;
};

export type OrienteeringPlan = {
  readonly value: number;
  /** No plan's value is above it; null where it was not asked for. */
  readonly bound: number | null;
  /** How far the value is below the bound, as a share of the bound. */
  readonly gap: number | null;
  readonly proven: boolean;
  /** Sites as the file numbers them, one list a team. */
  readonly routes: readonly (readonly number[])[];
  readonly iterations: number;
  readonly seed: number;
  readonly stopped: boolean;
};

export type FromOrienteering =
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  | { readonly kind: "planned"; readonly plan: OrienteeringPlan }
  | { readonly kind: "refused"; readonly problem: Problem };

/** Plans in a worker. The first Ctrl-C, or being told to end, ends the search with the best plan so far. */
export async function runOrienteering(
  task: Omit<OrienteeringTask, "flag">,
  onProgress: (done: number, of: number) => void,
): Promise<OrienteeringPlan> {
  const flag = new SharedArrayBuffer(4);
  const stop = () => {
    Atomics.store(new Int32Array(flag), 0, 1);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const worker = new Worker(new URL("./orienteering-worker.ts", import.meta.url), {
    workerData: { ...task, flag } satisfies OrienteeringTask,
  });
  try {
    return await new Promise<OrienteeringPlan>((resolve, reject) => {
      worker.on("message", (message: FromOrienteering) => {
        if (message.kind === "progress") onProgress(message.done, message.of);
        else if (message.kind === "refused") reject(new ProblemError(message.problem));
        else resolve(message.plan);
      });
      worker.on("error", reject);
      worker.on("exit", (code) => reject(new Error(`The planner ended with ${code} and without a plan.`)));
    });
  } finally {
    process.removeListener("SIGINT", stop);
    process.removeListener("SIGTERM", stop);
    await worker.terminate();
  }
}
