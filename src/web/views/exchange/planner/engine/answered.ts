import { ProblemError } from "#base";
import { engine, planExchange, whyNot } from "#exchange";
import type { FromPlanner, ToPlanner } from "./protocol.ts";

/** What the planner answers to one message: a plan, or why somebody goes where he goes; or what it refuses, with its place. */
export function answered(
  asked: ToPlanner,
  onProgress: (done: number, of: number) => void = () => {},
): FromPlanner {
  try {
    if (asked.kind === "why")
      return { kind: "why", why: whyNot(asked.given, asked.tranches, asked.person, asked.seed) };
    const { given, seed, previous } = asked;
    const plan = planExchange(given, { seed, onProgress, ...(previous ? { previous } : {}) });
    return { kind: "planned", plan, engine };
  } catch (error) {
    if (error instanceof ProblemError) return { kind: "refused", problem: error.problem };
    throw error;
  }
}
