import { Worker } from "node:worker_threads";
import { type Problem, ProblemError } from "#base";
import type { Task } from "./helper.ts";

/** A second thread that does tasks in the order in which they are asked for. */
export type Helper = {
  ask<T>(task: Task): Promise<T>;
  end(): Promise<void>;
};

type Answer = { readonly id: number; readonly answer?: unknown; readonly problem?: Problem };

export function startHelper(): Helper {
  const worker = new Worker(new URL("./helper.ts", import.meta.url), {
    // its data lies in shared memory: a small heap of its own is collected early
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
  const waiting = new Map<number, { done(answer: unknown): void; failed(error: Error): void }>();
  let next = 0;
  worker.on("message", ({ id, answer, problem }: Answer) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (problem === undefined) asked?.done(answer);
    else asked?.failed(new ProblemError(problem));
  });
  worker.on("error", (error) => {
    for (const { failed } of waiting.values())
      failed(error instanceof Error ? error : new Error(String(error)));
    waiting.clear();
  });
  return {
    ask: <T>(task: Task) =>
      new Promise<T>((resolve, reject) => {
        const id = next++;
        waiting.set(id, { done: (answer) => resolve(answer as T), failed: reject }); // the helper answers each task with its own type
        worker.postMessage({ id, task });
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}
