import { z } from "zod";
import { memberId, office, seatForm } from "#record";
import type { Operation } from "./contract.ts";
import { secret } from "./invitations.ts";

const base64url = z.base64url().max(20_000);
const publicKey = z.literal("public-key");
const credentialId = z.base64url().min(1).max(1_364);

/** What `navigator.credentials.create` is given, in the JSON form of WebAuthn level 3, section 5.1. */
const creationOptions = z.object({
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: base64url, name: z.string(), displayName: z.string() }),
  challenge: base64url,
  pubKeyCredParams: z.array(z.object({ type: publicKey, alg: z.int() })),
  timeout: z.int(),
  attestation: z.literal("none"),
  excludeCredentials: z.array(z.object({ id: base64url, type: publicKey })),
  authenticatorSelection: z.object({
    residentKey: z.literal("required"),
    requireResidentKey: z.literal(true),
    userVerification: z.literal("required"),
  }),
});

/** What `navigator.credentials.get` is given. No passkey is named: the authenticator knows its own. */
const requestOptions = z.object({
  rpId: z.string(),
  challenge: base64url,
  timeout: z.int(),
  userVerification: z.literal("required"),
});

// A browser may say more of what it made than is asked here; that is left aside.
const answered = z.object({ id: credentialId, rawId: credentialId, type: publicKey });
const attestation = answered.extend({
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});
const assertion = answered.extend({
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});

/** The age recipient of a device, of the hybrid kind. */
const recipient = seatForm.shape.recipient.unwrap().startsWith("age1pq1", "must be a hybrid age recipient");

/** A member's device: the Ed25519 key that signs his acts, and the recipient by which he reads sealed papers. */
export const device = { key: seatForm.shape.key, recipient };

/** Who has signed in. Without a seat he reads what the public reads. */
const signedIn = z.strictObject({ office, member: memberId, seated: z.boolean() });

const post = { method: "POST", who: "anyone" } as const;

/** Registering a passkey with an invitation, signing in with it, and what its holder does with his passkeys and sessions. */
export const passkeyOperations = {
  startRegistration: {
    ...post,
    path: "/api/passkeys/registration/options",
    summary: "What a browser needs to make the passkey that an invitation is for. The invitation stays.",
    body: z.strictObject({ secret }),
    answer: creationOptions,
  },
  finishRegistration: {
    ...post,
    path: "/api/passkeys/registration",
    summary: "Takes the invitation: keeps the passkey, asks for a seat for the device, and signs in.",
    body: z.strictObject({ secret, response: attestation, ...device }),
    answer: signedIn,
  },
  startAssertion: {
    ...post,
    path: "/api/passkeys/assertion/options",
    summary: "What a browser needs to sign in with a passkey.",
    answer: requestOptions,
  },
  finishAssertion: {
    ...post,
    path: "/api/passkeys/assertion",
    summary: "Signs in with a passkey.",
    body: z.strictObject({ response: assertion }),
    answer: signedIn,
  },
  listPasskeys: {
    method: "GET",
    path: "/api/passkeys",
    summary: "The passkeys of this session's member, oldest first.",
    who: "session",
    answer: z.strictObject({
      passkeys: z.array(
        z.strictObject({
          id: credentialId,
          createdAt: z.iso.datetime(),
          lastUsedAt: z.iso.datetime().nullable(),
          transports: z.array(z.string()),
        }),
      ),
    }),
  },
  removePasskey: {
    method: "DELETE",
    path: "/api/passkeys/:id",
    summary:
      "Removes a passkey of this session's member. Sessions that it began go on: see endOtherSessions.",
    who: "session",
    params: z.strictObject({ id: credentialId }),
    answer: z.strictObject({ id: credentialId }),
  },
  endOtherSessions: {
    method: "DELETE",
    path: "/api/session/others",
    summary: "Ends every other session of this session's member.",
    who: "session",
    answer: z.strictObject({ ended: z.int().min(0) }),
  },
} as const satisfies Record<string, Operation>;
