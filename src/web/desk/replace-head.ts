import { ProblemError, problem } from "#base";
import { importDeviceKey, randomBytes, signerOf, toBase64 } from "#ledger";
import { type Act, refuseAct, refuseAuthority } from "#record";
import { signActWith } from "#replica";
import type { Action } from "./action.ts";
import type { Desk } from "./desk.ts";
import { headKeyText } from "./head-key-file.ts";
import { type Preview, previewOf } from "./preview.ts";

/** What a head reads before his key passes on, and the file of the new key: it is answered once. */
export type HeadReplacement = {
  readonly preview: Preview;
  readonly file: { readonly name: string; readonly text: string };
};

type Pending = { readonly act: Act; readonly headKey: CryptoKeyPair; readonly headPublicKey: string };
const pending = new WeakMap<Desk, Pending>();

/** Makes a new head's key and the act by which it takes the place of the old one; nothing is signed yet. */
const prepareHead: Action<{ readonly reason: string }, HeadReplacement> = async (desk, { reason }) => {
  const at = desk.at();
  const old = at?.replica.device?.headPublicKey;
  if (!at || !old) throw new ProblemError(problem("replica.no_key", { office: at?.office ?? "public" }));
  const { office, replica, state, now } = at;
  const seed = randomBytes(32);
  const headKey = await importDeviceKey(seed);
  const headPublicKey = toBase64((await signerOf(headKey)).publicKey);
  const text = headKeyText(office, seed);
  seed.fill(0);
  const payload = { office, head: headPublicKey, reason };
  const saidAt = new Date(now).toISOString();
  const composed = replica.compose({
    room: "process",
    kind: "head.replaced",
    payload,
    capacity: "head of office",
    saidAt,
  });
  if (!("act" in composed)) throw new ProblemError(composed.problem);
  const { act } = composed;
  const { size } = replica.head("process");
  const refused =
    refuseAuthority(state.people, act, [old, headPublicKey], size) ?? refuseAct(state, act, now);
  pending.set(desk, { act, headKey, headPublicKey });
  const name = `parley-${replica.process}-${office}-head-${headPublicKey.slice(0, 6).replaceAll(/[+/]/g, "_")}.key.json`;
  return { preview: previewOf(at, 0, act, refused), file: { name, text } };
};

/** Signs what was shown with both keys and sends it at once: from its place in the log on, only the new key counts. */
const replaceHead: Action<undefined, void> = async (desk) => {
  const prepared = pending.get(desk);
  const { device } = desk.replica();
  if (!prepared || !device?.headKey) throw new Error("What is to be signed has not been shown.");
  pending.delete(desk);
  const { act: draft, headKey, headPublicKey } = prepared;
  const signers = [await signerOf(device.headKey), await signerOf(headKey)];
  const { act, signatures } = await signActWith(draft, signers);
  await desk.client.call("postAct", { body: { act: toBase64(act), signatures: [...signatures] } });
  await desk.replica().setDevice({ ...device, headKey, headPublicKey });
};

export const replaceHeadActions = { prepareHead, replaceHead } as const;
