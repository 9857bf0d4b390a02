import type { PlanInput, Planned } from "./engine/protocol.ts";

/** A plan with all that it was computed from: its author's own working paper, on his device alone. */
export type Paper = Planned & {
  readonly input: PlanInput;
  /** The digest that names all that went in, and that of what came out. */
  readonly inputs: string;
  readonly digest: string;
};
