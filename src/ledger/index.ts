export { nextTurn, randomBytes, sha256, sha256OfPieces } from "#ledger/native";
export { admissibleKey } from "./admission.ts";
export { fromBase64, toBase64 } from "./base64.ts";
export { checkEntry, formatBundle, longestEntry, parseBundle } from "./bundle.ts";
export { fromHex, sameBytes, toHex } from "./bytes.ts";
export { type Checkpoint, formatCheckpoint, parseCheckpoint } from "./checkpoint.ts";
export { commitment, opens, saltBytes } from "./commitment.ts";
export { cosign, cosignedAt } from "./cosignature.ts";
export { type CosignedCheckpoint, openCheckpoint, type Trust } from "./cosigned-checkpoint.ts";
export { importDeviceKey, newDeviceKey, signerOf } from "./device-key.ts";
export {
  type CosigningKey,
  cosigningKeyFromSeed,
  keyId,
  newCosigningKey,
  newSigningKey,
  type SigningKey,
  signingKeyFromSeed,
} from "./keys.ts";
export { emptyRoot, leafHash, leafHashes, nodeHash } from "./leaf.ts";
export {
  type ListBinding,
  listHeight,
  listRoot,
  proveRow,
  type RowProof,
  verifyRow,
} from "./list-commitment.ts";
export {
  formatNote,
  formatSignatureLine,
  type Note,
  type NoteSignature,
  parseNote,
  parseSignatureLine,
} from "./note.ts";
export {
  type CosignatureVerifier,
  type Cosigner,
  cosignatureVerifier,
  cosigner,
  type NoteSigner,
  type NoteVerifier,
  noteSigner,
  noteVerifier,
  type Verifier,
  verifierOf,
} from "./note-key.ts";
export { formatSignerKey, formatVerifierKey, parseSignerKey, parseVerifierKey } from "./note-key-text.ts";
export {
  type OpenedNote,
  openNote,
  signNote,
  type VerifiedSignature,
  withSignatures,
} from "./opened-note.ts";
export { paddedSize } from "./padding.ts";
export { verifyConsistency, verifyInclusion } from "./proof.ts";
export { formatReceipt, parseReceipt, type Receipt, type ReceiptVerdict, verifyReceipt } from "./receipt.ts";
export { fileKeyOf, newSealIdentity, openSeal, type SealIdentity, seal, sealRecipient } from "./seal.ts";
export { sign, verifySignature } from "./signature.ts";
export { type Signer, signerFromKey } from "./signer.ts";
export { newTiles, parseTilePath, type Tile, tileHashes, tilePath, tileWidth } from "./tile.ts";
export { Tree } from "./tree.ts";
export { type LongWork, type SignedBytes, verifyMany } from "./verify-many.ts";
export { type WitnessAnswer, type WitnessedHead, type WitnessRequest, witnessStep } from "./witness.ts";
export { newWrappingKey, unwrapSecret, type WrappedSecret, wrapSecret } from "./wrapped-secret.ts";
