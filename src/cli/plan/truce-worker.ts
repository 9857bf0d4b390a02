import { parentPort, workerData } from "node:worker_threads";
import { planTruce, replanTruce, type TruceOptions, type TrucePlan, termValues } from "#plan";
import { inputsDigest, planDigest } from "#replica";
import { problemOf } from "../problem-of.ts";
import { waitForBounds } from "./bounds-beside.ts";
import type { FromTruce, TruceAnswer, TruceTask } from "./run-truce.ts";
import { spentOf } from "./spent.ts";

// Plans in a thread of its own, so that Ctrl-C can end the search with the best plan so far.
const task = workerData as TruceTask; // what runTruce has given
const flag = new Int32Array(task.flag);
const tell = (message: FromTruce) => parentPort?.postMessage(message);

try {
  const { given, previous, event, bounds } = task;
  const options: TruceOptions = {
    seed: task.seed,
    stopped: () => Atomics.load(flag, 0) !== 0,
    onProgress: (done, of) => tell({ kind: "progress", done, of }),
    ...(task.iterations === undefined ? {} : { iterations: task.iterations }),
    ...(task.seconds === undefined ? {} : { spent: spentOf(task.seconds) }),
    ...(bounds ? { bounds: () => waitForBounds(bounds) } : {}),
  };
  if (!event) {
    const plan = planTruce(given, { ...options, ...(previous ? { previous } : {}) });
    const values = task.wantsValues ? { values: termValues(given, plan.teams, { seed: task.seed }) } : {};
    const digests = digestsOf({ given, ...(previous ? { previous } : {}) }, plan);
    tell({ kind: "planned", plan, digests, ...values });
  } else {
    // without a plan, the one that everybody makes of the case
    const before = previous ?? planTruce(given, { seed: task.seed, boundRounds: 0, explain: false }).teams;
    const { plan, case: after } = replanTruce(given, before, event, options);
    tell({
      kind: "planned",
      plan,
      digests: digestsOf({ given: after, previous: before }, plan),
      after,
    });
  }
} catch (error) {
  tell({ kind: "refused", problem: problemOf(error) });
}

/** What the plan is named by where it is proposed: who computes it again compares these. */
function digestsOf(input: Parameters<typeof inputsDigest>[0], plan: TrucePlan): TruceAnswer["digests"] {
  return { inputs: inputsDigest(input), plan: planDigest(plan) };
}
