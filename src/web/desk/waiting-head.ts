import { fromBase64, fromHex, importDeviceKey, signerOf, toBase64 } from "#ledger";
import { type Act, headAt, refuseAct, refuseAuthority } from "#record";
import { composeAct, type Device, type Draft, fingerprintOf, signActWith } from "#replica";
import type { Action } from "./action.ts";
import type { Desk } from "./desk.ts";
import { deviceFor, keepDevice } from "./devices.ts";
import { seedInText } from "./head-key-file.ts";
import { isWaitingHead, type Session } from "./session.ts";
import type { OwnSeat } from "./set-up-model.ts";

/**
 * A head who has signed in before his office has any seat: his copy is the public's, and yet he can sign one thing,
 * the seat of his own device. Undefined for everybody else.
 */
function waitingHead(session: Session): WaitingHead | undefined {
  const { known, waiting } = session;
  if (waiting === undefined || known.member === undefined || !isWaitingHead(session)) return undefined;
  return { session, device: waiting, member: known.member };
}
type WaitingHead = { readonly session: Session; readonly device: Device; readonly member: string };

/** What this head may certify for himself. */
const ownSeat: Action<undefined, OwnSeat | undefined> = async ({ session }) => {
  const head = session && waitingHead(session);
  if (!head) return undefined;
  const { member, device } = head;
  const { office, publicKey: key, recipient } = device;
  const bytes = fromBase64(key) ?? new Uint8Array();
  return { office, member, key, recipient, fingerprint: fingerprintOf(bytes) };
};

/** Composes the grant of a waiting head's own seat; undefined where the desk's own copy is to compose. */
export async function composeAsHead(
  { session }: Desk,
  draft: Draft,
): Promise<ReturnType<Session["replica"]["compose"]> | undefined> {
  const head = session && draft.kind === "seat.granted" ? waitingHead(session) : undefined;
  if (!head) return undefined;
  const { device, member } = head;
  const { replica } = head.session;
  const ground = replica.state;
  const { size, root } = replica.head("process");
  const author = { process: replica.process, office: device.office, member };
  const composed = composeAct(draft, author, { size, root: fromHex(root) ?? new Uint8Array() });
  if ("problem" in composed) return composed;
  const { act } = composed;
  const problem =
    refuseAuthority(ground.people, act, [device.headPublicKey ?? ""], size) ??
    refuseAct(ground, act, Date.now());
  return { act, problem, ground };
}

/** Signs and sends what composeAsHead has made; false where the desk's own copy is to say it. */
export async function sayAsHead(desk: Desk, act: Act): Promise<boolean> {
  const { session, client } = desk;
  const head = session && act.by.office !== session.replica.office ? waitingHead(session) : undefined;
  if (!head?.device.headKey) return false;
  const { act: bytes, signatures } = await signActWith(act, [await signerOf(head.device.headKey)]);
  await client.call("postAct", { body: { act: toBase64(bytes), signatures: [...signatures] } });
  await desk.reopen(); // from now on the host answers this office
  return true;
}

/** Gives this browser's device the key of its office's head, from the file that he keeps; false where it is no such file. */
const bringHeadToDevice: Action<string, boolean> = async (desk, text) => {
  const { session } = desk;
  const office = session?.known.waitsFor ?? session?.known.office;
  const seed = office && seedInText(office, text);
  if (!session || !office || !seed) return false;
  const headKey = await importDeviceKey(seed);
  const headPublicKey = toBase64((await signerOf(headKey)).publicKey);
  const { replica, known } = session;
  if (headAt(replica.state.people, office, replica.head("process").size) !== headPublicKey) return false;
  const kept = await deviceFor(known.process, office);
  const device = { ...kept, member: known.member ?? kept.member, headKey, headPublicKey };
  if (replica.office === office) await replica.setDevice(device);
  else {
    await keepDevice(known.process, device);
    desk.waitWith(device);
  }
  return true;
};

export const headActions = { ownSeat, bringHeadToDevice } as const;
