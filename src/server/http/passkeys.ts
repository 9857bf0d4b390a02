import { refuse } from "#base";
import { office as officeName } from "#record";
import { creationOptions, requestOptions, verifyAssertion, verifyAttestation } from "./ceremony.ts";
import { refuseBusy } from "./guard.ts";
import type { Handlers } from "./host.ts";
import { lookAt, take } from "./invitations.ts";
import { refuseDevice, requestOf } from "./seat-requests.ts";
import { isSeated, memberOf } from "./standing.ts";

export const passkeyHandlers: Pick<
  Handlers,
  | "startRegistration"
  | "finishRegistration"
  | "startAssertion"
  | "finishAssertion"
  | "listPasskeys"
  | "removePasskey"
  | "endOtherSessions"
> = {
  async startRegistration(host, { body, address }) {
    refuseBusy(host.limits.signIns, address, host.now());
    return creationOptions(host, await lookAt(host, body.secret));
  },

  // All that can be refused is refused before the invitation is taken: it is taken once.
  async finishRegistration(host, { body, address, token }) {
    const { registry, store, sessions, limits, now } = host;
    refuseBusy(limits.signIns, address, now());
    const { secret, response, key, recipient } = body;
    const invitation = await lookAt(host, secret);
    const passkey = await verifyAttestation(host, response, invitation);
    const { office, member, title } = invitation;
    const request = requestOf(host, { office, member, title, key, recipient });
    await refuseDevice(host, request);
    if (await store.credential(passkey.id)) refuse("api.passkey_refused", {});
    await take(host, secret);
    const { process } = registry;
    const isKept = await store.putCredential({ ...passkey, process, office, member, createdAt: now() });
    if (!isKept) refuse("api.passkey_refused", {});
    await store.putSeatRequest(request);
    const seated = isSeated(host, { office, member });
    return { json: { office, member, seated }, token: await sessions.start(office, member, token) };
  },

  async startAssertion(host, { address }) {
    refuseBusy(host.limits.signIns, address, host.now());
    return requestOptions(host);
  },

  async finishAssertion(host, { body, address, token }) {
    refuseBusy(host.limits.signIns, address, host.now());
    const { office: held, member } = await verifyAssertion(host, body.response);
    if (member === undefined) throw new Error("A passkey was kept that is no member's.");
    const office = officeName.parse(held);
    const seated = isSeated(host, { office, member });
    return { json: { office, member, seated }, token: await host.sessions.start(office, member, token) };
  },

  async listPasskeys({ registry, store }, { session }) {
    const { office, member } = memberOf(session);
    const passkeys = await store.credentialsOf(registry.process, office, member);
    return {
      passkeys: passkeys.map(({ id, createdAt, lastUsedAt, transports }) => ({
        id,
        createdAt: new Date(createdAt).toISOString(),
        lastUsedAt: lastUsedAt === undefined ? null : new Date(lastUsedAt).toISOString(),
        transports: [...transports],
      })),
    };
  },

  async removePasskey({ registry, store }, { session, params: { id } }) {
    const { office, member } = memberOf(session);
    const own = await store.credentialsOf(registry.process, office, member);
    if (!own.some((one) => one.id === id)) return refuse("api.not_found", {});
    await store.dropCredential(id);
    return { id };
  },

  async endOtherSessions({ sessions }, { session, token }) {
    memberOf(session);
    return { ended: token === undefined ? 0 : await sessions.endOthers(token) };
  },
};
