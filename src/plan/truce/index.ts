export {
  type Anchor,
  type Facility,
  type Group,
  type PatientClass,
  type Place,
  type Point,
  type Side as TruceSide,
  type Site,
  type Stop,
  type Survival,
  type Team,
  type TeamKind,
  type TeamProgress,
  type Travel,
  type TruceCase,
  teamKinds,
} from "./case/case.ts";
export { faultsOf as truceFaults } from "./case/faults.ts";
export { rewardAt, survivalAt } from "./case/reward.ts";
export { metresBetween, slowMinutes, usualMinutes } from "./case/travel.ts";
export { checkTruce, type TruceChecked, type TruceViolation } from "./check/check.ts";
export { type CurvePoint, savedBy } from "./explain/curve.ts";
export type { Unserved, UnservedReason } from "./explain/unserved.ts";
export { type TermValue, termValues, type ValueOptions } from "./explain/values.ts";
export { type GenerateTruceOptions, generatedLine, generateTruce } from "./generate/generate.ts";
export {
  type Abort,
  type TeamPlan,
  type TruceLevel,
  type TruceLevelName,
  type TruceWorth,
  truceLevels,
} from "./plan.ts";
export {
  boundsOf,
  type PlannedTeam,
  planTruce,
  type TruceBounds,
  type TruceOptions,
  type TrucePlan,
} from "./plan-truce.ts";
export { afterEvent, type TruceChange, type TruceEvent } from "./replan/event.ts";
export { type Replanned, replanTruce } from "./replan/replan.ts";
