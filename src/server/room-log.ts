import { formatCheckpoint, formatReceipt, type NoteSigner, signNote, Tree } from "#ledger";
import type { Entry, Room } from "#record";

/**
 * One room's log as the registry holds it in memory: entries, tree and ids. What stands beyond the synced head may
 * still be taken back.
 */
export class RoomLog {
  readonly room: Room;
  readonly name: string;
  readonly #signer: NoteSigner;
  readonly tree = new Tree();
  readonly ids = new Map<string, number>();
  readonly entries: Entry[] = [];
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

  /** Epoch ms; 0 where nothing has been received. */
  get lastReceivedAt(): number {
    return this.entries.at(-1)?.receivedAt ?? 0;
  }

  add(entry: Entry, leaf: Uint8Array): void {
    this.ids.set(entry.act.id, this.tree.append(leaf));
    this.entries.push(entry);
  }

  /** How much of it nobody can lose any more. */
  get syncedSize(): number {
    return this.#synced;
  }

  /** All that has been added stands in the store. */
  markSynced(): void {
    this.#synced = this.size;
  }

  /** Takes back what does not stand in the store. */
  rollBack(): void {
    for (const { act } of this.entries.splice(this.#synced)) this.ids.delete(act.id);
    this.tree.truncate(this.#synced);
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
