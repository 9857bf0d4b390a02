import { parentPort, workerData } from "node:worker_threads";
import { refuse } from "#base";
import { levels, type Plan, planExchange, sense, sideView, whyNot } from "#exchange";
import { problemOf } from "../problem-of.ts"; // what prints loads every language, and here nothing is printed
import { keepingFirst } from "./keep-first.ts";
import { readCase, readPlan } from "./read-files.ts";
import type { FromPlanner, PlannerTask } from "./run-planner.ts";

// Plans in a thread of its own, so that Ctrl-C and a clock can end the search with the best plan so far.
const task = workerData as PlannerTask; // what runPlanner has given
const flag = new Int32Array(task.flag);
const signal = {
  get aborted() {
    return Atomics.load(flag, 0) !== 0;
  },
};
const tell = (message: FromPlanner) => parentPort?.postMessage(message);

try {
  const read = readCase(task.path, task.text);
  const given = task.keep === undefined ? read : keepingFirst(read, previousOf(task.previous), task.keep);
  const previous = task.previous === undefined ? undefined : previousOf(task.previous);
  const options = { seed: task.seed, signal, prices: task.prices, ...(previous ? { previous } : {}) };
  const startedAt = performance.now();
  let plan = planExchange(given, {
    ...options,
    onProgress: (done, of) => tell({ kind: "progress", done, of }),
  });
  let took = performance.now() - startedAt;
  // with time left, again with twice the work; the better plan stays
  for (let effort = 2; task.endsAt !== undefined && !signal.aborted; effort *= 2) {
    if (Date.now() + 1.6 * 2 * took > task.endsAt) break;
    const from = performance.now();
    const next = planExchange(given, { ...options, effort });
    took = performance.now() - from;
    if (isBetter(next, plan)) plan = next;
  }
  // a side asks about its own persons: the reasons speak of their side alone
  if (
    task.side &&
    given.persons.find(({ code }) => code === task.why)?.to !== task.side &&
    task.why !== undefined
  )
    refuse("exchange.unknown_person", { person: task.why });
  const why = task.why === undefined ? undefined : whyNot(given, plan.tranches, task.why, task.seed);
  const view = task.side === undefined ? undefined : sideView(given, plan, task.side);
  tell({ kind: "planned", plan, why, view });
} catch (error) {
  tell({ kind: "refused", problem: problemOf(error) });
}

function previousOf(path: string | undefined) {
  return path === undefined ? [] : readPlan(path).tranches;
}

function isBetter(next: Plan, than: Plan): boolean {
  for (const [n, name] of levels.entries()) {
    if (name === "service") {
      const place = next.service.findIndex((share, g) => share !== than.service[g]);
      if (place >= 0) return (next.service[place] ?? 0) > (than.service[place] ?? 0);
      continue;
    }
    const change = (next.levels[n]?.value ?? 0) - (than.levels[n]?.value ?? 0);
    if (change !== 0) return sense[name] === "most" ? change > 0 : change < 0;
  }
  return false;
}
