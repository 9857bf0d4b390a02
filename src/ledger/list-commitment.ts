import { sha256 } from "#ledger/native";
import { compareBytes, concatBytes } from "./bytes.ts";
import { commitment, saltBytes } from "./commitment.ts";
import { leafHash } from "./leaf.ts";
import { verifyInclusion } from "./proof.ts";
import { Tree } from "./tree.ts";
import { toUtf8 } from "./utf8.ts";

/** What a commitment to a list is bound to: the same rows of another side, kind or round are another commitment. */
export type ListBinding = {
  readonly process: string;
  readonly side: string;
  readonly kind: string;
  readonly round: string;
};

/** Shows that one row was on a committed list, and nothing of any other row. */
export type RowProof = {
  readonly salt: Uint8Array;
  readonly index: number;
  readonly path: readonly Uint8Array[];
};

/** The least tree has 2^6 leaves: shorter lists look alike. */
const leastHeight = 6;
const greatestHeight = 17;

const saltTag = toUtf8("parley-list-salt/v1\n");
const paddingTag = toUtf8("parley-list-padding/v1\n");

/** The height of the tree that a list of so many rows is padded to; what its commitment shows of its length. */
export function listHeight(rows: number): number {
  const height = Math.max(leastHeight, Math.ceil(Math.log2(Math.max(1, rows))));
  if (height > greatestHeight) throw new Error(`A list of ${rows} rows is longer than can be committed to.`);
  return height;
}

/**
 * The Merkle root over the rows' commitments, sorted, with leaves between them that look like rows and are none.
 * Every salt and every padding follows from one secret of 32 random bytes, which is revealed with the rows.
 */
export function listRoot(binding: ListBinding, secret: Uint8Array, rows: readonly Uint8Array[]): Uint8Array {
  return treeOf(leavesOf(binding, secret, rows)).root();
}

/** Proves the row with this number, counted from 1. */
export function proveRow(
  binding: ListBinding,
  secret: Uint8Array,
  rows: readonly Uint8Array[],
  number: number,
): RowProof {
  const row = rows[number - 1];
  if (row === undefined) throw new Error(`The list has no row ${number}.`);
  const leaves = leavesOf(binding, secret, rows);
  const salt = derived(saltTag, secret, number);
  const own = commitment(contextOf(binding), salt, row);
  const index = leaves.findIndex((leaf) => compareBytes(leaf, own) === 0);
  return { salt, index, path: treeOf(leaves).inclusionProof(index) };
}

/** Was this row on the list that was committed to? Total. */
export function verifyRow(
  binding: ListBinding,
  { root, height }: { readonly root: Uint8Array; readonly height: number },
  row: Uint8Array,
  { salt, index, path }: RowProof,
): boolean {
  if (salt.length !== saltBytes || height < leastHeight || height > greatestHeight) return false;
  const leaf = leafHash(commitment(contextOf(binding), salt, row));
  return verifyInclusion(leaf, index, 2 ** height, path, root);
}

// The round comes last: it alone may hold a stroke, and the whole is length-prefixed.
function contextOf({ process, side, kind, round }: ListBinding): string {
  return `list-row/${process}/${side}/${kind}/${round}`;
}

function leavesOf(
  binding: ListBinding,
  secret: Uint8Array,
  rows: readonly Uint8Array[],
): readonly Uint8Array[] {
  if (secret.length !== saltBytes)
    throw new Error(`A list’s secret has ${saltBytes} bytes, not ${secret.length}.`);
  const context = contextOf(binding);
  const leaves = rows.map((row, i) => commitment(context, derived(saltTag, secret, i + 1), row));
  for (let i = rows.length + 1; i <= 2 ** listHeight(rows.length); i++)
    leaves.push(derived(paddingTag, secret, i));
  return leaves.sort(compareBytes);
}

function derived(tag: Uint8Array, secret: Uint8Array, number: number): Uint8Array {
  const counter = new Uint8Array(8);
  new DataView(counter.buffer).setBigUint64(0, BigInt(number));
  return sha256(concatBytes(tag, secret, counter));
}

function treeOf(leaves: readonly Uint8Array[]): Tree {
  const tree = new Tree();
  for (const leaf of leaves) tree.append(leafHash(leaf));
  return tree;
}
