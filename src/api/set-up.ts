import { z } from "zod";
import { bytes32, foundingForm, type Office, parties, principals, processId } from "#record";
import type { Operation } from "./contract.ts";

/** The secret of a set-up link, which says whose it is. It stands in no address and no log. */
const secret = z.string().max(100);
const role = z.enum(principals);
const verifierKey = foundingForm.shape.log;
const signature = z.base64().length(88);
const row = foundingForm.shape.host.omit({ head: true });
const order = foundingForm.shape.order;

const isOther = ({ office }: { readonly office: Office }) =>
  office !== "public" && !principals.some((one) => one === office);

/** What the host writes of a founding act; keys, the drawn order and the log come from the set-up itself. */
export const setUpDraft = foundingForm
  .omit({ order: true, log: true, witnesses: true, demonstration: true })
  .extend({ process: processId, host: row, parties: z.strictObject({ a: row, b: row }) })
  .refine(
    ({ heads }) => heads.every(isOther) && new Set(heads.map((one) => one.office)).size === heads.length,
    {
      path: ["heads"],
      error: "names other offices than the three heads' own and the public, each once",
    },
  );
export type SetUpDraft = z.infer<typeof setUpDraft>;

const head = z.strictObject({
  /** Whether a link was made for this head. */
  invited: z.boolean(),
  joined: z
    .strictObject({
      head: bytes32,
      /** SHA-256 of the key in hex, in groups of eight: to compare by voice. */
      fingerprint: z.string(),
      witness: verifierKey.nullable(),
      commitment: bytes32,
      /** What was committed to; null until all three have shown theirs. */
      nonce: bytes32.nullable(),
    })
    .nullable(),
  revealed: z.boolean(),
  signed: z.boolean(),
});

/** What each of the three heads sees of the set-up: the same, but for whose view it is. */
const setUpView = z.strictObject({
  role,
  /**
   * joining: a draft or a head is missing; drawing: nonces are shown; signing: the text stands; signed: all three have
   * signed and the process does not open yet; founded.
   */
  stage: z.enum(["joining", "drawing", "signing", "signed", "founded"]),
  draft: setUpDraft.nullable(),
  heads: z.strictObject({ host: head, "party-a": head, "party-b": head }),
  /** How often joining was begun: the lot was drawn at most so often. */
  draws: z.int().min(1),
  /** Who is named first, once it is drawn. */
  order: order.nullable(),
  /** Of the founding act as it stands; empty before. It changes whenever the text to sign does. */
  fingerprint: z.string(),
});
export type SetUpView = z.infer<typeof setUpView>;

const operation = { method: "POST", who: "anyone" } as const;

/** The founding of a process by its three heads. Served until it is founded and they have their invitations. */
export const setUpOperations = {
  readSetUp: {
    ...operation,
    path: "/api/set-up/read",
    summary: "The draft of the founding act, who has joined, and who has signed.",
    body: z.strictObject({ secret }),
    answer: setUpView,
  },
  writeSetUp: {
    ...operation,
    path: "/api/set-up/draft",
    summary: "The host writes the draft, as long as nobody has signed.",
    body: z.strictObject({ secret, draft: setUpDraft }),
    answer: setUpView,
  },
  inviteHeads: {
    ...operation,
    path: "/api/set-up/invitations",
    summary: "The host makes the parties' links, or makes them anew until their heads have joined.",
    body: z.strictObject({ secret, roles: z.array(z.enum(parties)).min(1).max(2) }),
    answer: z.strictObject({
      invitations: z.array(z.strictObject({ role: z.enum(parties), secret: z.string() })),
    }),
  },
  joinSetUp: {
    ...operation,
    path: "/api/set-up/join",
    summary: "A head gives his key, his witness's if he has one, and commits himself to a nonce for the lot.",
    body: z.strictObject({ secret, head: bytes32, witness: verifierKey.optional(), commitment: bytes32 }),
    answer: setUpView,
  },
  revealNonce: {
    ...operation,
    path: "/api/set-up/nonce",
    summary: "A head shows his nonce, once all three have joined.",
    body: z.strictObject({ secret, nonce: bytes32 }),
    answer: setUpView,
  },
  readFounding: {
    ...operation,
    path: "/api/set-up/founding",
    summary: "The founding act's exact bytes, which each of the three heads signs.",
    body: z.strictObject({ secret }),
    answer: z.strictObject({ act: z.base64(), fingerprint: z.string() }),
  },
  signFounding: {
    ...operation,
    path: "/api/set-up/signature",
    summary: "A head's Ed25519 signature over these bytes. The third founds the process.",
    body: z.strictObject({ secret, signature }),
    answer: setUpView,
  },
  reopenSetUp: {
    ...operation,
    path: "/api/set-up/reopening",
    summary: "The host takes back all signatures, or has all three join anew.",
    body: z.strictObject({ secret, again: z.enum(["signing", "joining"]) }),
    answer: setUpView,
  },
  receiveInvitation: {
    ...operation,
    path: "/api/set-up/seat",
    summary: "A head's invitation to his office, once the process is founded; a later one takes its place.",
    body: z.strictObject({ secret }),
    answer: z.strictObject({
      process: processId,
      office: role,
      member: z.string(),
      /** The secret of the invitation link. */
      invitation: z.string(),
      expiresAt: z.iso.datetime(),
    }),
  },
} as const satisfies Record<string, Operation>;

export type SetUpOperationName = keyof typeof setUpOperations;
