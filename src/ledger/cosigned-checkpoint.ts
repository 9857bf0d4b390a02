import { refuse } from "#base";
import { type Checkpoint, parseCheckpoint } from "./checkpoint.ts";
import type { CosignatureVerifier, NoteVerifier } from "./note-key.ts";
import { openNote } from "./opened-note.ts";

/** Whose checkpoints are read, and whose cosignatures count. */
export type Trust = {
  /** The log's key; its name is the origin of the log. */
  readonly log: NoteVerifier;
  readonly witnesses?: readonly CosignatureVerifier[];
};

export type CosignedCheckpoint = {
  readonly checkpoint: Checkpoint;
  /** One for each of the given witnesses that has cosigned, in the order of the note. */
  readonly cosignatures: readonly { readonly witness: string; readonly epochMs: number }[];
};

/** Reads a checkpoint that the log has signed, and which of the given witnesses have cosigned it, and when. */
export function openCheckpoint(note: Uint8Array, { log, witnesses = [] }: Trust): CosignedCheckpoint {
  const { text, verified } = openNote(note, [log, ...witnesses]);
  if (!verified.some(({ kind }) => kind === "note")) refuse("ledger.note_unsigned", { known: [log.name] });
  const checkpoint = parseCheckpoint(text);
  if (checkpoint.origin !== log.name) {
    refuse("ledger.checkpoint_origin", { expected: log.name, found: checkpoint.origin });
  }
  const cosignatures = verified.flatMap((signature) =>
    signature.kind === "cosignature" ? [{ witness: signature.name, epochMs: signature.epochMs }] : [],
  );
  return { checkpoint, cosignatures };
}
