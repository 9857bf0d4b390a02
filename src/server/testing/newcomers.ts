import { newSealIdentity, toBase64 } from "#ledger";
import type { Office } from "#record";
import { Authenticator, type Ceremony } from "./authenticator.ts";
import { defaultOrigin, type HttpHost } from "./http-host.ts";
import { keyFor } from "./signed-process.ts";
import { Visitor } from "./visitor.ts";

const { recipient } = await newSealIdentity();
let devices = 0;

/** A device that nobody has seen before. */
export function newDevice() {
  const name = `browser/${devices++}`;
  return { name, key: toBase64(keyFor(name).publicKey), recipient };
}

/** Somebody who reads as an office, by the demonstration's link and without a device. */
export async function seatedIn(host: HttpHost, office: Office): Promise<Visitor> {
  const visitor = new Visitor(host);
  await visitor.call("startDemonstrationSession", { body: { office, secret: `secret of ${office}` } });
  return visitor;
}

/** The secret of a new invitation into an office. */
export async function invitedTo(host: HttpHost, office: Office): Promise<string> {
  const body = { title: "Adviser" };
  return (await (await seatedIn(host, office)).call("createInvitation", { body })).secret;
}

/** Somebody who comes with an invitation; `changed` says what is wrong in what he sends. */
export async function registerWith(
  host: HttpHost,
  secret: string,
  authenticator: Authenticator,
  changed: Partial<Ceremony> = {},
) {
  const visitor = new Visitor(host);
  const { key, recipient } = newDevice();
  const options = await visitor.call("startRegistration", { body: { secret } });
  const body = { secret, response: authenticator.register(options, changed), key, recipient };
  return { visitor, body, refusal: await visitor.refusal("finishRegistration", { body }) };
}

/** Somebody who signs in with his passkey; likewise. */
export async function signInWith(
  host: HttpHost,
  authenticator: Authenticator,
  changed: Partial<Ceremony> = {},
) {
  const visitor = new Visitor(host);
  const options = await visitor.call("startAssertion");
  const body = { response: authenticator.assert(options, changed) };
  return { visitor, body, refusal: await visitor.words("finishAssertion", { body }) };
}

/** A member with a passkey, signed in, who has asked for a seat for his device. */
export async function newcomer(host: HttpHost, office: Office) {
  const authenticator = new Authenticator(defaultOrigin);
  const visitor = new Visitor(host);
  const secret = await invitedTo(host, office);
  const options = await visitor.call("startRegistration", { body: { secret } });
  const { name, key, recipient } = newDevice();
  const response = authenticator.register(options);
  const { member } = await visitor.call("finishRegistration", { body: { secret, response, key, recipient } });
  return { visitor, authenticator, member, key, device: keyFor(name) };
}
