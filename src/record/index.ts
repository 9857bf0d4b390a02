export {
  type Office,
  office,
  offices,
  otherSide,
  parties,
  partyOf,
  principals,
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
export type { Account, Delivered, HandoverView } from "./claims/accounts.ts";
export {
  type Amount,
  type Claim,
  type ReportCited,
  rangeOf,
  type Source as ClaimSource,
} from "./claims/acts.ts";
export { type Deposited, dueDeposits } from "./communiques/deposit.ts";
export type { Communique } from "./communiques/fold.ts";
export {
  type Clearance,
  type CommuniqueStatus,
  clearanceOf,
  communiqueStatus,
  openClearances,
  type Principal,
  releaseOf,
  releaseTime,
} from "./communiques/view.ts";
export { type ContactLine, contactLines } from "./contact/view.ts";
export {
  bilateralTerms,
  type Category,
  categories,
  isBilateral,
  isOutsideParity,
  medicalClasses,
} from "./eligibility/categories.ts";
export { threeMonthsAfter } from "./eligibility/clock.ts";
export { grouped, keyOf as recordKey, type Persons, type RecordRef, refsOf } from "./eligibility/persons.ts";
export { eligibilityOf, eligibilitySayings, withheldPersons } from "./eligibility/view.ts";
export { exchangeHandovers, type PledgeView, pledgeViews } from "./exchanges/view.ts";
export { foldInto } from "./fold/fold.ts";
export { restore, snapshot } from "./fold/snapshot.ts";
export { emptyState, entryOf, known, type State } from "./fold/state.ts";
export { fold, View } from "./fold/view.ts";
export {
  type CoverPlan,
  coverPlan,
  type FootageBox,
  footageStatuses,
  heardWays,
  type SealedFile,
  seenWays,
} from "./footage/acts.ts";
export type { Footage } from "./footage/fold.ts";
export {
  consentTo,
  type FootageGate,
  type FootageLack,
  footageGate,
  heldCheckMs,
  interestIn,
  isCovered,
  isFileReleased,
  isRecalled,
  mayConsent,
  personIn,
} from "./footage/view.ts";
export type { Evidence } from "./forensic/acts.ts";
export * as forensicCodes from "./forensic/codes.ts";
export { type SampleView, samplesOf } from "./forensic/consents.ts";
export { checkOf, custodyOf, type Gap, holderOf, isSafe } from "./forensic/custody.ts";
export { newsOwed } from "./forensic/families.ts";
export type { Case, Container, Sought } from "./forensic/fold.ts";
export {
  type IdentificationStatus,
  type IdentificationView,
  identificationView,
  isRevoked,
  lastTold,
  standingOf,
} from "./forensic/identification.ts";
export { type Asked, askedFor } from "./forensic/rule.ts";
export { associationsOf, type NextForContainer, nextFor } from "./forensic/view.ts";
export { agreements, completedTerms, isAgreed } from "./gate/agreement.ts";
export { owed, partyOrder } from "./gate/gate.ts";
export type { Owed, OwedWhat } from "./gate/owed.ts";
export { openTerms } from "./gate/terms.ts";
export {
  type Counter,
  counters,
  type Exception,
  type ExceptionType,
  exceptionTypes,
  type Step,
} from "./lineday/acts.ts";
export { lineDaysAhead } from "./lineday/ahead.ts";
export { type BlockView, blocksOf, statusOf as blockStatus } from "./lineday/blocks.ts";
export { codeInGroups, codePattern, codesFrom, codesMeantBy, isCode } from "./lineday/code.ts";
export { type Conflict, conflictsOf } from "./lineday/conflicts.ts";
export type { LineDay } from "./lineday/fold.ts";
export { counterOf, countersOf, givingSide, manifestOf, standingDays } from "./lineday/manifest.ts";
export { type NextStep, nextStep } from "./lineday/next.ts";
export { notesOf } from "./lineday/notes.ts";
export { type Receipt, receiptFrom, receiptsOf, receiptText } from "./lineday/receipts.ts";
export { type Outcome, passing, type Telling, tellingOf } from "./lineday/telling.ts";
export { type Debt, lineDebts } from "./lineday/view.ts";
export {
  type LineAnswer,
  lineAnswer,
  lineReason,
  listKind,
  mostLines,
} from "./lists/acts.ts";
export { type ListContent, listMedia, readList, rowBytes, writeList } from "./lists/content.ts";
export { changedFields, diffLists, type LineChange } from "./lists/diff.ts";
export { type Commitment, isFrozen, isSignedBy, type List } from "./lists/fold.ts";
export { edtfOf, type ListRow, listRow, nameIn, rowFields, writtenIn } from "./lists/row.ts";
export { type RowProofFile, readRowProof, writeRowProof } from "./lists/row-proof.ts";
export {
  answerCounts,
  currentLists,
  type LineWord,
  type ListRound,
  lineWords,
  listRounds,
  listStatus,
  signatureOf,
  versionsOf,
} from "./lists/view.ts";
export { missionsAhead } from "./missions/ahead.ts";
export * as missionCodes from "./missions/codes.ts";
export { type Mission, siteRoomOf } from "./missions/fold.ts";
export { type Missing, missingOn, noticeHours } from "./missions/missing.ts";
export {
  courseOf,
  decisionOf,
  echelonOf,
  guaranteeOf,
  hazardWords,
  isOver,
  type MissionStatus,
  missionStatus,
  nextRadioCheck,
  notifiedAt,
  outcomeOf,
  planOf,
  teamsOf,
} from "./missions/view.ts";
export { foundingForm, seatForm } from "./people/acts.ts";
export { refuseAuthority } from "./people/authority.ts";
export { headAt, processOf, seatAt, seatedNow } from "./people/view.ts";
export { type Property, property } from "./persons/acts.ts";
export type { Assertion, Match } from "./persons/fold.ts";
export {
  type AssertionView,
  assertionsOn,
  type MatchStatus,
  type MatchWord,
  matchable,
  matchStatus,
  matchWord,
  personOf,
  type Stance,
  wordsOn,
} from "./persons/view.ts";
export { type IssueView, issueView, sidesHeld } from "./positions/view.ts";
export { diffTerms, type TermChange } from "./proposals/diff.ts";
export type { Term } from "./proposals/terms.ts";
export { lineageOf, proposalStatus, stancesOf } from "./proposals/view.ts";
export { remainsHandovers, remainsTotals } from "./remains/view.ts";
export type { Actor, ReportEntry } from "./reports/acts.ts";
export { besideInReport, entryOfReport, reportsOf } from "./reports/view.ts";
export * as returnCodes from "./returns/codes.ts";
export {
  type ConsentStatus,
  consentStatus,
  isWithdrawnFor,
  isWithheld,
  standingConsent,
} from "./returns/consents.ts";
export type { Return } from "./returns/fold.ts";
export { askedOf, pathwayOf, type StepStatus, type StepView } from "./returns/pathway.ts";
export { type FamilyExtract, familyExtract } from "./returns/view.ts";
export { fillWords, type NamedInWords, type Refusal } from "./rules/refusal.ts";
export { refuseAct, refuseInside } from "./rules/refuse.ts";
export { type Band, bandOf, bands } from "./sites/band.ts";
export { type Cell, cellBounds, cellOf, cellText } from "./sites/cell.ts";
export * as siteCodes from "./sites/codes.ts";
export type { Site } from "./sites/fold.ts";
export { coarseNotice, type SiteStatus, type SiteView, sitesByExpiry, siteView } from "./sites/view.ts";
export { tracks } from "./summits/acts.ts";
export {
  circularConditions,
  standingConditions,
  summitStance,
  summitStatus,
  trackStatus,
} from "./summits/view.ts";
export { dateStance, pointStance, pointStatus, roundStatus } from "./talks/view.ts";
export type { Shown } from "./tranches/aggregate.ts";
export { shownCounts } from "./tranches/counts.ts";
export { type TrancheDelivery, trancheDeliveries } from "./tranches/delivered.ts";
export { diffTranche, type TrancheChange } from "./tranches/diff.ts";
export {
  openSubstitutions,
  type Placed,
  personsOf,
  placedIn,
  substitutionAnswer,
} from "./tranches/persons-of.ts";
export {
  isLocked,
  lockedBytes,
  lockOf,
  readinessOffices,
  returnedPersons,
  sidesGiving,
  stagingOf,
  trancheAnswer,
  trancheReadiness,
  trancheStatus,
} from "./tranches/view.ts";
export { type Checkpoint, checkpoints, hoursBefore, orderSteps } from "./truces/acts.ts";
export { checksOf, type TruceCheck } from "./truces/checks.ts";
export { localPrint, missingParts, type TrucePart, truceParts } from "./truces/complete.ts";
export { diffTruce, type TruceChange } from "./truces/diff.ts";
export {
  breachResponses,
  conductClasses,
  returnFireSteps,
  type TruceMoment,
  type TruceTerms,
  type TruceZone,
  truceTerms,
} from "./truces/terms.ts";
export {
  checkpointWord,
  denunciationOf,
  endOf,
  extensionAnswer,
  inEffect,
  isExtended,
  orderStep,
  readinessOf,
  standingSuspensions,
  truceAnswer,
  truceStatus,
} from "./truces/view.ts";
