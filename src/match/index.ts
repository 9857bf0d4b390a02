export type { Blocks } from "./block/blocks.ts";
export type { Price, SourcePrice } from "./block/price.ts";
export type { Source } from "./block/sources.ts";
export { type Layout, layoutOf } from "./columns/layout.ts";
export type { ListInput } from "./columns/list-input.ts";
export { type Mapping, type Role, type RoleOfColumn, roles } from "./columns/roles.ts";
export { engine } from "./engine.ts";
export { type Explanation, explainer, type FieldReason, type Reason } from "./explain.ts";
export { type Inserted, MatchIndex } from "./insert/match-index.ts";
export type { Row } from "./insert/small-lists.ts";
export type { Pairs } from "./link/marginals.ts";
export { idOf, type Matching, matchLists } from "./match.ts";
export type { MatchOptions, Progress } from "./options.ts";
export {
  blocksFor,
  type Half,
  halfOf,
  type Keyed,
  keyed,
  keyedOf,
  modelFor,
  type Prepared,
  prepare,
  pricedBlocks,
  type Wanted,
} from "./prepare.ts";
export { joinedPairs, scorePairs } from "./score.ts";
export { type Link, lowestProbability, settle } from "./settle.ts";
