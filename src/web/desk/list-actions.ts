import { listHeight, randomBytes, toBase64 } from "#ledger";
import {
  type ActId,
  known,
  type ListRow,
  listMedia,
  mostLines,
  readList,
  rowFields,
  sideOf,
  writeList,
  writtenIn,
} from "#record";
import { type Inputs, inputsOf, type TwoLists } from "../views/lists/compare-query.ts";
import { type ListTable, readListTable, type TableSettings } from "../views/lists/list-table.ts";
import type { Action } from "./action.ts";
import {
  type CheckedProof,
  checkLineProof,
  type LineShown,
  lineProof,
  lineShown,
  type Opening,
  openingIn,
  opensCommitment,
  rootOf,
} from "./commitments.ts";
import type { Desk } from "./desk.ts";
import { remember, remembered } from "./memory.ts";

type TableFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly settings: TableSettings;
};

/** What a table would become, of which the first lines are shown. */
export type TablePreview = Omit<ListTable, "rows"> & {
  readonly total: number;
  /** The first lines, each by the fields that it has, as written. */
  readonly first: readonly { readonly [F in keyof ListRow]?: string }[];
  /** The fields that a column can be. */
  readonly fields: readonly (keyof ListRow)[];
  readonly isTooLong: boolean;
};

const shownLines = 12;

async function tableIn({ name, bytes, settings }: TableFile): Promise<ListTable> {
  return readListTable(name, bytes, settings);
}

const lookAtTable: Action<TableFile, TablePreview> = async (_, file) => {
  const { rows, ...read } = await tableIn(file);
  return {
    ...read,
    total: rows.length,
    first: rows.slice(0, shownLines).map(asWritten),
    fields: rowFields,
    isTooLong: rows.length > mostLines,
  };
};

function asWritten(row: ListRow): TablePreview["first"][number] {
  return Object.fromEntries(
    rowFields.flatMap((field) => {
      const written = writtenIn(row, field);
      return written === undefined ? [] : [[field, written]];
    }),
  );
}

/** Keeps a table's rows as the content of a list, and answers what an act names it by. */
const prepareList: Action<TableFile, ContentRef> = async (desk, file) =>
  keptContent(desk, (await tableIn(file)).rows);

type ContentRef = {
  readonly digest: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly rows: number;
};

type ToCommit = TableFile & { readonly kind: string; readonly round: string };

/**
 * Computes a commitment to a table's rows. Neither they nor the secret leave this device before the reveal; the backup
 * is for another device of the same office.
 */
const prepareCommitment: Action<
  ToCommit,
  { readonly root: string; readonly height: number; readonly backup: string }
> = async (desk, { kind, round, ...file }) => {
  const { rows } = await tableIn(file);
  const secret = randomBytes(32);
  const { process, office } = knownTo(desk);
  const opening: Opening = { rows, secret: toBase64(secret) };
  const root = rootOf({ process, side: sideOf(office) ?? "", kind, round }, opening);
  await remember(placeOf(desk, root), opening); // on this device alone until it is revealed
  const backup = new TextDecoder().decode(writeList(rows, opening.secret));
  return { root, height: listHeight(rows.length), backup };
};

type BackupFile = { readonly commitment: string; readonly bytes: Uint8Array };

/** What a file is that was handed in as the one kept at a commitment. */
type ReadBack = "kept" | "no_list" | "other_list";

/** Reads the file that was kept when the office committed itself; what opens the commitment is kept on this device too. */
const readBack: Action<BackupFile, ReadBack> = async (desk, { commitment, bytes }) => {
  const list = readList(bytes);
  const opening = list && openingIn(list);
  if (!opening) return "no_list";
  const { state } = desk.replica();
  const id = commitment as ActId; // an id of the model
  if (!opensCommitment(state, id, list)) return "other_list";
  await remember(placeOf(desk, known(state, id, "list.committed").act.payload.root), opening);
  return "kept";
};

/** The content that a commitment binds to, where it is kept on this device. */
const prepareReveal: Action<string, ContentRef | undefined> = async (desk, id) => {
  const opening = await keptOpening(desk, id as ActId); // an id of the model
  return opening && keptContent(desk, opening.rows, opening.secret);
};

type LineToProve = { readonly commitment: string; readonly line: number };

/** A line as it would be shown, with the file that proves it; undefined where the list is not at hand, or has no such line. */
const proveLine: Action<
  LineToProve,
  { readonly row: LineShown; readonly file: Uint8Array } | undefined
> = async (desk, { commitment, line }) => {
  const at = desk.at();
  const id = commitment as ActId; // an id of the model
  const held = at?.state.lists.commitments.get(id);
  if (!at || !held) return undefined;
  const list = held.revealedAs && at.state.lists.lists.get(held.revealedAs);
  const content = list && at.contents.of(list.digest);
  const revealed = content?.is === "read" && opensCommitment(at.state, id, content.list);
  const opening = revealed ? openingIn(content.list) : await keptOpening(desk, id);
  const row = opening?.rows[line - 1];
  return opening && row && { row: lineShown(row), file: lineProof(at.state, id, opening, line) };
};

type ProofShown = Pick<CheckedProof, "verdict" | "commitment" | "round" | "root"> & {
  readonly row: LineShown;
};

const checkProof: Action<Uint8Array, ProofShown | undefined> = async (desk, bytes) => {
  const found = checkLineProof(desk.replica().state, bytes);
  if (!found) return undefined;
  const { verdict, commitment, round, root, row } = found;
  return { verdict, commitment, round, root, row: lineShown(row) };
};

/** Two lists as an engine compares them, for the page to hand to it; undefined where one of them is not here. */
const listsToCompare: Action<TwoLists, Inputs | undefined> = async (desk, lists) => {
  const at = desk.at();
  return at && inputsOf(at, lists);
};

async function keptOpening(desk: Desk, id: ActId): Promise<Opening | undefined> {
  const { root } = known(desk.replica().state, id, "list.committed").act.payload;
  return (await remembered(placeOf(desk, root))) as Opening | undefined; // as prepareCommitment or readBack left it
}

async function keptContent(desk: Desk, rows: readonly ListRow[], secret?: string): Promise<ContentRef> {
  const bytes = writeList(rows, secret);
  const digest = await desk.contents().put(bytes);
  return { digest, bytes: bytes.length, mediaType: listMedia, rows: rows.length };
}

function knownTo(desk: Desk) {
  if (!desk.session) throw new Error("No copy of the record is open.");
  return desk.session.known;
}

function placeOf(desk: Desk, root: string): string {
  const { process, office } = knownTo(desk);
  return `list to reveal ${process} ${office} ${root}`;
}

export const listActions = {
  lookAtTable,
  prepareList,
  prepareCommitment,
  readBack,
  prepareReveal,
  proveLine,
  checkProof,
  listsToCompare,
} as const;
