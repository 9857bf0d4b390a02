import { ProblemError } from "#base";
import { afterEvent, generateTruce, planTruce } from "#plan";
import type { FromPlanner, PlanInput, ToPlanner } from "./protocol.ts";

/** By what a plan was made; another version may plan otherwise. */
const engine = { name: "parley-plan", version: "0.1.0" } as const;

/** How many rounds pass between two words of progress. */
const stride = 100;

/** What the planner answers to one message: a plan, an invented case, or what it refuses, with its place. */
export function answered(
  asked: ToPlanner,
  onProgress: (done: number, of: number) => void = () => {},
): FromPlanner {
  try {
    if (asked.kind === "invent") {
      const { seed, sites, teams } = asked;
      return { kind: "invented", given: generateTruce({ seed, sites, teams }) };
    }
    const { seed, iterations, previous } = asked;
    const given =
      asked.kind === "replan" ? afterEvent(asked.given, asked.previous, asked.event) : asked.given;
    const input: PlanInput = { given, seed, iterations, ...(previous ? { previous } : {}) };
    let done = 0;
    const plan = planTruce(given, {
      seed,
      iterations,
      ...(previous ? { previous } : {}),
      // it asks in every round whether it shall stop: it never does, and its rounds are told
      stopped: () => {
        done++;
        if (done % stride === 0 && done <= iterations) onProgress(done, iterations);
        return false;
      },
    });
    return { kind: "planned", input, plan, engine };
  } catch (error) {
    if (error instanceof ProblemError) return { kind: "refused", problem: error.problem };
    throw error;
  }
}
