import { ed25519Sign } from "#ledger/native";
import { concatBytes } from "./bytes.ts";
import { parseCheckpoint } from "./checkpoint.ts";
import type { NoteSignature } from "./note.ts";
import { type CosignatureVerifier, type Cosigner, verifierOf } from "./note-key.ts";
import { verifySignature } from "./signature.ts";
import { toUtf8 } from "./utf8.ts";

const timestampBytes = 8;
const latestSeconds = Math.floor(Number.MAX_SAFE_INTEGER / 1000);

/**
 * A witness's statement that at this time this checkpoint is the largest it has seen of the log, and consistent
 * with all before (C2SP tlog-cosignature, cosignature/v1). Give it only what `witnessStep` has accepted.
 * The time is cut to whole seconds.
 */
export function cosign(checkpointText: string, signer: Cosigner, epochMs: number): NoteSignature {
  if (signer.key.kind !== "cosigning") throw new Error(`A ${signer.key.kind} key must not cosign.`);
  parseCheckpoint(checkpointText);
  const seconds = Math.floor(epochMs / 1000);
  if (!(seconds >= 0 && seconds <= latestSeconds))
    throw new Error(`${epochMs} ms is not a time of a cosignature.`);
  const timestamp = new Uint8Array(timestampBytes);
  new DataView(timestamp.buffer).setBigUint64(0, BigInt(seconds));
  const signature = concatBytes(
    timestamp,
    ed25519Sign(signer.key.seed, signedMessage(seconds, checkpointText)),
  );
  return { name: signer.name, keyHash: verifierOf(signer).keyHash, signature };
}

/** When the witness says it saw the checkpoint, in epoch ms; undefined if the signature is not its own. */
export function cosignedAt(
  verifier: CosignatureVerifier,
  checkpointText: string,
  signature: Uint8Array,
): number | undefined {
  if (signature.length !== timestampBytes + 64) return undefined;
  const seconds = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  if (seconds > BigInt(latestSeconds)) return undefined;
  const message = signedMessage(Number(seconds), checkpointText);
  return verifySignature(verifier.publicKey, message, signature.subarray(timestampBytes))
    ? Number(seconds) * 1000
    : undefined;
}

function signedMessage(seconds: number, checkpointText: string): Uint8Array {
  return toUtf8(`cosignature/v1\ntime ${seconds}\n${checkpointText}`);
}
