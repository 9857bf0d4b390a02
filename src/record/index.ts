export {
  type Office,
  office,
  offices,
  otherSide,
  parties,
  partyOf,
  type Side,
  sideOf,
  sides,
} from "./access/offices.ts";
export { type Room, readableRooms, room, rooms, roomTable } from "./access/rooms.ts";
export { refusedBy, whoMay } from "./access/table.ts";
export { type ActId, actId, bytes32, type Header, memberId, processId } from "./act/act.ts";
export { canonicalBytes, checkAct, maxActBytes, parseAct } from "./act/bytes.ts";
export {
  decodeEntry,
  type Entry,
  type EntryHead,
  encodeEntry,
  maxEntryBytes,
  type Signature,
} from "./act/entry.ts";
export { type Act, isKind, type Kind, kinds, type PayloadOf } from "./act/kinds.ts";
export { dueMs, epochMs, type Happened, happenedMs } from "./act/time.ts";
export { foldInto } from "./fold/fold.ts";
export { emptyState, entryOf, known, type State } from "./fold/state.ts";
export { fold, View } from "./fold/view.ts";
export { agreements, completedTerms, isAgreed } from "./gate/agreement.ts";
export { owed, partyOrder } from "./gate/gate.ts";
export type { Owed, OwedWhat } from "./gate/owed.ts";
export { openTerms } from "./gate/terms.ts";
export { refuseAuthority } from "./people/authority.ts";
export { headAt, processOf, seatAt, seatedNow } from "./people/view.ts";
export { refuseAct, refuseInside } from "./rules/refuse.ts";
