import type { Problem } from "#base";
import type { TeamPlan, TruceCase, TruceEvent, TrucePlan } from "#plan";

export type {
  CurvePoint,
  Facility,
  Group,
  PatientClass,
  PlannedTeam,
  Point,
  Site,
  Stop,
  Team,
  TeamPlan,
  TruceCase,
  TruceChange,
  TruceEvent,
  TruceLevel,
  TruceLevelName,
  TrucePlan,
  TruceSide,
  Unserved,
} from "#plan";

/** What a plan is computed from, and by nothing else: the same in gives the same bytes out. */
export type PlanInput = {
  readonly given: TruceCase;
  readonly seed: number;
  readonly iterations: number;
  /** The plan that the new one keeps to where all else is equal. */
  readonly previous?: readonly TeamPlan[];
};

export type Planned = {
  readonly input: PlanInput;
  readonly plan: TrucePlan;
  readonly engine: { readonly name: string; readonly version: string };
};

export type ToPlanner =
  | ({ readonly kind: "plan" } & PlanInput)
  /** On from what was begun when something happened. */
  | ({ readonly kind: "replan"; readonly event: TruceEvent } & Required<PlanInput>)
  /** A case that is invented, to practise on. */
  | { readonly kind: "invent"; readonly seed: number; readonly sites: number; readonly teams: number };

export type FromPlanner =
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  | ({ readonly kind: "planned" } & Planned)
  | { readonly kind: "invented"; readonly given: TruceCase }
  | { readonly kind: "refused"; readonly problem: Problem }
  | { readonly kind: "failed" };
