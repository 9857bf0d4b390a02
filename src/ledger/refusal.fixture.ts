import { type ProblemCode, ProblemError } from "#base";

/** The code of the problem that `act` is refused with; undefined if it is not refused. Passes on any other error. */
export function refusal(act: () => unknown): ProblemCode | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error; // a bug
  }
}
