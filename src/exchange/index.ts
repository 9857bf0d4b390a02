export {
  type BarReason,
  barReasons,
  type Case,
  type Mode,
  modes,
  otherSide,
  type Parity,
  type Person,
  type Side,
} from "./case/case.ts";
export { type Fault, faultsOf } from "./case/faults.ts";
export { type Certificate, certifiedBound, type SidePrices } from "./check/certificate.ts";
export { type Checked, check, type Violation } from "./check/check.ts";
export { engine } from "./engine.ts";
export type { ParityPrice } from "./explain/parity-price.ts";
export { type SideView, sideView } from "./explain/side-view.ts";
export { type Because, type Why, whyNot } from "./explain/why.ts";
export { type Family, families, generateCase } from "./generate/family.ts";
export { type LineDay, openLineDay, type Repair, type Substitution } from "./line/repair.ts";
export { binomialQuantile, type Reserve } from "./line/reserves.ts";
export { type Block, type Level, type LevelName, levels, sense, type Tranche, type Worth } from "./plan.ts";
export { type Plan, type PlannedTranche, type PlanOptions, planExchange } from "./plan-exchange.ts";
