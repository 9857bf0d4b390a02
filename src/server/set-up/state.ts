import { z } from "zod";
import { setUpDraft } from "#api";
import { bytes32, foundingForm, principals } from "#record";

/** The three whose heads found a process. */
export const roles = principals;
export type Role = (typeof roles)[number];
export type PerRole<T> = { readonly [R in Role]: T };

const joined = z.strictObject({
  head: bytes32,
  witness: foundingForm.shape.log.nullable(),
  /** To the nonce, by the key above. */
  commitment: bytes32,
  nonce: bytes32.nullable(),
  /** Over the founding act as it stands. */
  signature: z.base64().nullable(),
});
export type Joined = z.infer<typeof joined>;

const seat = z.strictObject({
  /** SHA-256 of this role's set-up secret; null before a link is made. The secret itself is never kept. */
  secretHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  joined: joined.nullable(),
});

/** The state of a set-up, as it is kept between restarts. Which step it is at follows from what is there. */
export const setUpState = z.strictObject({
  format: z.literal("parley-set-up/1"),
  draft: setUpDraft.nullable(),
  heads: z.strictObject({ host: seat, "party-a": seat, "party-b": seat }),
  /** How often joining was begun: a host who has the lot drawn again is seen to do so. */
  draws: z.int().min(1),
  /** The canonical bytes of the founding act, once they can be signed. */
  founding: z.base64().nullable(),
  /** Epoch ms. */
  foundedAt: z.int().nullable(),
});
export type SetUpState = z.infer<typeof setUpState>;

/** A set-up that nobody has touched, for the head of the host who holds the secret of this hash. */
export function beginSetUp(hostSecretHash: string): SetUpState {
  const seatOf = (secretHash: string | null) => ({ secretHash, joined: null });
  return {
    format: "parley-set-up/1",
    draft: null,
    heads: { host: seatOf(hostSecretHash), "party-a": seatOf(null), "party-b": seatOf(null) },
    draws: 1,
    founding: null,
    foundedAt: null,
  };
}

export type Stage = "joining" | "drawing" | "signing" | "signed" | "founded";

/** The step that a set-up is at. */
export function stageOf({ heads, founding, foundedAt }: SetUpState): Stage {
  if (foundedAt !== null) return "founded";
  const joined = roles.map((role) => heads[role].joined);
  if (founding !== null) return joined.every((one) => one?.signature) ? "signed" : "signing";
  return joined.every((one) => one !== null) ? "drawing" : "joining";
}

/** The state with one head's part changed. */
export function withHead(
  state: SetUpState,
  role: Role,
  changed: Partial<SetUpState["heads"][Role]>,
): SetUpState {
  return { ...state, heads: { ...state.heads, [role]: { ...state.heads[role], ...changed } } };
}
