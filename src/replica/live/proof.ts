import { formatReceipt, toHex } from "#ledger";
import type { Room } from "#record";
import { bytesOf } from "./chunk.ts";
import type { Copy } from "./copy.ts";

/** What shows, without the host, that an act stands in its log. */
export type ActProof = {
  readonly room: Room;
  readonly seq: number;
  /** The exact bytes of the entry. */
  readonly entry: Uint8Array;
  /** The hashes that lead from the entry to the root, in hex, its sibling first. */
  readonly path: readonly string[];
  /** The signed head, as a note. */
  readonly checkpoint: string;
  /** The `.tlog-proof` file (C2SP). */
  readonly receipt: string;
};

/** The proof of the entry at a place, under the newest head with cosignatures over it, or else the newest. */
export async function proofAt(copy: Copy, room: Room, seq: number): Promise<ActProof | undefined> {
  const { head, tree } = copy.held.room(room);
  const entry = await copy.entryAt(room, seq);
  if (!head || !entry) return undefined;
  const [cosigned] = head.cosigned.filter((one) => one.size > seq).toSorted((a, b) => b.size - a.size);
  const { size, note } = cosigned ?? { size: head.size, note: head.checkpoint };
  const proof = tree.inclusionProof(seq, size);
  const receipt = formatReceipt({ index: seq, proof, checkpoint: new TextEncoder().encode(note) });
  return {
    room,
    seq,
    entry: bytesOf(entry),
    path: proof.map(toHex),
    checkpoint: note,
    receipt: new TextDecoder().decode(receipt),
  };
}
