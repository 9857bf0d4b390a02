import { type Problem, ProblemError, problem } from "#base";
import { randomBytes, type Signer, type SigningKey, sign, signerFromKey, toBase64 } from "#ledger";
import {
  type Act,
  canonicalBytes,
  checkAct,
  type Office,
  type Room,
  type Signature,
  type State,
} from "#record";
import { sealedFilesIn } from "./blobs.ts";
import { sealPaper } from "./paper.ts";
import { readersOf } from "./readers.ts";

/** An act on its way in: its exact bytes and detached signatures. */
export type Envelope = { readonly act: Uint8Array; readonly signatures: readonly Signature[] };

/** What a person writes; the rest of the act follows from who he is and what he has in front of him. */
export type Draft = {
  readonly room: Room;
  readonly kind: string;
  readonly payload: unknown;
  readonly capacity: string;
  /** ISO 8601 with offset. */
  readonly saidAt: string;
  readonly happenedAt?: unknown;
  readonly refs?: unknown;
  /** Given where an act must be the same when it is made again; else random. */
  readonly id?: string;
};

export type Author = { readonly process: string; readonly office: Office; readonly member: string };
/** The head of a room that the author has in front of him. */
export type Head = { readonly size: number; readonly root: Uint8Array };

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";

/** 16 bytes as an act id: base32 of RFC 4648 in lower case, without padding. */
export function actIdFrom(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text;
}

export function newActId(): string {
  return actIdFrom(randomBytes(16));
}

/** Makes the act that a draft becomes; refused where it does not fit its form. */
export function composeAct(
  draft: Draft,
  author: Author,
  head: Head,
): { readonly act: Act } | { readonly problem: Problem } {
  return checkAct({
    v: 1,
    id: draft.id ?? newActId(),
    process: author.process,
    room: draft.room,
    kind: draft.kind,
    by: { member: author.member, office: author.office, capacity: draft.capacity },
    saidAt: draft.saidAt,
    ...(draft.happenedAt === undefined ? {} : { happenedAt: draft.happenedAt }),
    refs: draft.refs ?? [],
    seen: { size: head.size, root: toBase64(head.root) },
    payload: draft.payload,
  });
}

/** Signs an act over its canonical bytes with each of the keys. */
export function signAct(act: Act, keys: readonly SigningKey[]): Envelope {
  const bytes = canonicalBytes(act);
  const signatures = keys.map((key) => ({
    key: toBase64(key.publicKey),
    signature: toBase64(sign(key, bytes)),
  }));
  return { act: bytes, signatures };
}

/** The same where the keys' secrets may be out of reach. */
export async function signActWith(act: Act, signers: readonly Signer[]): Promise<Envelope> {
  const bytes = canonicalBytes(act);
  const signatures: Signature[] = [];
  for (const signer of signers)
    signatures.push({ key: toBase64(signer.publicKey), signature: toBase64(await signer.sign(bytes)) });
  return { act: bytes, signatures };
}

/** Seals an act to the readers of its room; what travels and is kept in clear is only who and when. */
export async function sealAct(act: Act, state: State, key: SigningKey | Signer): Promise<Envelope> {
  const recipients = readersOf(state, act.room);
  if (recipients.length === 0) throw new ProblemError(problem("paper.no_readers", { room: act.room }));
  const { v, process, room, by, saidAt, seen } = act;
  const sealed = await sealPaper(canonicalBytes(act), { process, room }, key, recipients);
  const attachments = sealedFilesIn(act.payload).map((digest) => ({ digest }));
  const carrier = checkAct({
    v,
    id: newActId(),
    process,
    room,
    kind: "paper.sealed",
    by,
    saidAt,
    refs: [],
    seen,
    sealed: attachments.length === 0 ? sealed : { ...sealed, attachments },
  });
  if ("problem" in carrier) throw new ProblemError(carrier.problem);
  return signActWith(carrier.act, [signerFromKey(key)]);
}
