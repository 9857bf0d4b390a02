import { ProblemError, refuse } from "#base";
import { admissibleKey, fromBase64, sha256, toHex } from "#ledger";
import { seatedNow } from "#record";
import type { SeatRequest } from "#store";
import { refuseRecipient } from "../admit.ts";
import { refuseBusy } from "./guard.ts";
import type { Handlers, Host, In } from "./host.ts";
import { isSeated, memberOf } from "./standing.ts";

export const seatRequestHandlers: Pick<Handlers, "requestSeat" | "listSeatRequests" | "declineSeatRequest"> =
  {
    async requestSeat(host, { session, token, body }) {
      const { office, member } = memberOf(session);
      refuseBusy(host.limits.acts, token ?? "", host.now());
      const request = requestOf(host, { office, member, ...body });
      await refuseDevice(host, request);
      await host.store.putSeatRequest(request);
      return { keyId: keyIdOf(request.key) };
    },

    async listSeatRequests(host, asker) {
      const requests = await requestsFor(host, asker);
      return {
        requests: requests.map(({ office, member, title, key, recipient, requestedAt }) => ({
          keyId: keyIdOf(key),
          ...{ office, member, title, key, recipient },
          requestedAt: new Date(requestedAt).toISOString(),
        })),
      };
    },

    async declineSeatRequest(host, asker) {
      const { keyId } = asker.params;
      const found = (await requestsFor(host, asker)).find(({ key }) => keyIdOf(key) === keyId);
      if (!found) return refuse("api.not_found", {});
      await host.store.dropSeatRequests(found.process, found.office, found.key);
      return { keyId };
    },
  };

/** SHA-256 of a device's public key, in hex. */
export function keyIdOf(key: string): string {
  const bytes = fromBase64(key);
  if (!bytes) throw new Error("A key was taken in that is not base64.");
  return toHex(sha256(bytes));
}

type Asked = Pick<SeatRequest, "member" | "key" | "recipient" | "title"> & Pick<In<"requestSeat">, "office">;

/** A member's request for a seat for his device, made now. */
export function requestOf({ registry, now }: Host, asked: Asked): SeatRequest & Asked {
  const { office, member, key, recipient, title } = asked;
  return { process: registry.process, office, member, key, recipient, title, requestedAt: now() };
}

/** Refuses a device that no head could certify for this member: said before he waits for it. */
export async function refuseDevice(
  { registry }: Host,
  { office, member, key, recipient }: Asked,
): Promise<void> {
  const bytes = fromBase64(key);
  if (!bytes || !admissibleKey(bytes)) refuse("ledger.key_inadmissible", { name: key });
  const refused = await refuseRecipient(recipient);
  if (refused) throw new ProblemError(refused);
  const { heads, byKey } = registry.state("public").people;
  const isHeads = [...heads.values()].flat().some((head) => head.key === key);
  const isOthers = byKey.get(key)?.some((seat) => seat.office !== office || seat.member !== member) ?? false;
  if (isHeads || isOthers) refuse("api.key_in_use", { key });
}

// Those of the office for whom it has seated, and for all others their own. What was granted is no request any more,
// also where another server admitted the grant.
async function requestsFor(host: Host, { session }: Pick<In<"listSeatRequests">, "session">) {
  const { registry, store } = host;
  if (!session) return refuse("api.session_needed", {});
  const { office } = session;
  const seated = isSeated(host, session);
  const held = seatedNow(registry.state("public").people);
  const requests: (SeatRequest & Pick<typeof session, "office">)[] = [];
  for (const request of await store.seatRequestsOf(registry.process, office)) {
    if (held.some((seat) => seat.key === request.key && seat.member === request.member))
      await store.dropSeatRequests(registry.process, office, request.key);
    else if (seated || request.member === session.member) requests.push({ ...request, office });
  }
  return requests;
}
