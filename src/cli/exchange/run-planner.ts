import { Worker } from "node:worker_threads";
import { type Problem, ProblemError } from "#base";
import type { Plan, Side, SideView, Why } from "#exchange";

export type PlannerTask = {
  readonly path: string;
  /** The case itself, where it came by standard input. */
  readonly text: string | undefined;
  readonly seed: number;
  readonly previous: string | undefined;
  /** How many of the last plan's first tranches are agreed and stay. */
  readonly keep: number | undefined;
  readonly why: string | undefined;
  readonly prices: boolean;
  readonly side: Side | undefined;
  /** Epoch ms by which the plan is wanted; without it the usual work is done. */
  readonly endsAt: number | undefined;
  /** One 32-bit number: other than 0, the search ends with the best plan so far. */
  readonly flag: SharedArrayBuffer;
};

export type Planned = {
  readonly plan: Plan;
  readonly why: Why | undefined;
  readonly view: SideView | undefined;
};

export type FromPlanner =
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  | ({ readonly kind: "planned" } & Planned)
  | { readonly kind: "refused"; readonly problem: Problem };

/**
 * Plans in a worker. The first Ctrl-C ends the search with the best plan so far, as does the clock when `endsAt` nears;
 * a second Ctrl-C ends the command.
 */
export async function runPlanner(
  task: Omit<PlannerTask, "flag">,
  onProgress: (done: number, of: number) => void,
): Promise<Planned> {
  const flag = new SharedArrayBuffer(4);
  const stop = () => {
    Atomics.store(new Int32Array(flag), 0, 1);
  };
  process.once("SIGINT", stop);
  // a part of the time is left for bounds and printing
  const left = task.endsAt === undefined ? undefined : 0.7 * (task.endsAt - Date.now());
  const clock = left === undefined ? undefined : setTimeout(stop, Math.max(0, left));
  const worker = new Worker(new URL("./planner-worker.ts", import.meta.url), {
    workerData: { ...task, flag },
  });
  try {
    return await new Promise<Planned>((resolve, reject) => {
      worker.on("message", (message: FromPlanner) => {
        if (message.kind === "progress") onProgress(message.done, message.of);
        else if (message.kind === "refused") reject(new ProblemError(message.problem));
        else resolve(message);
      });
      worker.on("error", reject);
      worker.on("exit", (code) => reject(new Error(`The planner ended with ${code} and without a plan.`)));
    });
  } finally {
    clearTimeout(clock);
    process.removeListener("SIGINT", stop);
    await worker.terminate();
  }
}
