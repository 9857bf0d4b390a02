import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Problem, problem } from "#base";
import {
  leafHash,
  newTiles,
  parseReceipt,
  sameBytes,
  Tree,
  tileHashes,
  tilePath,
  verifyReceipt,
} from "#ledger";
import { type RoomCopy, readFounding, roomVerifier } from "#replica";
import type { ExportSource } from "./export.ts";

/** The files of an export beside the entries: every hash tile against the tree, every receipt against its entry. */
export async function verifyExportFiles(
  source: ExportSource,
): Promise<{ receipts: number; tiles: number; problems: Problem[] }> {
  const founding = await readFounding(source);
  if ("problem" in founding) return { receipts: 0, tiles: 0, problems: [founding.problem] };
  const result = { receipts: 0, tiles: 0, problems: [] as Problem[] };
  for (const copy of await source.rooms()) {
    const entries: Uint8Array[] = [];
    const tree = new Tree();
    for await (const bytes of source.entries(copy.room)) {
      entries.push(bytes);
      tree.append(leafHash(bytes));
    }
    await verifyTiles(source.path, copy, tree, result);
    const folder = join(source.path, "rooms", copy.room, "receipts");
    const log = roomVerifier(founding.payload, source.process, copy.room);
    for (const file of await readdir(folder).catch(() => [])) {
      // an office without own acts here has none
      const receipt = new Uint8Array(await readFile(join(folder, file)));
      const index = indexOf(receipt);
      const entry = index === undefined ? undefined : entries[index];
      const verdict = entry && verifyReceipt(receipt, entry, { log });
      result.receipts += 1;
      if (verdict?.kind !== "included")
        result.problems.push(
          problem("verify.receipt", { file, reason: verdict?.problem.detail ?? "It names no entry." }),
        );
    }
  }
  return result;
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

function indexOf(receipt: Uint8Array): number | undefined {
  try {
    return parseReceipt(receipt).index;
  } catch {
    return undefined; // the verdict on it is that it names no entry
  }
}
