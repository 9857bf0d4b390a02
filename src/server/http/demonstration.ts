import { refuse } from "#base";
import { type Office, seatedNow } from "#record";
import { isSecretOf, secretHash } from "../set-up/secret.ts";
import { refuseBusy } from "./guard.ts";
import type { Handlers, Host } from "./host.ts";

export const demonstrationHandlers: Pick<Handlers, "startDemonstrationSession"> = {
  async startDemonstrationSession(host, { body, address, token }) {
    const { demonstration, sessions, limits, now } = host;
    refuseBusy(limits.signIns, address, now());
    const { office, secret, key, recipient } = body;
    const expected = demonstration?.get(office);
    if (expected === undefined || !isSecretOf(secret, secretHash(expected)))
      return refuse("api.sign_in_refused", {});
    const member = key === undefined ? undefined : await memberWith(host, office, key, recipient);
    const json = { office, member: member ?? null };
    return { json, token: await sessions.start(office, member, token) };
  },
};

// The member whose seat a device key holds; one that holds none is certified by the demonstration itself.
async function memberWith(
  { registry, certify }: Host,
  office: Office,
  key: string,
  recipient: string | undefined,
): Promise<string> {
  const seated = () =>
    seatedNow(registry.state("public").people).find((seat) => seat.office === office && seat.key === key);
  const held = seated();
  if (held) return held.member;
  if (!certify) return refuse("api.sign_in_refused", {});
  try {
    return await certify(office, key, recipient);
  } catch (error) {
    const meanwhile = seated(); // two windows of one device came at the same moment
    if (meanwhile) return meanwhile.member;
    throw error;
  }
}
