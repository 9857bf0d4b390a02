export { sayAmount, sayClaim } from "./amounts.ts";
export { describeAct, sayRecord, titleOf } from "./describe.ts";
export { sayEntry } from "./entries.ts";
export { type Fingerprint, type SaidField, sayFields, sayTruceParts } from "./fields.ts";
export { type Language, languages } from "./languages.ts";
export { kindName, officeName, roomName, sayCell, sayListKind, sayPurpose, sayWord } from "./names.ts";
export { sayMatter, sayOwed } from "./owed.ts";
export { type ProblemToSay, sayProblem, sayReason } from "./refusals.ts";
export { spokenWords } from "./spoken.ts";
export { sayChange, sayTerm } from "./terms.ts";
export { sayDay, sayHappened, sayTime } from "./times.ts";
export {
  isMessageKey,
  type MessageKey,
  type Translate,
  translator,
} from "./translate.ts";
export { sayReport } from "./values.ts";
