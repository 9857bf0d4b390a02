import type { Act } from "./kinds.ts";

/** An Ed25519 signature over the act's exact bytes, with the public key that made it; both in base64. */
export type Signature = { readonly key: string; readonly signature: string };

/**
 * What stands in a room's log: the act's exact bytes with their signatures, and what the host adds
 * on admission. The whole is the leaf, so that two readers cannot be told different times or places.
 *
 *     parley-entry/v1
 *     received 2026-11-22T13:00:00.123Z
 *     roster 12
 *     signature <key> <signature>
 *
 *     {"by":…}
 */
export type EntryHead = {
  /** Epoch ms, the host's clock, never earlier than the entry before it in the room. */
  readonly receivedAt: number;
  /** Size of the process room's log on admission: the seats in that prefix are the ones that count. */
  readonly roster: number;
  readonly signatures: readonly Signature[];
};

/** An admitted act with its place in the log. */
export type Entry<A = Act> = {
  readonly seq: number;
  readonly receivedAt: number;
  readonly roster: number;
  readonly act: A;
};

const magic = "parley-entry/v1";
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A leaf is at most 65,535 bytes: tile bundles carry uint16 lengths (C2SP tlog-tiles). */
export const maxEntryBytes = 65_535;

export function encodeEntry(head: EntryHead, actBytes: Uint8Array): Uint8Array {
  let text = `${magic}\nreceived ${new Date(head.receivedAt).toISOString()}\nroster ${head.roster}\n`;
  for (const { key, signature } of head.signatures) text += `signature ${key} ${signature}\n`;
  const prefix = encoder.encode(`${text}\n`);
  const bytes = new Uint8Array(prefix.length + actBytes.length);
  bytes.set(prefix);
  bytes.set(actBytes, prefix.length);
  return bytes;
}

/** The head and the act's exact bytes, or undefined where the bytes are no entry. Only one encoding is accepted. */
export function decodeEntry(bytes: Uint8Array): { head: EntryHead; actBytes: Uint8Array } | undefined {
  const end = endOfHead(bytes);
  if (end === undefined) return undefined;
  let text: string;
  try {
    text = decoder.decode(bytes.subarray(0, end));
  } catch {
    return undefined; // not UTF-8: no entry
  }
  const [first, received, roster, ...rest] = text.split("\n");
  if (first !== magic || !received?.startsWith("received ") || !roster?.startsWith("roster "))
    return undefined;
  const receivedText = received.slice(9);
  const receivedAt = Date.parse(receivedText);
  // the one spelling that there is: what is written back is what was read
  if (Number.isNaN(receivedAt) || new Date(receivedAt).toISOString() !== receivedText) return undefined;
  if (!/^(0|[1-9]\d{0,14})$/.test(roster.slice(7))) return undefined;
  const signatures: Signature[] = [];
  for (const written of rest) {
    const found = /^signature ([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=) ([A-Za-z0-9+/]{85}[AQgw]==)$/.exec(
      written,
    );
    if (!found?.[1] || !found[2]) return undefined;
    signatures.push({ key: found[1], signature: found[2] });
  }
  const head = { receivedAt, roster: Number(roster.slice(7)), signatures };
  return { head, actBytes: bytes.subarray(end + 2) };
}

// The head ends at the first blank line.
function endOfHead(bytes: Uint8Array): number | undefined {
  for (let i = bytes.indexOf(10); i !== -1; i = bytes.indexOf(10, i + 1)) if (bytes[i + 1] === 10) return i;
  return undefined;
}
