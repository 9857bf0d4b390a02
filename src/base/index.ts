export { type LaidOut, layOut } from "./lay-out.ts";
export { printLength } from "./length.ts";
export { anchorAmong, type Origin, onEarth, onPlane, originOf } from "./plane.ts";
export {
  type Problem,
  type ProblemCode,
  ProblemError,
  problem,
  problemCatalogue,
  refuse,
} from "./problems/index.ts";
export { type Random, seededRandom } from "./random.ts";
