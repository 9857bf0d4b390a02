import {
  importDeviceKey,
  newDeviceKey,
  newSealIdentity,
  newWrappingKey,
  type Signer,
  sealRecipient,
  signerOf,
  toBase64,
  unwrapSecret,
  type WrappedSecret,
  wrapSecret,
} from "#ledger";
import type { Act, Office } from "#record";

/** What this device signs with and opens papers with. The platform keeps the secrets; nothing here can be read out. */
export type Device = {
  readonly office: Office;
  readonly member: string;
  readonly key: CryptoKeyPair;
  /** base64, as a seat names it. */
  readonly publicKey: string;
  /** The age recipient, as a seat names it. */
  readonly recipient: string;
  /** Opens what this device has wrapped. */
  readonly wrapping: CryptoKey;
  /** The age identity: WebCrypto knows no ML-KEM, so it is kept wrapped. */
  readonly identity: WrappedSecret;
  /** The key of the head of the office, where this is his device. */
  readonly headKey?: CryptoKeyPair;
  /** base64, as the founding act names it. */
  readonly headPublicKey?: string;
};

export type DeviceOptions = {
  readonly office: Office;
  readonly member: string;
  /** Secrets made before, where a key file or a link brings them. */
  readonly seed?: Uint8Array;
  readonly identity?: string;
  readonly headKey?: CryptoKeyPair;
};

const identityUse = "parley/age-identity";

/** A device with keys of its own, or with those that are brought. */
export async function newDevice({ office, member, seed, identity, headKey }: DeviceOptions): Promise<Device> {
  const key = seed ? await importDeviceKey(seed) : await newDeviceKey();
  const { publicKey } = await signerOf(key);
  const secret = identity ?? (await newSealIdentity()).identity;
  const wrapping = await newWrappingKey();
  return {
    office,
    member,
    key,
    publicKey: toBase64(publicKey),
    recipient: await sealRecipient(secret),
    wrapping,
    identity: await wrapSecret(wrapping, secret, identityUse),
    ...(headKey ? { headKey, headPublicKey: toBase64((await signerOf(headKey)).publicKey) } : {}),
  };
}

/** What opens the papers that are sealed to this device; nothing where it cannot be unwrapped here. */
export async function identitiesOf(device: Device | undefined): Promise<readonly string[]> {
  const identity = device && (await unwrapSecret(device.wrapping, device.identity, identityUse));
  return identity === undefined ? [] : [identity];
}

const byHead: ReadonlySet<string> = new Set(["seat.granted", "seat.revoked", "head.replaced"]);

/** Signs an act on this device: seats are the head's to grant and to revoke, all else is the member's own. */
export function signerFor(act: Act, { key, headKey }: Device): Promise<Signer> {
  return signerOf(byHead.has(act.kind) ? (headKey ?? key) : key);
}

/** The public key that will have signed it, in base64. */
export function publicKeyFor(act: Act, { publicKey, headPublicKey }: Device): string {
  return byHead.has(act.kind) ? (headPublicKey ?? publicKey) : publicKey;
}
