import type { z } from "zod";
import type { contract } from "#api";
import { newDevice } from "#replica";
import type { Action } from "./action.ts";
import { deviceFor, keepDevice } from "./devices.ts";
import { keyFingerprint, keyWords } from "./fingerprint.ts";
import { replaceHeadActions } from "./replace-head.ts";

type Answer<N extends "createInvitation" | "listInvitations"> = z.output<(typeof contract)[N]["answer"]>;
type WireRequest = z.output<(typeof contract)["listSeatRequests"]["answer"]>["requests"][number];

/** A member's wish for a seat, with what the head compares by voice before he certifies it. */
export type SeatRequest = WireRequest & { readonly fingerprint: string; readonly words: readonly string[] };

const invite: Action<{ readonly title: string }, Answer<"createInvitation">> = ({ client }, body) =>
  client.call("createInvitation", { body });

const listInvitations: Action<undefined, Answer<"listInvitations">["invitations"]> = async ({ client }) =>
  (await client.call("listInvitations")).invitations;

const withdrawInvitation: Action<string, void> = async ({ client }, member) => {
  await client.call("withdrawInvitation", { params: { member } });
};

const listSeatRequests: Action<undefined, readonly SeatRequest[]> = async ({ client, t }) => {
  const { requests } = await client.call("listSeatRequests");
  // the words are of the key that will be certified, whatever the host says of it
  return requests.map((one) => ({
    ...one,
    fingerprint: keyFingerprint(one.key),
    words: keyWords(t.language, one.key),
  }));
};

const declineSeatRequest: Action<string, void> = async ({ client }, keyId) => {
  await client.call("declineSeatRequest", { params: { keyId } });
};

/** Asks the head of one's office to certify this browser's key; made anew where it is lost or was revoked. */
const requestSeat: Action<{ readonly title: string; readonly isNewKey: boolean }, void> = async (
  desk,
  { title, isNewKey },
) => {
  const { client } = desk;
  const { process, session } = await client.call("readProcess");
  if (!session?.member) throw new Error("A seat is asked for by a member who has signed in.");
  const { office, member } = session;
  const before = await deviceFor(process, office);
  const { headKey } = before; // a head's key stays, whatever becomes of his device's
  const device = isNewKey
    ? await newDevice({ office, member, ...(headKey ? { headKey } : {}) })
    : { ...before, member };
  const { publicKey: key, recipient } = device;
  await client.call("requestSeat", { body: { key, recipient, title } });
  const held = desk.session?.replica;
  if (held?.office === office) await held.setDevice(device);
  else {
    await keepDevice(process, device);
    desk.waitWith(device);
  }
};

export const peopleActions = {
  invite,
  listInvitations,
  withdrawInvitation,
  listSeatRequests,
  declineSeatRequest,
  requestSeat,
  ...replaceHeadActions,
} as const;
