import { z } from "zod";
import { bytes32, memberId, office, seatForm } from "#record";
import type { Operation } from "./contract.ts";
import { device } from "./passkeys.ts";

/** SHA-256 of a device's public key, in hex: to be compared by voice before the head certifies it. */
const keyId = z.string().regex(/^[0-9a-f]{64}$/);

/** Asking the head of one's office to certify a device. The grant itself is the act seat.granted, posted like any. */
export const seatRequestOperations = {
  requestSeat: {
    method: "POST",
    path: "/api/seat-requests",
    summary: "Asks for a seat for a device of this session's member, in place of an earlier request of his.",
    who: "session",
    body: z.strictObject({ ...device, title: seatForm.shape.title }),
    answer: z.strictObject({ keyId }),
  },
  listSeatRequests: {
    method: "GET",
    path: "/api/seat-requests",
    summary: "The requests of this session's office, oldest first; who holds no seat sees his own.",
    who: "session",
    answer: z.strictObject({
      requests: z.array(
        z.strictObject({
          keyId,
          office,
          member: memberId,
          title: z.string(),
          key: bytes32,
          recipient: z.string(),
          requestedAt: z.iso.datetime(),
        }),
      ),
    }),
  },
  declineSeatRequest: {
    method: "DELETE",
    path: "/api/seat-requests/:keyId",
    summary: "Drops a request that this session sees. Nobody is told; it can be made again.",
    who: "session",
    params: z.strictObject({ keyId }),
    answer: z.strictObject({ keyId }),
  },
} as const satisfies Record<string, Operation>;
