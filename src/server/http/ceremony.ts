import { z } from "zod";
import { contract } from "#api";
import { refuse } from "#base";
import { randomBytes } from "#ledger";
import type { Credential, NewCredential } from "#store";
import type { Host, In } from "./host.ts";
import type { Open } from "./invitations.ts";

/** How long a person may take at his authenticator. */
const longestMs = 5 * 60_000;
/** ES256, EdDSA and RS256 (RFC 9053, RFC 8812): every authenticator knows one of them. */
const algorithms = [-7, -8, -257];

/** Loaded when somebody comes with a passkey: a host is up the sooner. */
const webauthn = () => import("@simplewebauthn/server");

type Purpose = "passkey registration" | "passkey assertion";
type Attestation = In<"finishRegistration">["body"]["response"];
type Assertion = In<"finishAssertion">["body"]["response"];

/** What a browser needs to make the passkey of an invitation. */
export async function creationOptions(host: Host, { title, tokenHash }: Open) {
  const { generateRegistrationOptions } = await webauthn();
  const options = await generateRegistrationOptions({
    rpName: "Parley",
    rpID: hostNameOf(host),
    // the authenticator shows what its holder is to be; nothing in it says who he is
    userID: Uint8Array.from(randomBytes(32)),
    userName: title,
    userDisplayName: title,
    challenge: Uint8Array.from(randomBytes(32)),
    timeout: longestMs,
    attestationType: "none",
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: algorithms,
  });
  await keepChallenge(host, options.challenge, "passkey registration", tokenHash);
  return contract.startRegistration.answer.parse(options);
}

/** What a browser needs to sign in; it names no passkey. */
export async function requestOptions(host: Host) {
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({
    rpID: hostNameOf(host),
    challenge: Uint8Array.from(randomBytes(32)),
    timeout: longestMs,
    userVerification: "required",
  });
  await keepChallenge(host, options.challenge, "passkey assertion", undefined);
  return contract.startAssertion.answer.parse(options);
}

/** The passkey that an authenticator has made for an invitation (WebAuthn level 3, section 7.1). */
export async function verifyAttestation(
  host: Host,
  response: Attestation,
  invitation: Open,
): Promise<Pick<NewCredential, "id" | "publicKey" | "counter" | "transports">> {
  const expectedChallenge = await takeChallenge(host, response, "passkey registration", invitation.tokenHash);
  const { transports, ...rest } = response.response;
  const { verifyRegistrationResponse } = await webauthn();
  const made = await orRefused(() =>
    verifyRegistrationResponse({
      response: { ...response, response: rest, clientExtensionResults: {} },
      expectedChallenge,
      expectedOrigin: host.origin,
      expectedRPID: hostNameOf(host),
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    }),
  );
  if (!made.verified) return refuse("api.passkey_refused", {});
  const { id, publicKey, counter } = made.registrationInfo.credential;
  return { id, publicKey, counter, transports: transports ?? [] };
}

/** The passkey with which somebody signs in (WebAuthn level 3, section 7.2); its use is noted. */
export async function verifyAssertion(host: Host, response: Assertion): Promise<Credential> {
  const { registry, store, now } = host;
  const expectedChallenge = await takeChallenge(host, response, "passkey assertion", undefined);
  const credential = await store.credential(response.id);
  if (credential?.process !== registry.process) return refuse("api.passkey_refused", {});
  const { id, publicKey, counter } = credential;
  const { userHandle: _, ...signed } = response.response; // a random one, kept nowhere: the passkey's id says whose it is
  const { verifyAuthenticationResponse } = await webauthn();
  const { verified, authenticationInfo } = await orRefused(() =>
    verifyAuthenticationResponse({
      response: { ...response, response: signed, clientExtensionResults: {} },
      expectedChallenge,
      expectedOrigin: host.origin,
      expectedRPID: hostNameOf(host),
      credential: { id, publicKey: Uint8Array.from(publicKey), counter },
      requireUserVerification: true,
    }),
  );
  // the store decides on the counter once more, for two may come with the same one at the same moment
  if (!verified || !(await store.noteCredentialUse(id, authenticationInfo.newCounter, now())))
    return refuse("api.passkey_refused", {});
  return credential;
}

function hostNameOf({ origin }: Host): string {
  return new URL(origin).hostname;
}

async function keepChallenge(host: Host, challenge: string, purpose: Purpose, subject: string | undefined) {
  await host.sessions.sweep(); // anybody can ask for one
  const expiresAt = host.now() + longestMs;
  await host.store.putChallenge({ challenge, purpose, expiresAt, subject });
}

const clientData = z.object({
  challenge: z.string(),
  /** A page of another site that frames this one signs in nobody. */
  crossOrigin: z.literal(false).optional(),
  topOrigin: z.undefined().optional(),
});

// The challenge that was signed, where this host gave it for this purpose and nobody has come with it before.
async function takeChallenge(
  { store, now }: Host,
  { response }: Attestation | Assertion,
  purpose: Purpose,
  subject: string | undefined,
): Promise<string> {
  const said = clientData.safeParse(jsonIn(response.clientDataJSON));
  const taken = said.success ? await store.takeChallenge(said.data.challenge, purpose, now()) : undefined;
  if (!taken || taken.subject !== subject) return refuse("api.passkey_refused", {});
  return taken.challenge;
}

function jsonIn(base64url: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64url, "base64url").toString("utf8"));
  } catch {
    return undefined; // no JSON: refused by its schema
  }
}

// The library throws a sentence for whatever does not hold. It tells a stranger what to try next.
async function orRefused<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch {
    return refuse("api.passkey_refused", {});
  }
}
