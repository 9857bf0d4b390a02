import { refuse } from "#base";
import { randomBytes, toHex } from "#ledger";
import { type Office, office as officeName, processOf } from "#record";
import type { Invitation, Store } from "#store";
import { newSecret, secretHash } from "../set-up/secret.ts";
import { refuseBusy } from "./guard.ts";
import type { Handlers, Host } from "./host.ts";

/** Long enough to be handed over in person, on either side of a front. */
const invitationMs = 72 * 3_600_000;

/** An invitation that is open, with its office. */
export type Open = Invitation & { readonly office: Office; readonly member: string };

export const invitationHandlers: Pick<
  Handlers,
  "createInvitation" | "listInvitations" | "withdrawInvitation" | "lookAtInvitation"
> = {
  async createInvitation({ registry, store, limits, now }, { office, body, token }) {
    refuseBusy(limits.acts, token ?? "", now());
    const { secret, hash } = newSecret();
    const member = `${office}-${toHex(randomBytes(8))}`;
    const expiresAt = now() + invitationMs;
    const { title } = body;
    await store.putInvitation({
      process: registry.process,
      office,
      member,
      title,
      tokenHash: hash,
      expiresAt,
    });
    return { secret, member, expiresAt: new Date(expiresAt).toISOString() };
  },

  async listInvitations({ registry, store, now }, { office }) {
    const open = await store.invitationsOf(registry.process, office, now());
    return {
      invitations: open.flatMap(({ member, title, expiresAt }) =>
        member === undefined ? [] : [{ member, title, expiresAt: new Date(expiresAt).toISOString() }],
      ),
    };
  },

  async withdrawInvitation({ registry, store }, { office, params: { member } }) {
    const withdrawn = await store.dropInvitationsOf(registry.process, office, member);
    return withdrawn > 0 ? { member } : refuse("api.not_found", {});
  },

  async lookAtInvitation(host, { body, address }) {
    refuseBusy(host.limits.signIns, address, host.now());
    const { office, title, expiresAt } = await lookAt(host, body.secret);
    const founding = processOf(host.registry.state("public"));
    if (!founding) return refuse("api.invitation_refused", {});
    return { process: founding.title, office, title, expiresAt: new Date(expiresAt).toISOString() };
  },
};

/** The invitation of a secret, which stays; unknown, used, withdrawn and expired are refused in the same words. */
export async function lookAt({ registry, store, now }: Host, secret: string): Promise<Open> {
  return openOne(registry.process, await store.invitation(secretHash(secret), now()));
}

/** The same, and takes it: of all who ask, one is answered. */
export async function take({ registry, store, now }: Host, secret: string): Promise<Open> {
  return openOne(registry.process, await store.takeInvitation(secretHash(secret), now()));
}

function openOne(process: string, found: Awaited<ReturnType<Store["invitation"]>>): Open {
  if (found?.process !== process || found.member === undefined) return refuse("api.invitation_refused", {});
  return { ...found, office: officeName.parse(found.office), member: found.member };
}
