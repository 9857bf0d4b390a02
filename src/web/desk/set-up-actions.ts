import { type Client, RefusedByServer, type SetUpDraft, type SetUpView } from "#api";
import { ProblemError, problem } from "#base";
import { fromBase64, importDeviceKey, randomBytes, signerOf, toBase64 } from "#ledger";
import { fingerprintOf, lotCommitment } from "#replica";
import type { Action } from "./action.ts";
import type { Desk } from "./desk.ts";
import { deviceFor, keepDevice } from "./devices.ts";
import { foundingText } from "./founding-text.ts";
import { headKeyText, seedInText } from "./head-key-file.ts";
import {
  forgetSecret,
  type HeldHead,
  heldHead,
  holdHead,
  letGoOfHead,
  rememberedSecret,
  rememberSecret,
} from "./held-head.ts";
import type { FoundingText, OwnKey, SetUpModel, SetUpRole } from "./set-up-model.ts";

/**
 * Opens the set-up: with the secret of a link, or with the one of before. Undefined where this browser has none. A
 * link that is refused takes no other's place.
 */
const openSetUp: Action<string | undefined, SetUpModel | undefined> = async (desk, secret) => {
  if (secret === undefined) return readSetUp(desk, undefined, idle);
  try {
    const view = await desk.client.call("readSetUp", { body: { secret } });
    await rememberSecret(secret);
    return modelOf(desk, secret, view);
  } catch (error) {
    if (!(error instanceof RefusedByServer)) await rememberSecret(secret);
    throw error;
  }
};

const readSetUp: Action<undefined, SetUpModel | undefined> = async (desk) => {
  const secret = await rememberedSecret();
  if (secret === undefined) return undefined;
  return modelOf(desk, secret, await desk.client.call("readSetUp", { body: { secret } }));
};

const writeSetUp: Action<SetUpDraft, SetUpModel> = (desk, draft) =>
  step(desk, (client, secret) => client.call("writeSetUp", { body: { secret, draft } }));

type Party = Exclude<SetUpRole, "host">;
type Links = readonly { readonly role: Party; readonly link: string }[];

/** The links of parties' heads; the host can hand them over, and nobody is shown them again. */
const inviteHeads: Action<readonly Party[], Links> = async ({ client }, roles) => {
  const secret = await secretOf();
  const { invitations } = await client.call("inviteHeads", { body: { secret, roles: [...roles] } });
  return invitations.map((one) => ({ role: one.role, link: `${client.base}/#set-up=${one.secret}` }));
};

/** A new key for this head, kept by the platform; its file is answered once, and then nothing here can read it. */
const makeHeadKey: Action<undefined, { readonly name: string; readonly text: string }> = async ({
  client,
}) => {
  const secret = await secretOf();
  const { role, draft } = await client.call("readSetUp", { body: { secret } });
  const seed = randomBytes(32);
  await holdSeed(secret, role, seed);
  const text = headKeyText(role, seed);
  seed.fill(0);
  return { name: `parley-${draft?.process ?? "process"}-${role}-head.key.json`, text };
};

/** Takes a head's key from its file; false where the file holds none of this office. */
const bringHeadKey: Action<string, boolean> = async ({ client }, text) => {
  const secret = await secretOf();
  const { role } = await client.call("readSetUp", { body: { secret } });
  const seed = seedInText(role, text);
  if (!seed) return false;
  await holdSeed(secret, role, seed);
  return true;
};

/** Gives this head's public key, and commits him to a nonce that he keeps to himself. */
const joinSetUp: Action<{ readonly witness: string | undefined }, SetUpModel> = (desk, { witness }) =>
  step(desk, async (client, secret) => {
    const { draws } = await client.call("readSetUp", { body: { secret } });
    const held = await needHead(secret);
    const lot = held.lot?.draw === draws ? held.lot : newLot(held, draws);
    await holdHead(secret, { ...held, lot }); // before it is given: without it the lot cannot be drawn
    const body = { secret, head: held.publicKey, commitment: lot.commitment };
    return client.call("joinSetUp", { body: { ...body, ...(witness === undefined ? {} : { witness }) } });
  });

/** Shows this head's nonce, and keeps what the others had given until then. */
const revealNonce: Action<undefined, SetUpModel> = (desk) =>
  step(desk, async (client, secret) => {
    const view = await client.call("readSetUp", { body: { secret } });
    const held = await needHead(secret);
    const { host, "party-a": a, "party-b": b } = view.heads;
    if (!host.joined || !a.joined || !b.joined || !held.lot) throw tooEarly();
    const given = { host: host.joined, "party-a": a.joined, "party-b": b.joined };
    await holdHead(secret, { ...held, seen: { draw: view.draws, given } });
    return client.call("revealNonce", { body: { secret, nonce: held.lot.nonce } });
  });

/** The founding act as its bytes say it, and what this browser has compared. */
const readFounding: Action<undefined, FoundingText> = async ({ client, t }) => {
  const secret = await secretOf();
  const view = await client.call("readSetUp", { body: { secret } });
  const { act } = await client.call("readFounding", { body: { secret } });
  return foundingText(t, bytesOf(act), view, await heldHead(secret));
};

/** Signs the text of this fingerprint, which its head has read, and no other. The third signature founds the process. */
const signFounding: Action<string, SetUpModel> = (desk, fingerprint) =>
  step(desk, async (client, secret) => {
    const view = await client.call("readSetUp", { body: { secret } });
    const held = await needHead(secret);
    const bytes = bytesOf((await client.call("readFounding", { body: { secret } })).act);
    const text = foundingText(desk.t, bytes, view, held);
    const isRead = text.fingerprint === fingerprint && text.checks.every(({ holds }) => holds);
    if (!isRead) throw new ProblemError(problem("set_up.signature_refused", {}));
    const signer = await signerOf(held.key);
    const signature = toBase64(await signer.sign(bytes));
    return client.call("signFounding", { body: { secret, signature } });
  });

const reopenSetUp: Action<"signing" | "joining", SetUpModel> = (desk, again) =>
  step(desk, (client, secret) => client.call("reopenSetUp", { body: { secret, again } }));

/** The secret of the invitation to one's own office; this browser's device there is given the head's key. */
const receiveInvitation: Action<undefined, string> = async ({ client }) => {
  const secret = await secretOf();
  const { heads } = await client.call("readSetUp", { body: { secret } });
  const held = await heldHead(secret);
  const { process, office, member, invitation } = await client.call("receiveInvitation", {
    body: { secret },
  });
  if (held && heads[office].joined?.head === held.publicKey) {
    const device = await deviceFor(process, office);
    const head = { headKey: held.key, headPublicKey: held.publicKey };
    await keepDevice(process, { ...device, member, ...head });
  }
  return invitation;
};

/** The head has his passkey: the link is used up, and his key is with his device. */
const endSetUp: Action<undefined, void> = async () => {
  const secret = await rememberedSecret();
  if (secret === undefined) return;
  await letGoOfHead(secret);
  await forgetSecret();
};

async function step(
  desk: Desk,
  take: (client: Client, secret: string) => Promise<SetUpView>,
): Promise<SetUpModel> {
  const secret = await secretOf();
  return modelOf(desk, secret, await take(desk.client, secret));
}

// With the founding the desk has a record to open.
async function modelOf(desk: Desk, secret: string, view: SetUpView): Promise<SetUpModel> {
  if (view.stage === "founded" && !desk.session) await desk.reopen();
  return { ...view, own: ownKey(view, await heldHead(secret)) };
}

function ownKey({ role, heads, draws }: SetUpView, held: HeldHead | undefined): OwnKey {
  const { joined } = heads[role];
  if (!joined && !held) return { kind: "none" };
  if (!held || (joined && joined.head !== held.publicKey)) return { kind: "elsewhere" };
  const fingerprint = fingerprintOf(bytesOf(held.publicKey));
  if (!joined) return { kind: "made", fingerprint };
  const hasNonce = held.lot?.draw === draws && held.lot.commitment === joined.commitment;
  return { kind: "joined", fingerprint, hasNonce };
}

async function holdSeed(secret: string, role: SetUpRole, seed: Uint8Array): Promise<void> {
  const key = await importDeviceKey(seed);
  const { publicKey } = await signerOf(key);
  const before = await heldHead(secret);
  const own = toBase64(publicKey);
  const isSame = before?.publicKey === own; // the part in the lot stays with its key
  await holdHead(secret, { ...(isSame ? before : {}), role, key, publicKey: own });
}

function newLot({ publicKey }: HeldHead, draw: number): NonNullable<HeldHead["lot"]> {
  const nonce = toBase64(randomBytes(32));
  return { draw, nonce, commitment: lotCommitment({ head: publicKey, nonce }) };
}

async function secretOf(): Promise<string> {
  const secret = await rememberedSecret();
  if (secret === undefined) throw new ProblemError(problem("set_up.refused", {}));
  return secret;
}

async function needHead(secret: string): Promise<HeldHead> {
  const held = await heldHead(secret);
  if (!held) throw new Error("This browser holds no key of this head; the page offers no such step.");
  return held;
}

function tooEarly(): ProblemError {
  return new ProblemError(
    problem("set_up.too_early", { reason: "The lot is drawn once all three heads have joined." }),
  );
}

function bytesOf(text: string): Uint8Array {
  return fromBase64(text) ?? new Uint8Array(); // the form of the answer has been checked
}

const idle = { signal: new AbortController().signal, onProgress: () => {} };

export const setUpActions = {
  openSetUp,
  readSetUp,
  writeSetUp,
  inviteHeads,
  makeHeadKey,
  bringHeadKey,
  joinSetUp,
  revealNonce,
  readFounding,
  signFounding,
  reopenSetUp,
  receiveInvitation,
  endSetUp,
} as const;
