import { type Problem, problem } from "#base";
import {
  commitment,
  fromBase64,
  openSeal,
  opens,
  randomBytes,
  type Signer,
  type SigningKey,
  saltBytes,
  seal,
  sha256,
  signerFromKey,
  toBase64,
  toHex,
  verifySignature,
} from "#ledger";
import { type Act, type Entry, parseAct, refusedBy } from "#record";

const magic = "parley-paper/v1";
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/**
 * What is inside a sealed paper: an act of its own, signed by its author over the act and over the readers,
 * so that nobody can seal it on to others as if it had been meant for them. age itself names no sender.
 *
 *     parley-paper/v1
 *     to <SHA-256 of the recipients, in hex>
 *     salt <32 bytes>
 *     signature <key> <signature over the lines magic and to, and the act>
 *
 *     {"by":…}
 */
export async function sealPaper(
  actBytes: Uint8Array,
  context: { readonly process: string; readonly room: string },
  key: SigningKey | Signer,
  recipients: readonly string[],
): Promise<{ readonly file: string; readonly commitment: string }> {
  const to = recipientsDigest(recipients);
  const salt = randomBytes(saltBytes);
  const signature = await signerFromKey(key).sign(signedPart(to, actBytes));
  const head = `${magic}\nto ${to}\nsalt ${toBase64(salt)}\nsignature ${toBase64(key.publicKey)} ${toBase64(signature)}\n\n`;
  const file = await seal(joined(encoder.encode(head), actBytes), recipients);
  const committed = commitment(contextOf(context), salt, actBytes);
  return { file: toBase64(file), commitment: toBase64(committed) };
}

/**
 * Opens a sealed paper with a reader's identities, or with its own key. The paper must be by the author of the act that carries it,
 * for this room and for readers whose digest is one of `readers`, signed with the same key, fit the commitment,
 * and hold an act that may be said in this room; else it is a problem and nothing is read.
 */
export async function openPaper(
  outer: Entry<Act<"paper.sealed">>,
  signedBy: string,
  keys: readonly string[] | { readonly fileKey: Uint8Array },
  readers: ReadonlySet<string>,
): Promise<{ readonly entry: Entry } | { readonly problem: Problem }> {
  const { act } = outer;
  const damaged = (reason: string) => ({ problem: problem("paper.damaged", { id: act.id, reason }) });
  const file = act.sealed && fromBase64(act.sealed.file);
  if (!act.sealed || !file) return damaged("it carries no age file");
  const plaintext = await openSeal(file, keys);
  const parts = splitPaper(plaintext);
  if (!parts) return damaged("what is inside is not a paper");
  const { to, salt, key, signature, actBytes } = parts;
  const committed = fromBase64(act.sealed.commitment);
  if (!committed || !opens(committed, contextOf(act), salt, actBytes))
    return damaged("it does not fit its commitment");
  if (toBase64(key) !== signedBy)
    return damaged("it was signed with another key than the act that carries it");
  if (!verifySignature(key, signedPart(to, actBytes), signature))
    return damaged("its signature does not hold");
  if (!readers.has(to)) return damaged("it was sealed to others than the readers of the room");
  const parsed = parseAct(actBytes);
  if ("problem" in parsed) return parsed;
  const inner = parsed.act;
  const same =
    inner.process === act.process &&
    inner.room === act.room &&
    inner.by.office === act.by.office &&
    inner.by.member === act.by.member;
  if (!same) return damaged("the act inside is another author's or another room's");
  // what the host cannot read it cannot refuse: seats, for one, are granted in the process room alone
  const reason = refusedBy(inner.by.office, inner.kind, inner.room);
  if (reason || inner.kind === "paper.sealed")
    return damaged(`the act inside, "${inner.kind}", may not be said there`);
  return { entry: { seq: outer.seq, receivedAt: outer.receivedAt, roster: outer.roster, act: inner } };
}

/** The same readers in any order have the same digest. */
export function recipientsDigest(recipients: readonly string[]): string {
  return toHex(sha256(encoder.encode([...recipients].sort().join("\n"))));
}

function contextOf({ process, room }: { readonly process: string; readonly room: string }): string {
  return `${magic}/${process}/${room}`;
}

function signedPart(to: string, actBytes: Uint8Array): Uint8Array {
  return joined(encoder.encode(`${magic}\nto ${to}\n\n`), actBytes);
}

function splitPaper(plaintext: Uint8Array) {
  const end = plaintext.findIndex((byte, i) => byte === 10 && plaintext[i + 1] === 10);
  if (end === -1) return undefined;
  let head: string;
  try {
    head = decoder.decode(plaintext.subarray(0, end));
  } catch {
    return undefined; // not UTF-8: no paper
  }
  const found = /^parley-paper\/v1\nto ([0-9a-f]{64})\nsalt (\S{44})\nsignature (\S{44}) (\S{88})$/.exec(
    head,
  );
  const [, to, salt, key, signature] = found ?? [];
  const bytes = [salt, key, signature].map((text) => text && fromBase64(text));
  const [saltRead, keyRead, signatureRead] = bytes;
  if (!to || !saltRead || !keyRead || !signatureRead) return undefined;
  return { to, salt: saltRead, key: keyRead, signature: signatureRead, actBytes: plaintext.slice(end + 2) };
}

function joined(head: Uint8Array, rest: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(head.length + rest.length);
  bytes.set(head);
  bytes.set(rest, head.length);
  return bytes;
}
