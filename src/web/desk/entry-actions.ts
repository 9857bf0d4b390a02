import type { z } from "zod";
import type { contract } from "#api";
import type { Action } from "./action.ts";
import { deviceFor, keepDevice } from "./devices.ts";

type Contract = typeof contract;
type Answer<N extends keyof Contract> = Contract[N] extends { answer: infer A extends z.ZodType }
  ? z.output<A>
  : never;
type Body<N extends keyof Contract> = Contract[N] extends { body: infer B extends z.ZodType }
  ? z.input<B>
  : never;

/** Signs in with a link of the demonstration; this browser's own key gets a seat. */
const signInToDemonstration: Action<{ readonly office: string; readonly secret: string }, void> = async (
  desk,
  { office, secret },
) => {
  const { client } = desk;
  const { process } = await client.call("readProcess");
  const device = await deviceFor(process, office);
  const body = { office: device.office, secret, key: device.publicKey, recipient: device.recipient };
  const { member } = await client.call("startDemonstrationSession", { body });
  await desk.close(); // the keep of this office may be the one that is open
  await keepDevice(process, { ...device, member: member ?? device.member });
  await desk.reopen();
};

const startPasskey: Action<undefined, Answer<"startAssertion">> = ({ client }) =>
  client.call("startAssertion");

/** Signs in with what the browser's authenticator answered; the host judges it. */
const finishPasskey: Action<Body<"finishAssertion">["response"], void> = async (desk, response) => {
  await desk.client.call("finishAssertion", { body: { response } });
  await desk.reopen();
};

const lookAtInvitation: Action<string, Answer<"lookAtInvitation">> = ({ client }, secret) =>
  client.call("lookAtInvitation", { body: { secret } });

const startRegistration: Action<string, Answer<"startRegistration">> = ({ client }, secret) =>
  client.call("startRegistration", { body: { secret } });

/** Takes the invitation: this browser makes keys of its own, and asks for a seat for them. */
const finishRegistration: Action<Omit<Body<"finishRegistration">, "key" | "recipient">, void> = async (
  desk,
  { secret, response },
) => {
  const { client } = desk;
  const { process } = await client.call("readProcess");
  const { office } = await client.call("lookAtInvitation", { body: { secret } });
  const device = await deviceFor(process, office);
  const body = { secret, response, key: device.publicKey, recipient: device.recipient };
  const { member } = await client.call("finishRegistration", { body });
  await desk.close();
  await keepDevice(process, { ...device, member });
  await desk.reopen();
};

const signOut: Action<undefined, void> = async (desk) => {
  await desk.client.call("endSession");
  await desk.reopen();
};

export const entryActions = {
  signInToDemonstration,
  startPasskey,
  finishPasskey,
  lookAtInvitation,
  startRegistration,
  finishRegistration,
  signOut,
} as const;
