import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { refuse } from "#base";
import { boundOf, checkToptw, planOrienteering, readToptw } from "#plan";
import { problemOf } from "../problem-of.ts";
import type { FromOrienteering, OrienteeringPlan, OrienteeringTask } from "./run-orienteering.ts";

// Searches in a thread of its own, so that Ctrl-C can end the search with the best plan so far.
const task = workerData as OrienteeringTask; // what runOrienteering has given
const flag = new Int32Array(task.flag);
const isStopped = () => Atomics.load(flag, 0) !== 0;
const tell = (message: FromOrienteering) => parentPort?.postMessage(message);

try {
  tell({ kind: "planned", plan: planned() });
} catch (error) {
  tell({ kind: "refused", problem: problemOf(error) });
}

function planned(): OrienteeringPlan {
  const text = read(task.path);
  const { given, labels } = readToptw(text, task.teams);
  const shareAt =
    task.seconds === undefined ? paceByIterations(task.iterations ?? 1) : paceBySeconds(task.seconds);
  const { routes, value, iterations } = planOrienteering(given, { seed: task.seed, shareAt });
  const stopped = isStopped();
  const named = routes.map((route) => route.map((site) => labels[site] ?? -1));
  const judged = checkToptw(text, task.teams, named);
  if (judged.faults.length > 0 || judged.value !== value)
    throw new Error(`The plan does not stand up to the second opinion: ${JSON.stringify(judged.faults[0])}.`);
  const bound = task.wantsBound ? boundOf(given, { routes, value, ...boundEffort() }) : null;
  return {
    value,
    bound,
    gap: bound === null ? null : bound === 0 ? 0 : (bound - value) / bound,
    proven: bound === value,
    routes: named,
    iterations,
    seed: task.seed,
    stopped,
  };
}

// Which part of the work is done, by the number of iterations alone.
function paceByIterations(iterations: number): (iteration: number) => number {
  const show = progress();
  return (iteration) => {
    if (isStopped()) return 1;
    const share = iteration / iterations;
    show(share);
    return share;
  };
}

// Which part of the work is done, by this thread's CPU time, looked up about once a millisecond.
function paceBySeconds(seconds: number): (iteration: number) => number {
  const show = progress();
  const clock = cpuClock();
  let share = 0;
  let next = 0;
  return (iteration) => {
    if (iteration < next) return share;
    const used = clock();
    share = isStopped() ? 1 : used / seconds;
    show(share);
    // never more than twice as far as from the start
    next =
      iteration + Math.max(1, Math.min(iteration, Math.floor((iteration / Math.max(1e-4, used)) * 1e-3)));
    return share;
  };
}

function progress(): (share: number) => void {
  let shown = 0;
  return (share) => {
    const part = Math.min(100, Math.floor(share * 100));
    if (part === shown) return;
    shown = part;
    tell({ kind: "progress", done: part, of: 100 });
  };
}

function boundEffort(): { readonly labels: number; isOver(): boolean } {
  const clock = cpuClock();
  const { seconds } = task;
  if (seconds === undefined) return { labels: 5_000_000, isOver: isStopped };
  return { labels: Number.POSITIVE_INFINITY, isOver: () => isStopped() || clock() > seconds };
}

/** CPU seconds of this thread from here on. */
function cpuClock(): () => number {
  const from = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(from);
    return (user + system) / 1e6;
  };
}

function read(path: string): string {
  try {
    return readFileSync(path === "-" ? 0 : path, "utf8");
  } catch (error) {
    return refuse("folder.unreadable", {
      path,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}
