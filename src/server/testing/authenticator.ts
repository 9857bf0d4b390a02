import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

/** What an authenticator and its browser say in one ceremony; a test changes what it wants refused. */
export type Ceremony = {
  readonly origin: string;
  readonly rpId: string;
  readonly challenge: string;
  readonly type: string;
  readonly userVerified: boolean;
  readonly userPresent: boolean;
  readonly crossOrigin: boolean;
  readonly counter: number;
  /** Changes the signature. */
  readonly tampered: boolean;
};

/** An authenticator in software, with one passkey (WebAuthn level 3, section 6). It knows one site, as a browser would show it. */
export class Authenticator {
  readonly algorithm: "ES256" | "EdDSA";
  readonly id = randomBytes(32);
  readonly origin: string;
  counter: number;
  readonly #publicKey: KeyObject;
  readonly #privateKey: KeyObject;

  /** One that does not count says 0 for ever. */
  constructor(
    origin: string,
    { algorithm = "ES256", counts = true }: { algorithm?: "ES256" | "EdDSA"; counts?: boolean } = {},
  ) {
    this.origin = origin;
    this.algorithm = algorithm;
    this.counter = counts ? 1 : 0;
    const pair =
      algorithm === "ES256"
        ? generateKeyPairSync("ec", { namedCurve: "P-256" })
        : generateKeyPairSync("ed25519");
    this.#publicKey = pair.publicKey;
    this.#privateKey = pair.privateKey;
  }

  /** Makes the passkey, with attestation "none". */
  register(options: { readonly challenge: string }, changed: Partial<Ceremony> = {}) {
    const said = this.#ceremony("webauthn.create", options.challenge, changed);
    const { length } = this.id;
    const attested = [Buffer.alloc(16), Buffer.of(length >> 8, length & 255), this.id, this.#coseKey()];
    const authData = Buffer.concat([authenticatorData(said, 0x40), ...attested]);
    const attestationObject = cbor(
      new Map<string, Cbor>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", authData],
      ]),
    );
    return {
      ...this.#named(),
      response: {
        clientDataJSON: clientData(said).toString("base64url"),
        attestationObject: attestationObject.toString("base64url"),
        transports: ["internal"],
      },
    };
  }

  /** Signs in with it, counting once more. */
  assert(options: { readonly challenge: string }, changed: Partial<Ceremony> = {}) {
    if (this.counter > 0) this.counter += 1;
    const said = this.#ceremony("webauthn.get", options.challenge, changed);
    const data = authenticatorData(said, 0);
    const hash = createHash("sha256").update(clientData(said)).digest();
    const digest = this.algorithm === "ES256" ? "sha256" : null;
    const signature = sign(digest, Buffer.concat([data, hash]), this.#privateKey);
    if (said.tampered) signature.writeUInt8((signature.at(-1) ?? 0) ^ 1, signature.length - 1);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: clientData(said).toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: signature.toString("base64url"),
        userHandle: randomBytes(32).toString("base64url"),
      },
    };
  }

  #named() {
    const id = this.id.toString("base64url");
    // a browser also says this, and the host leaves it aside
    return {
      id,
      rawId: id,
      type: "public-key" as const,
      clientExtensionResults: {},
      authenticatorAttachment: "platform",
    };
  }

  #ceremony(type: string, challenge: string, changed: Partial<Ceremony>): Ceremony {
    const { origin, counter } = this;
    const rpId = new URL(origin).hostname;
    const usual = { userVerified: true, userPresent: true, crossOrigin: false, tampered: false };
    return { origin, rpId, challenge, type, counter, ...usual, ...changed };
  }

  // RFC 9053, sections 7.1.1 and 7.2
  #coseKey(): Buffer {
    const { x = "", y = "" } = this.#publicKey.export({ format: "jwk" });
    const [ofX, ofY] = [x, y].map((one) => Buffer.from(one, "base64url"));
    return cbor(
      this.algorithm === "ES256"
        ? new Map<number, Cbor>([
            [1, 2],
            [3, -7],
            [-1, 1],
            [-2, ofX ?? ""],
            [-3, ofY ?? ""],
          ])
        : new Map<number, Cbor>([
            [1, 1],
            [3, -8],
            [-1, 6],
            [-2, ofX ?? ""],
          ]),
    );
  }
}

function clientData({ type, challenge, origin, crossOrigin }: Ceremony): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin }));
}

// WebAuthn level 3, section 6.1
function authenticatorData({ rpId, userPresent, userVerified, counter }: Ceremony, more: number): Buffer {
  const flags = (userPresent ? 1 : 0) | (userVerified ? 4 : 0) | more;
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([createHash("sha256").update(rpId).digest(), Buffer.of(flags), count]);
}

type Cbor = number | string | Buffer | ReadonlyMap<string | number, Cbor>;

/** The part of CBOR that authenticators speak (RFC 8949): small whole numbers, texts, bytes and maps. */
function cbor(value: Cbor): Buffer {
  if (typeof value === "number") return value < 0 ? headOf(1, -1 - value) : headOf(0, value);
  if (typeof value === "string")
    return Buffer.concat([headOf(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([headOf(2, value.length), value]);
  const pairs = [...value].flatMap(([key, one]) => [cbor(key), cbor(one)]);
  return Buffer.concat([headOf(5, value.size), ...pairs]);
}

function headOf(major: number, count: number): Buffer {
  if (count < 24) return Buffer.of((major << 5) | count);
  if (count < 256) return Buffer.of((major << 5) | 24, count);
  return Buffer.of((major << 5) | 25, count >> 8, count & 255);
}
