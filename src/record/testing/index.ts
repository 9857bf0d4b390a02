export {
  counted,
  dayOf,
  idOf,
  instantOf,
  keyOf,
  opening,
  ownRecord,
  type Saying,
  said,
  sealedPaper,
} from "./builders.ts";
export { type Attempt, type History, places, randomAct, randomHistory } from "./history.ts";
export { hexOf } from "./payloads-footage.ts";
export { manifestOver } from "./payloads-lineday.ts";
export {
  acceptTruceIn,
  answerIn,
  confirmIn,
  listIn,
  lockIn,
  openRoundIn,
  orderIn,
  pauseTerm,
  pointIn,
  roundIn,
  tableIn,
  trancheIn,
  truceIn,
  truceTermsIn,
  unread,
} from "./scenes.ts";
export { swapParties, swapWords, written } from "./swap.ts";
export { wholeTruce } from "./terms.ts";
export { everyStance, everyView } from "./views.ts";
export { firstMoment, World } from "./world.ts";
