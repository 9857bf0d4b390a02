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
} from "./compose.ts";
export { type ReadEntry, readEntry } from "./entry.ts";
export { type Founding, fingerprintOf, readFounding } from "./founding.ts";
export { hostSource } from "./host-source.ts";
export { openPaper, recipientsDigest, sealPaper } from "./paper.ts";
export { type Reading, readAs } from "./read.ts";
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
