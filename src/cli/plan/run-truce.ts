import { Worker } from "node:worker_threads";
import { type Problem, ProblemError } from "#base";
import {
  afterEvent,
  type TeamPlan,
  type TermValue,
  type TruceCase,
  type TruceEvent,
  type TrucePlan,
} from "#plan";
import { boundsBeside } from "./bounds-beside.ts";

export type TruceTask = {
  readonly given: TruceCase;
  readonly seed: number;
  /** The last agreed plan. */
  readonly previous?: readonly TeamPlan[];
  readonly event?: TruceEvent;
  /** Whether it is asked what changes of the terms are worth. */
  readonly wantsValues: boolean;
  /** CPU seconds of the search. */
  readonly seconds?: number;
  readonly iterations?: number;
  /** One 32-bit number: other than 0, the search ends with the best plan so far. */
  readonly flag: SharedArrayBuffer;
  /** Where the bounds come from that are computed beside the search. */
  readonly bounds?: SharedArrayBuffer;
};

export type TruceAnswer = {
  readonly plan: TrucePlan;
  readonly digests: { readonly inputs: string; readonly plan: string };
  readonly after?: TruceCase;
  readonly values?: readonly TermValue[];
};

export type FromTruce =
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  | ({ readonly kind: "planned" } & TruceAnswer)
  | { readonly kind: "refused"; readonly problem: Problem };

/** CPU seconds for which bounds are looked for at least. */
const boundSeconds = 5;

/** Plans in a worker. The first Ctrl-C ends the search with the best plan so far. */
export async function runTruce(
  task: Omit<TruceTask, "flag" | "bounds">,
  onProgress: (done: number, of: number) => void,
): Promise<TruceAnswer> {
  const flag = new SharedArrayBuffer(4);
  const stop = () => {
    Atomics.store(new Int32Array(flag), 0, 1);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const open = caseOfPlan(task);
  // as long as the search, or the bounds would wait for nothing; but no shorter than they are of use
  const seconds = task.seconds === undefined ? {} : { seconds: Math.max(boundSeconds, task.seconds) };
  const beside = open && boundsBeside({ given: open, flag, ...seconds });
  const worker = new Worker(new URL("./truce-worker.ts", import.meta.url), {
    workerData: { ...task, flag, ...(beside ? { bounds: beside.answer } : {}) } satisfies TruceTask,
  });
  try {
    return await new Promise((resolve, reject) => {
      worker.on("message", (message: FromTruce) => {
        if (message.kind === "progress") onProgress(message.done, message.of);
        else if (message.kind === "refused") reject(new ProblemError(message.problem));
        else resolve(message);
      });
      worker.on("error", reject);
      worker.on("exit", (code) => reject(new Error(`The planner ended with ${code} and without a plan.`)));
    });
  } finally {
    process.removeListener("SIGINT", stop);
    process.removeListener("SIGTERM", stop);
    await Promise.all([worker.terminate(), beside?.end()]);
  }
}

// The case that the plan is of; unknown where an event changes a plan that is yet to be made.
function caseOfPlan({
  given,
  previous,
  event,
}: Pick<TruceTask, "given" | "previous" | "event">): TruceCase | undefined {
  if (!event) return given;
  return previous && afterEvent(given, previous, event);
}
