import { z } from "zod";
import { memberId, office, seatForm } from "#record";
import type { Operation } from "./contract.ts";

/** The secret of an invitation link. It stands in no address and no log. */
export const secret = z.string().max(100);
const { title } = seatForm.shape;
const expiresAt = z.iso.datetime();

/** Invitations into one's own office. An invitation gives a passkey; only a seat in the record gives rooms. */
export const invitationOperations = {
  createInvitation: {
    method: "POST",
    path: "/api/invitations",
    summary:
      "Invites somebody into this session's office, once and for 72 hours. Only this answer has the secret.",
    who: "seat",
    body: z.strictObject({ title }),
    answer: z.strictObject({ secret: z.string(), member: memberId, expiresAt }),
  },
  listInvitations: {
    method: "GET",
    path: "/api/invitations",
    summary: "The open invitations into this session's office, without their secrets.",
    who: "seat",
    answer: z.strictObject({
      invitations: z.array(z.strictObject({ member: memberId, title: z.string(), expiresAt })),
    }),
  },
  withdrawInvitation: {
    method: "DELETE",
    path: "/api/invitations/:member",
    summary: "Withdraws an open invitation into this session's office.",
    who: "seat",
    params: z.strictObject({ member: memberId }),
    answer: z.strictObject({ member: memberId }),
  },
  lookAtInvitation: {
    method: "POST",
    path: "/api/invitations/look",
    summary: "What an invitation is for; it stays.",
    who: "anyone",
    body: z.strictObject({ secret }),
    answer: z.strictObject({
      /** The title of the process, in each language. */
      process: z.strictObject({ en: z.string(), uk: z.string(), ru: z.string(), tr: z.string() }),
      office,
      /** What the invited person is to be in it. */
      title: z.string(),
      expiresAt,
    }),
  },
} as const satisfies Record<string, Operation>;
