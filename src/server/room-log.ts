import { formatCheckpoint, formatReceipt, type NoteSigner, signNote, Tree } from "#ledger";
import type { Room } from "#record";

/** One room's log as the registry holds it in memory: tree, ids, and the time of the last receipt. */
export class RoomLog {
  readonly room: Room;
  readonly name: string;
  readonly #signer: NoteSigner;
  readonly tree = new Tree();
  readonly ids = new Map<string, number>();
  lastReceivedAt = 0;
  #synced = 0;

  constructor(room: Room, name: string, signer: NoteSigner) {
    this.room = room;
    this.name = name;
    this.#signer = signer;
  }

  get size(): number {
    return this.tree.size;
  }

  get origin(): string {
    return this.#signer.name;
  }

  add(id: string, leaf: Uint8Array, receivedAt: number): void {
    this.ids.set(id, this.tree.append(leaf));
    this.lastReceivedAt = receivedAt;
  }

  /** All that has been added stands in the store. */
  markSynced(): void {
    this.#synced = this.size;
  }

  /** What nobody can lose any more: the head that may be shown. */
  syncedHead(): { readonly size: number; readonly root: Uint8Array } {
    return { size: this.#synced, root: this.tree.root(this.#synced) };
  }

  /** The signed head of the log as it now stands. */
  checkpoint(): { readonly size: number; readonly root: Uint8Array; readonly note: Uint8Array } {
    const { size } = this;
    const root = this.tree.root();
    const text = formatCheckpoint({ origin: this.origin, size, root });
    return { size, root, note: signNote(text, [this.#signer]) };
  }

  /** The receipt (`.tlog-proof`) of an entry against a checkpoint of this log. */
  receipt(seq: number, checkpoint: { readonly size: number; readonly note: Uint8Array }): Uint8Array {
    const proof = this.tree.inclusionProof(seq, checkpoint.size);
    return formatReceipt({ index: seq, proof, checkpoint: checkpoint.note });
  }
}
