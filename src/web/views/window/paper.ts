import type { Origin } from "#base";
import type { PlanInput, Planned } from "./engine/protocol.ts";

/** A plan with all that it was computed from: its author's own working paper, on his device alone. */
export type Paper = Planned & {
  readonly input: PlanInput;
  /** Where the plan's plane lies; undefined where nobody has said. */
  readonly origin: Origin | undefined;
  /** The digest that names all that went in, and that of what came out. */
  readonly inputs: string;
  readonly digest: string;
};
