export { sayAmount, sayClaim } from "./amounts.ts";
export { describeAct, titleOf } from "./describe.ts";
export { officeName, sayWord } from "./names.ts";
export { sayMatter, sayOwed } from "./owed.ts";
export { sayChange, sayTerm } from "./terms.ts";
export {
  isMessageKey,
  type Language,
  languages,
  type MessageKey,
  type Translate,
  translator,
} from "./translate.ts";
