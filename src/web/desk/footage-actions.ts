import { refuse } from "#base";
import { type Credentials, type Inspected, inspectFootage } from "#footage";
import { fileKeyOf, fromBase64, newSealIdentity, openSeal, seal, sha256, toBase64, toHex } from "#ledger";
import { footageGate, known, type SealedFile } from "#record";
import type { Action } from "./action.ts";
import type { Desk } from "./desk.ts";

/** A file that the host keeps and cannot read, as an act names it. */
type SealedFootage = {
  readonly file: SealedFile;
  readonly credentials: Credentials;
  readonly hasMetadata: boolean;
};

/** Looks at a file on this device, seals it under a key of its own, and leaves the sealed bytes with the host. */
const sealFootage: Action<{ readonly bytes: Uint8Array }, SealedFootage> = async (desk, { bytes }) => {
  const { mediaType, credentials, hasMetadata } = inspectFootage(bytes);
  const { identity, recipient } = await newSealIdentity();
  const sealed = await seal(bytes, [recipient]);
  const digest = toHex(sha256(sealed));
  await desk.client.call("putBlob", { params: { digest }, bytes: sealed });
  const fileKey = toBase64(await fileKeyOf(sealed, [identity]));
  const file = { digest, bytes: sealed.length };
  return {
    file: { file, fileKey, sha256: toHex(sha256(bytes)), bytes: bytes.length, mediaType },
    credentials,
    hasMetadata,
  };
};

/** The content of a sealed file, on this device alone; refused where it is another than the act says. */
const openFootage: Action<
  SealedFile,
  { readonly bytes: Uint8Array; readonly mediaType: Inspected["mediaType"] }
> = async (desk, sealed) => {
  const bytes = await contentOf(desk, sealed);
  return { bytes, mediaType: inspectFootage(bytes).mediaType };
};

/** What everybody may see: refused where its bytes are not those that the release names. */
const openReleased: Action<
  string,
  { readonly bytes: Uint8Array; readonly mediaType: Inspected["mediaType"] }
> = async (desk, digest) => {
  const bytes = await desk.client.call("readBlob", { params: { digest } });
  if (toHex(sha256(bytes)) !== digest) refuse("verify.blob", { digest });
  return { bytes, mediaType: inspectFootage(bytes).mediaType };
};

/** Leaves a covered file with the host in clear, so that its release can name it; only where its gate is open. */
const layOutFootage: Action<string, void> = async (desk, id) => {
  const at = desk.at();
  if (!at) throw new Error("Nothing can be released before the record has been read.");
  for (const one of at.state.footage.registered.values())
    for (const redaction of one.redactions.filter((entry) => entry === id)) {
      const { payload } = known(at.state, redaction, "footage.redacted").act;
      if (footageGate(at.state, one, payload, at.now).lacks.length > 0) return;
      const bytes = await contentOf(desk, payload.made);
      await desk.client.call("putBlob", { params: { digest: payload.made.sha256 }, bytes });
    }
};

async function contentOf(desk: Desk, { file, fileKey, sha256: expected }: SealedFile): Promise<Uint8Array> {
  const sealed = await desk.client.call("readBlob", { params: { digest: file.digest } });
  const key = fromBase64(fileKey);
  if (!key) throw new Error("The key of a file has passed its form and cannot be read.");
  const bytes = await openSeal(sealed, { fileKey: key });
  return toHex(sha256(bytes)) === expected ? bytes : refuse("verify.blob", { digest: expected });
}

export const footageActions = { sealFootage, openFootage, openReleased, layOutFootage } as const;
