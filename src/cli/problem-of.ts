import { type Problem, ProblemError, problem } from "#base";

/** The problem that an error carries; anything else is a bug and is said in one sentence, without a stack. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return problem("command.failed", { reason: error instanceof Error ? error.message : String(error) });
}
