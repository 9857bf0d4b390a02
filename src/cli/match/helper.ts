import { parentPort } from "node:worker_threads";
import { ProblemError, problem } from "#base";
import {
  blocksFor,
  halfOf,
  type Keyed,
  type Layout,
  type ListInput,
  type Prepared,
  scorePairs,
  type Wanted,
} from "#match";
import { readTable } from "#sheets";
import { contents } from "./contents.ts";
import { release } from "./release.ts";
import { shared } from "./shared.ts";

/** What the command asks of a second thread. `keyed` and `prepared` stay until the next are sent. */
export type Task =
  | { readonly do: "read"; readonly path: string }
  | { readonly do: "others"; readonly lists: readonly ListInput[]; readonly layout: Layout }
  | { readonly do: "keyed"; readonly keyed: Keyed }
  | { readonly do: "blocks"; readonly wanted: readonly Wanted[] }
  | { readonly do: "prepared"; readonly prepared: Prepared }
  | { readonly do: "score"; readonly from: number; readonly to: number };

const releaseEvery = 4; // sources
let keyed: Keyed | undefined;
let prepared: Prepared | undefined;

async function done(task: Task): Promise<unknown> {
  switch (task.do) {
    case "read": {
      const table = shared(await readTable(task.path, await contents(task.path)));
      release();
      return table;
    }
    case "others": {
      const half = shared(halfOf(task.lists, task.layout, "others"));
      release();
      return half;
    }
    case "keyed":
      keyed = task.keyed;
      return undefined;
    case "blocks": {
      const one = keyed;
      if (one === undefined) throw new Error("Blocks were asked for before the keys were sent.");
      return task.wanted.map((next, i) => {
        if (i % releaseEvery === releaseEvery - 1) release();
        return shared(blocksFor(one, next));
      });
    }
    case "prepared":
      keyed = undefined;
      prepared = task.prepared;
      return undefined;
    case "score":
      if (prepared === undefined) throw new Error("Scores were asked for before the model was sent.");
      return shared(await scorePairs(prepared, task.from, task.to));
    default:
      throw new Error(`No task is ${JSON.stringify(task satisfies never)}.`);
  }
}

// not that of output.ts, which would bring all words in four languages into this thread
function refusal(error: unknown) {
  if (error instanceof ProblemError) return error.problem;
  return problem("command.failed", { reason: error instanceof Error ? error.message : String(error) });
}

const port = parentPort;
port?.on("message", ({ id, task }: { readonly id: number; readonly task: Task }) => {
  done(task).then(
    (answer) => port.postMessage({ id, answer }),
    (error) => port.postMessage({ id, problem: refusal(error) }),
  );
});
