import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Problem, ProblemError, problem } from "#base";
import {
  leafHash,
  type NoteVerifier,
  newTiles,
  sameBytes,
  Tree,
  tileHashes,
  tilePath,
  verifyReceipt,
} from "#ledger";
import { exportFile, type RoomCopy, readEntry, readFounding, roomVerifier } from "#replica";
import type { ExportSource } from "./export.ts";

type FilesVerified = { receipts: number; tiles: number; readonly problems: Problem[] };

/**
 * The files of an export beside the entries: every hash tile against the tree, every receipt against the act whose
 * name it bears, one for each act of the office, and no room that the description leaves out.
 */
export async function verifyExportFiles(source: ExportSource): Promise<FilesVerified> {
  const result: FilesVerified = { receipts: 0, tiles: 0, problems: [] };
  try {
    const founding = await readFounding(source);
    if ("problem" in founding) return { ...result, problems: [founding.problem] };
    const copies = await source.rooms();
    for (const copy of copies) {
      const { tree, entries, own } = await readRoom(source, copy);
      await verifyTiles(source.path, copy, tree, result);
      const log = roomVerifier(founding.payload, source.process, copy.room);
      await verifyReceipts(join(source.path, "rooms", copy.room), { entries, own, log }, result);
    }
    const described = new Set<string>(copies.map((copy) => copy.room));
    for (const name of await namesIn(join(source.path, "rooms")))
      if (!described.has(name))
        result.problems.push(
          problem("export.damaged", {
            path: join(source.path, "rooms", name),
            reason: `${exportFile} leaves this room out.`,
          }),
        );
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    result.problems.push(error.problem); // a file that cannot be read
  }
  return result;
}

type RoomRead = {
  readonly tree: Tree;
  readonly entries: readonly Uint8Array[];
  /** The places of the office's own acts by their ids. */
  readonly own: ReadonlyMap<string, number>;
};

async function readRoom(source: ExportSource, { room }: RoomCopy): Promise<RoomRead> {
  const tree = new Tree();
  const entries: Uint8Array[] = [];
  const own = new Map<string, number>();
  for await (const bytes of source.entries(room)) {
    const seq = tree.append(leafHash(bytes));
    entries.push(bytes);
    const read = readEntry(seq, bytes);
    if (!("problem" in read) && read.entry.act.by.office === source.office) own.set(read.entry.act.id, seq);
  }
  return { tree, entries, own };
}

async function verifyReceipts(
  folder: string,
  { entries, own, log }: Pick<RoomRead, "entries" | "own"> & { readonly log: NoteVerifier },
  result: FilesVerified,
): Promise<void> {
  const wrong = (file: string, reason: string) =>
    result.problems.push(problem("verify.receipt", { file, reason }));
  const names = new Set(await namesIn(join(folder, "receipts")));
  for (const [id, seq] of own) {
    const file = `${id}.tlog-proof`;
    if (!names.delete(file)) {
      wrong(file, "It is missing.");
      continue;
    }
    const receipt = new Uint8Array(await readFile(join(folder, "receipts", file)));
    result.receipts += 1;
    const verdict = verifyReceipt(receipt, entries[seq] ?? new Uint8Array(), { log });
    if (verdict.kind === "refused") wrong(file, verdict.problem.detail);
    else if (verdict.index !== seq)
      wrong(file, `It speaks of place ${verdict.index}, and the act stands at ${seq}.`);
  }
  for (const file of names) wrong(file, "It bears the name of no act of this office in this room.");
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return []; // an office without own acts has no receipts
    throw error;
  }
}

async function verifyTiles(
  path: string,
  copy: RoomCopy,
  tree: Tree,
  result: { tiles: number; problems: Problem[] },
): Promise<void> {
  for (const tile of newTiles(0, tree.size)) {
    const at = join(path, "rooms", copy.room, tilePath(tile));
    const bytes = await readFile(at).catch(() => undefined); // reported just below
    result.tiles += 1;
    if (!bytes || !sameBytes(new Uint8Array(bytes), tileHashes(tree, tile)))
      result.problems.push(
        problem("verify.checkpoint", {
          room: copy.room,
          reason: `The tile ${tilePath(tile)} is missing or not the tree's.`,
        }),
      );
  }
}
