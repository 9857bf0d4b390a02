export { digestsIn } from "./blobs.ts";
export {
  type Author,
  actIdFrom,
  composeAct,
  type Draft,
  type Envelope,
  type Head,
  newActId,
  sealAct,
  signAct,
  signActWith,
} from "./compose.ts";
export { type ReadEntry, readEntry } from "./entry.ts";
export { type ExportDescription, type ExportedFile, exportFile, exportFiles } from "./export-files.ts";
export { type Founding, fingerprintOf, readFounding } from "./founding.ts";
export { hostSource } from "./host-source.ts";
export type { ReplicaProgress, ReplicaStatus } from "./live/connection.ts";
export { type Device, type DeviceOptions, newDevice } from "./live/device.ts";
export { indexedDbKeep } from "./live/indexed-db-keep.ts";
export type { Keep, QueuedAct, QueueProblem } from "./live/keep.ts";
export { memoryKeep } from "./live/memory-keep.ts";
export type { ActProof } from "./live/proof.ts";
export { type ActStanding, Replica, type ReplicaHead, type ReplicaOptions } from "./live/replica.ts";
export { type Drawn, drawnOrder, lotCommitment, opensLot } from "./lot.ts";
export { openPaper, recipientsDigest, sealPaper } from "./paper.ts";
export { canonicalText, inputsDigest, planDigest } from "./plan-digests.ts";
export { keysByRoom, type Reading, readAs } from "./read.ts";
export { readersOf } from "./readers.ts";
export { digestsNamed, type RoomCopy, readableSource, type Source } from "./source.ts";
export {
  logName,
  originOf,
  roomSigner,
  roomVerifier,
  type Standing,
  standingOf,
  witnessesOf,
} from "./trust.ts";
export { type Verification, type VerifyOptions, verifySource } from "./verify.ts";
export { type CosignedHead, cosignSource, mergeCosigned } from "./witness.ts";
