import { type ListBinding, listHeight, listRoot, randomBytes, toBase64 } from "#ledger";
import {
  type ActId,
  known,
  type ListRow,
  listMedia,
  mostLines,
  rowBytes,
  rowFields,
  sideOf,
  writeList,
  writtenIn,
} from "#record";
import { type Inputs, inputsOf, type TwoLists } from "../views/lists/compare-query.ts";
import { type ListTable, readListTable, type TableSettings } from "../views/lists/list-table.ts";
import type { Action } from "./action.ts";
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

/** What is revealed later; kept on this device alone until then. */
type Withheld = { readonly rows: readonly ListRow[]; readonly secret: string };

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
  const binding: ListBinding = { process, side: sideOf(office) ?? "", kind, round };
  const root = toBase64(listRoot(binding, secret, rows.map(rowBytes)));
  const withheld: Withheld = { rows, secret: toBase64(secret) };
  await remember(placeOf(desk, root), withheld);
  const backup = new TextDecoder().decode(writeList(rows, withheld.secret));
  return { root, height: listHeight(rows.length), backup };
};

/** The content that a commitment of this device binds to; undefined where it is kept on another one. */
const prepareReveal: Action<string, ContentRef | undefined> = async (desk, id) => {
  const { root } = known(desk.replica().state, id as ActId, "list.committed").act.payload; // an id of the model
  const withheld = (await remembered(placeOf(desk, root))) as Withheld | undefined; // as prepareCommitment left it
  return withheld && keptContent(desk, withheld.rows, withheld.secret);
};

/** Two lists as an engine compares them, for the page to hand to it; undefined where one of them is not here. */
const listsToCompare: Action<TwoLists, Inputs | undefined> = async (desk, lists) => {
  const at = desk.at();
  return at && inputsOf(at, lists);
};

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
  prepareReveal,
  listsToCompare,
} as const;
