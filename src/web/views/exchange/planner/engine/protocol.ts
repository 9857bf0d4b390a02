import type { Problem } from "#base";
import type { Case, Plan, Tranche, Why } from "#exchange";

export type { Because, Case, Mode, Plan, Side, Tranche, Why } from "#exchange";

/** What a plan is computed from, and by nothing else: the same in gives the same out. */
export type PlanInput = {
  readonly given: Case;
  readonly seed: number;
  /** The plan to which the new one keeps where all else is equal. */
  readonly previous?: readonly Tranche[];
};

export type Planned = {
  readonly plan: Plan;
  readonly engine: { readonly name: string; readonly version: string };
};

export type ToPlanner =
  | ({ readonly kind: "plan" } & PlanInput)
  | {
      readonly kind: "why";
      readonly given: Case;
      readonly tranches: readonly Tranche[];
      readonly seed: number;
      readonly person: string;
    };

export type FromPlanner =
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  | ({ readonly kind: "planned" } & Planned)
  | { readonly kind: "why"; readonly why: Why }
  | { readonly kind: "refused"; readonly problem: Problem }
  | { readonly kind: "failed" };
