import { z } from "zod";
import { foundingForm, memberId, office, room } from "#record";
import { invitationOperations } from "./invitations.ts";
import { device, passkeyOperations } from "./passkeys.ts";
import { publicOperations } from "./public.ts";
import { seatRequestOperations } from "./seat-requests.ts";
import { secondReaderOperations } from "./second-reader.ts";
import { setUpOperations } from "./set-up.ts";

const base64 = z.base64().max(90_000);
const place = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** What one operation takes and answers. Everything that crosses the wire is declared here, in both directions. */
export type Operation = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path with `:names`. */
  readonly path: string;
  /** One sentence for the OpenAPI document. */
  readonly summary: string;
  /** "anyone", a session of some office, or one whose member holds a seat. */
  readonly who: "anyone" | "session" | "seat";
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** JSON, or raw bytes where it is absent and `takes` names a media type. */
  readonly body?: z.ZodType;
  readonly takes?: string;
  readonly answer?: z.ZodType;
  /** The media type of answers that are not JSON. */
  readonly gives?: string;
};

const inRoom = z.strictObject({ room });
const oneOfficesRoom = z.strictObject({
  room,
  /** Entries in the log. */
  size: z.int().min(0),
  /** The signed checkpoint of that size (C2SP tlog-checkpoint), with the cosignatures held. */
  checkpoint: z.string().nullable(),
});

const { title: label } = foundingForm.shape;

/** The one list of operations: the server's routes, the client and the OpenAPI document are made from it. */
export const contract = {
  readProcess: {
    method: "GET",
    path: "/api/process",
    summary: "The process, whose session this is, and whether it is a demonstration.",
    who: "anyone",
    answer: z.strictObject({
      process: z.string(),
      demonstration: z.boolean(),
      /** SHA-256 of the founding act in hex; empty before the process is opened. */
      fingerprint: z.string(),
      /** The office that this session reads and posts for now; `public` without one, or without a seat. */
      office,
      session: z
        .strictObject({
          office,
          /** Null where nobody in particular signed in, in a demonstration. */
          member: memberId.nullable(),
          seated: z.boolean(),
          expiresAt: z.iso.datetime(),
        })
        .nullable(),
      /** What the founding act calls the process, the host and the parties; null before it. */
      names: z
        .strictObject({ title: label, host: label, parties: z.strictObject({ a: label, b: label }) })
        .nullable(),
      /** Whether the process is still to be founded: then there is nothing else to read. */
      setUp: z.boolean(),
    }),
  },
  listRooms: {
    method: "GET",
    path: "/api/rooms",
    summary: "The rooms that this session's office reads, each with its signed head.",
    who: "anyone",
    answer: z.strictObject({
      rooms: z.array(
        oneOfficesRoom.extend({
          /** For each witness the newest checkpoint that he has cosigned, up to a few back; the newest first. */
          cosigned: z.array(z.string()).max(16),
        }),
      ),
    }),
  },
  readEntries: {
    method: "GET",
    path: "/api/rooms/:room/entries",
    summary: "Entries of one room from a place on, as their exact bytes.",
    who: "anyone",
    params: inRoom,
    query: z.strictObject({ from: place.default(0), limit: place.max(2_000).default(500) }),
    answer: oneOfficesRoom.extend({ from: z.int(), entries: z.array(base64) }),
  },
  readCheckpoint: {
    method: "GET",
    path: "/api/rooms/:room/checkpoint",
    summary: "The signed head of a room's log, as a C2SP note.",
    who: "anyone",
    params: inRoom,
    gives: "text/plain; charset=utf-8",
  },
  readTile: {
    method: "GET",
    path: "/api/rooms/:room/tile/*",
    summary: "A tile or an entry bundle of a room's log, by its C2SP path.",
    who: "anyone",
    params: inRoom.extend({ "*": z.string().max(100) }),
    gives: "application/octet-stream",
  },
  followFeed: {
    method: "GET",
    path: "/api/feed",
    summary: "New entries of all rooms that the office reads, as server-sent events that can be resumed.",
    who: "anyone",
    query: z.strictObject({ after: z.string().max(1_000).optional() }),
    gives: "text/event-stream",
  },
  postAct: {
    method: "POST",
    path: "/api/acts",
    summary: "Says something new: the act's exact bytes with its signatures. Answered once it is synced.",
    who: "session",
    body: z.strictObject({
      act: base64,
      signatures: z.array(z.strictObject({ key: z.string().max(60), signature: z.string().max(120) })).max(8),
    }),
    answer: z.strictObject({
      id: z.string(),
      room,
      seq: z.int().min(0),
      receivedAt: z.iso.datetime(),
      entry: base64,
      /** The `.tlog-proof` file (C2SP). */
      receipt: z.string(),
    }),
  },
  readBlob: {
    method: "GET",
    path: "/api/blobs/:digest",
    summary: "Content by its digest, where an act that the office reads names it.",
    who: "anyone",
    params: z.strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/) }),
    gives: "application/octet-stream",
  },
  putBlob: {
    method: "PUT",
    path: "/api/blobs/:digest",
    summary: "Keeps content by its digest, before the act that names it is said.",
    who: "seat",
    params: z.strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/) }),
    takes: "application/octet-stream",
    answer: z.strictObject({ digest: z.string(), bytes: z.int() }),
  },
  startDemonstrationSession: {
    method: "POST",
    path: "/api/session/demonstration",
    summary:
      "Signs in to an office with a link of the demonstration; only in a process marked as one. A device key that is " +
      "given gets a seat at once.",
    who: "anyone",
    body: z.strictObject({
      office,
      secret: z.string().max(100),
      key: device.key.optional(),
      recipient: device.recipient.optional(),
    }),
    answer: z.strictObject({ office, member: memberId.nullable() }),
  },
  endSession: {
    method: "DELETE",
    path: "/api/session",
    summary: "Signs out.",
    who: "anyone",
    answer: z.strictObject({ office }),
  },
  ...publicOperations,
  ...passkeyOperations,
  ...invitationOperations,
  ...seatRequestOperations,
  ...secondReaderOperations,
  ...setUpOperations,
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof contract;
