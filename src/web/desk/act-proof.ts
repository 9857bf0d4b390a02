import { officeName, roomName } from "#i18n";
import {
  fromBase64,
  fromHex,
  leafHash,
  openCheckpoint,
  toHex,
  verifyInclusion,
  verifySignature,
} from "#ledger";
import { type ActId, headAt, type Office, partyOf, processOf, type State, seatAt } from "#record";
import { type ActProof, type ReadEntry, readEntry, roomVerifier, witnessesOf } from "#replica";
import { keyFingerprint } from "./fingerprint.ts";
import { byTurn } from "./process.ts";
import type { At } from "./query.ts";

/** A signature under an act, checked again here. */
export type SignedBy = {
  readonly fingerprint: string;
  readonly holds: boolean;
  /** Whose key it is: the head of an office, or the holder of a seat; undefined where the record knows no such key. */
  readonly held:
    | { readonly kind: "head"; readonly office: string }
    | {
        readonly kind: "seat";
        readonly office: string;
        readonly title: string;
        readonly member: string;
        readonly since: number;
      }
    | undefined;
};

/** What shows that an act stands in its log, and what a reader without this program can check himself. */
export type ProofModel = {
  readonly room: string;
  readonly seq: number;
  /** Entries under the signed head that the proof leads to. */
  readonly size: number;
  readonly leaf: string;
  readonly path: readonly string[];
  readonly root: string;
  /** The path leads from the leaf to the root that the host has signed. */
  readonly holds: boolean;
  readonly checkpoint: string;
  readonly witnesses: readonly string[];
  readonly signatures: readonly SignedBy[];
  /** The `.tlog-proof` file and its name. */
  readonly receipt: { readonly name: string; readonly text: string };
  /** What the host has added on receipt. */
  readonly head: string;
  /** The exact bytes that are signed: canonical JSON, or the paper in which the act was sealed. */
  readonly raw: string;
  readonly isPaper: boolean;
};

/** Proves an act again from the bytes held; undefined where it is not in a log. */
export async function proveAct(at: At, id: string): Promise<ProofModel | undefined> {
  const proof = await at.replica.proofOf(id as ActId); // any text is looked up
  const founding = processOf(at.state);
  if (!proof || !founding) return undefined;
  const read = readEntry(proof.seq, proof.entry);
  if ("problem" in read) throw new Error(`An entry that is held cannot be read: ${read.problem.detail}`);
  const { t, state, replica } = at;
  const witnesses = witnessesOf(founding);
  const { checkpoint, cosignatures } = openCheckpoint(new TextEncoder().encode(proof.checkpoint), {
    log: roomVerifier(founding, replica.process, proof.room),
    witnesses: witnesses.map((one) => one.verifier),
  });
  const cosigned = new Set(cosignatures.map((one) => one.witness));
  const cosigners = witnesses.filter((one) => cosigned.has(one.verifier.name)).map((one) => one.office);
  const leaf = leafHash(proof.entry);
  const path = proof.path.map((hash) => fromHex(hash) ?? new Uint8Array());
  return {
    room: roomName(t, state, proof.room),
    seq: proof.seq,
    size: checkpoint.size,
    leaf: toHex(leaf),
    path: proof.path,
    root: toHex(checkpoint.root),
    holds: verifyInclusion(leaf, proof.seq, checkpoint.size, path, checkpoint.root),
    checkpoint: proof.checkpoint,
    witnesses: byTurn(at, proof.seq, cosigners).map((one) => officeName(t, state, one)),
    signatures: read.head.signatures.map((one) => signedBy(at, read, one)),
    receipt: { name: `${read.entry.act.id}.tlog-proof`, text: proof.receipt },
    ...textsOf(proof, read),
  };
}

function textsOf({ entry }: ActProof, { actBytes, entry: { act } }: ReadEntry) {
  const decoder = new TextDecoder();
  return {
    head: decoder.decode(entry.subarray(0, entry.length - actBytes.length)).trimEnd(),
    raw: decoder.decode(actBytes),
    isPaper: act.kind === "paper.sealed",
  };
}

function signedBy(
  at: At,
  read: ReadEntry,
  { key, signature }: ReadEntry["head"]["signatures"][number],
): SignedBy {
  const [publicKey, bytes] = [fromBase64(key), fromBase64(signature)];
  return {
    fingerprint: keyFingerprint(key),
    holds: publicKey !== undefined && bytes !== undefined && verifySignature(publicKey, read.actBytes, bytes),
    held: holderOf(at, read, key),
  };
}

// By the seats at the place at which the act was admitted.
function holderOf({ t, state }: At, { entry, head }: ReadEntry, key: string): SignedBy["held"] {
  const { act } = entry;
  const office = headOfOffice(state, key, [act.by.office, "host", partyOf("a"), partyOf("b")], head.roster);
  if (office) return { kind: "head", office: officeName(t, state, office) };
  const found = seatAt(state.people, { key, member: act.by.member, office: act.by.office }, head.roster);
  if (!("seat" in found)) return undefined;
  const { title, member, from, office: seated } = found.seat;
  return { kind: "seat", office: officeName(t, state, seated), title, member, since: from };
}

// The founding act, and a head's first key, come into force with the act that they are in.
function headOfOffice(
  state: State,
  key: string,
  offices: readonly Office[],
  roster: number,
): Office | undefined {
  return offices.find(
    (office) =>
      headAt(state.people, office, roster) === key || headAt(state.people, office, roster + 1) === key,
  );
}
