import { z } from "zod";
import { office } from "../access/offices.ts";
import { room } from "../access/rooms.ts";
import { line } from "./text.ts";
import { happened, instant } from "./time.ts";

/** 128 random bits in lower-case base32 (RFC 4648 without padding). */
export const actId = z
  .string()
  .regex(/^[a-z2-7]{25}[aeimquy4]$/, "must be an act id: 26 characters of lower-case base32")
  .brand("ActId");
export type ActId = z.infer<typeof actId>;

/** A member's handle: no name, so that the roster names nobody. */
export const memberId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be a handle of a-z, 0-9 and -")
  .max(64);

export const processId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be a name of a-z, 0-9 and -")
  .max(64);

/** 32 bytes in base64, in the one spelling (RFC 4648 3.5): a digest, a root, an Ed25519 public key. */
export const bytes32 = z
  .string()
  .regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, "must be 32 bytes in base64");

/** Content kept beside the log by its digest: a list, a video, a scan. */
export const blobRef = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 digest in hex"),
  bytes: z.int().positive(),
  mediaType: line(100),
  rows: z.int().nonnegative().optional(),
});

/** An age file to the members of a sealed room, and the salted commitment to what is inside. */
const sealed = z.strictObject({
  file: z.base64().max(62_000),
  commitment: bytes32,
  /** Sealed content that the paper names, by its digest at the host: kept and handed out to the readers of the room. */
  attachments: z
    .array(z.strictObject({ digest: blobRef.shape.digest }))
    .min(1)
    .max(4)
    .optional(),
});

/**
 * What every act says of itself, in the order in which people ask: what, where, by whom, when.
 * The payload's own schema follows from the kind.
 */
export const header = z.strictObject({
  v: z.literal(1),
  id: actId,
  process: processId,
  room,
  kind: z
    .string()
    .regex(/^[a-z]+\.[a-z_]+$/, "must be a kind such as proposal.tabled")
    .max(64),
  by: z.strictObject({ member: memberId, office, capacity: line(120) }),
  saidAt: instant,
  happenedAt: happened.optional(),
  /** Acts in other rooms that this one passes on or builds on. */
  refs: z.array(z.strictObject({ room, id: actId })).max(64),
  /** The head of the room that the author had in front of him. */
  seen: z.strictObject({ size: z.int().nonnegative(), root: bytes32 }),
  payload: z.record(z.string(), z.unknown()).optional(),
  sealed: sealed.optional(),
});
export type Header = z.infer<typeof header>;
