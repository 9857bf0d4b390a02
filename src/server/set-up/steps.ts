import type { SetUpDraft } from "#api";
import { ProblemError, problem, refuse } from "#base";
import { admissibleKey, fromBase64, parseVerifierKey, toBase64, verifySignature } from "#ledger";
import { opensLot } from "#replica";
import { foundingBytes, type Ready } from "./founding.ts";
import { type Joined, type PerRole, type Role, roles, type SetUpState, stageOf, withHead } from "./state.ts";

/** What a new text to sign needs besides the state: the log's public key, an act's id, and the time in epoch ms. */
export type Setting = { readonly logKey: Uint8Array; readonly id: string; readonly at: number };

/** The keys that a head brings when he joins. */
export type Joining = {
  readonly head: string;
  readonly witness?: string | undefined;
  readonly commitment: string;
};

/** The host writes the draft; the text to sign follows it. Refused once anybody has signed. */
export function writeDraft(state: SetUpState, role: Role, draft: SetUpDraft, setting: Setting): SetUpState {
  refuseOthers(state, role);
  if (roles.some((one) => state.heads[one].joined?.signature)) refuse("set_up.signed", {});
  const given = draft.heads.map((one) => one.head);
  for (const key of given) refuseInadmissible(key);
  const taken = [...keysOf(state), toBase64(setting.logKey)];
  const twice = given.find((key, i) => taken.includes(key) || given.indexOf(key) !== i);
  if (twice !== undefined) refuse("set_up.key_taken", { key: twice });
  return withText({ ...state, draft }, setting);
}

/** The host makes links for the parties' heads: a later one of a role takes the place of the one before. */
export function inviteHeads(state: SetUpState, role: Role, hashes: ReadonlyMap<Role, string>): SetUpState {
  refuseOthers(state, role);
  if (state.draft === null)
    refuse("set_up.too_early", { reason: "Write the draft before you invite the heads." });
  let next = state;
  for (const [invited, secretHash] of hashes) {
    if (state.heads[invited].joined) refuse("set_up.joined", { role: invited });
    next = withHead(next, invited, { secretHash });
  }
  return next;
}

/** A head joins once, with keys that nobody else has; to join again with the same changes nothing. */
export function joinHead(state: SetUpState, role: Role, joining: Joining, setting: Setting): SetUpState {
  const { head, witness = null, commitment } = joining;
  const before = state.heads[role].joined;
  if (before?.head === head && before.commitment === commitment && before.witness === witness) return state;
  if (before) refuse("set_up.joined", { role });
  refuseFounded(state);
  refuseInadmissible(head);
  const cosigner = witness === null ? undefined : witnessKeyOf(witness);
  const others = state.draft?.heads.map((one) => one.head) ?? [];
  const taken = [...keysOf(state), ...others, toBase64(setting.logKey)];
  const twice =
    [head, ...(cosigner ? [cosigner.key] : [])].find(
      (key, i, own) => taken.includes(key) || own.indexOf(key) !== i,
    ) ?? (cosigner && namesOf(state).includes(cosigner.name) ? cosigner.name : undefined);
  if (twice !== undefined) refuse("set_up.key_taken", { key: twice });
  return withHead(state, role, { joined: { head, witness, commitment, nonce: null, signature: null } });
}

/** A head shows the nonce that he committed himself to; with the third, the lot is drawn and the text stands. */
export function revealNonce(state: SetUpState, role: Role, nonce: string, setting: Setting): SetUpState {
  const { joined } = state.heads[role];
  if (stageOf(state) === "joining" || !joined)
    return refuse("set_up.too_early", { reason: "The lot is drawn once all three heads have joined." });
  if (!opensLot(joined.commitment, { head: joined.head, nonce })) refuse("set_up.nonce_differs", {});
  if (joined.nonce !== null) return state;
  return withText(withHead(state, role, { joined: { ...joined, nonce } }), setting);
}

/** A head signs the text as it stands, with the key with which he joined. */
export function signText(state: SetUpState, role: Role, signature: string): SetUpState {
  const { joined } = state.heads[role];
  if (state.founding === null || !joined)
    return refuse("set_up.too_early", {
      reason: "There is no text to sign before all three have drawn the lot.",
    });
  const holds = verifySignature(bytesOf(joined.head), bytesOf(state.founding), bytesOf(signature));
  if (!holds) refuse("set_up.signature_refused", {});
  if (joined.signature !== null) return state;
  return withHead(state, role, { joined: { ...joined, signature } });
}

/**
 * The host takes back all signatures; or has all three join anew, where a key is lost. The text gets another id, so
 * that no signature of before fits it.
 */
export function reopen(
  state: SetUpState,
  role: Role,
  again: "signing" | "joining",
  setting: Setting,
): SetUpState {
  refuseOthers(state, role);
  if (again === "signing") return withText(state, setting);
  let next: SetUpState = { ...state, founding: null, draws: state.draws + 1 };
  for (const one of roles) next = withHead(next, one, { joined: null });
  return next;
}

// The text to sign, once there is all that it needs. It is new: nobody has signed it.
function withText(state: SetUpState, { logKey, id, at }: Setting): SetUpState {
  const { draft } = state;
  const ready = readyHeads(state);
  if (!draft || !ready) return state;
  let next: SetUpState = {
    ...state,
    founding: toBase64(foundingBytes({ draft, heads: ready, logKey, id, at })),
  };
  for (const role of roles) {
    const { joined } = next.heads[role];
    if (joined) next = withHead(next, role, { joined: { ...joined, signature: null } });
  }
  return next;
}

function readyHeads({ heads }: SetUpState): PerRole<Ready> | undefined {
  const [host, a, b] = roles.map((role) => readyOf(heads[role].joined));
  return host && a && b ? { host, "party-a": a, "party-b": b } : undefined;
}

function readyOf(joined: Joined | null): Ready | undefined {
  return joined && joined.nonce !== null ? { ...joined, nonce: joined.nonce } : undefined;
}

function refuseOthers(state: SetUpState, role: Role): void {
  if (role !== "host") refuse("set_up.hosts_alone", { role });
  refuseFounded(state);
}

function refuseFounded({ foundedAt }: SetUpState): void {
  if (foundedAt !== null) refuse("set_up.founded", {});
}

function refuseInadmissible(key: string): void {
  if (!admissibleKey(bytesOf(key))) refuse("ledger.key_inadmissible", { name: key });
}

// Keys of those who have joined: a key has one use.
function keysOf({ heads }: SetUpState): readonly string[] {
  return roles.flatMap((role) => {
    const { joined } = heads[role];
    return joined
      ? [joined.head, ...(joined.witness === null ? [] : [witnessKeyOf(joined.witness).key])]
      : [];
  });
}

function namesOf({ heads }: SetUpState): readonly string[] {
  return roles.flatMap((role) => {
    const witness = heads[role].joined?.witness ?? null;
    return witness === null ? [] : [witnessKeyOf(witness).name];
  });
}

function witnessKeyOf(text: string): { readonly name: string; readonly key: string } {
  const { kind, name, publicKey } = parseVerifierKey(text);
  if (kind !== "cosignature")
    throw new ProblemError(
      problem("ledger.key_malformed", { reason: "A witness's key is one that cosigns." }),
    );
  return { name, key: toBase64(publicKey) };
}

function bytesOf(text: string): Uint8Array {
  return fromBase64(text) ?? new Uint8Array(); // what is no base64 is no key and no signature
}
