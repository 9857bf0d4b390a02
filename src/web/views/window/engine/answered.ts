import { ProblemError } from "#base";
import { afterEvent, engine, generateTruce, planTruce } from "#plan";
import type { FromPlanner, PlanInput, ToPlanner } from "./protocol.ts";

/** An invented case lies where nobody lives. */
const openSea = { lon: -41.93, lat: 41.21 };

/** What the planner answers to one message: a plan, an invented case, or what it refuses, with its place. */
export function answered(
  asked: ToPlanner,
  onProgress: (done: number, of: number) => void = () => {},
): FromPlanner {
  try {
    if (asked.kind === "invent") {
      const { seed, sites, teams } = asked;
      return { kind: "invented", given: { ...generateTruce({ seed, sites, teams }), anchor: openSea } };
    }
    const { seed, iterations, previous } = asked;
    const given =
      asked.kind === "replan" ? afterEvent(asked.given, asked.previous, asked.event) : asked.given;
    const input: PlanInput = { given, seed, iterations, ...(previous ? { previous } : {}) };
    const plan = planTruce(given, { seed, iterations, ...(previous ? { previous } : {}), onProgress });
    return { kind: "planned", input, plan, engine };
  } catch (error) {
    if (error instanceof ProblemError) return { kind: "refused", problem: error.problem };
    throw error;
  }
}
