import {
  fromBase64,
  type ListBinding,
  listRoot,
  proveRow,
  type RowProof,
  toBase64,
  verifyRow,
} from "#ledger";
import {
  type ActId,
  known,
  type ListContent,
  type ListRow,
  type RowProofFile,
  readRowProof,
  rowBytes,
  rowFields,
  type State,
  sideOf,
  writeRowProof,
  writtenIn,
} from "#record";

/** What a commitment in the record is bound to. */
function bindingOf(state: State, commitment: ActId): ListBinding {
  const { process, payload, by } = known(state, commitment, "list.committed").act;
  return { process, side: sideOf(by.office) ?? "", kind: payload.kind, round: payload.round };
}

/** A list with the secret that its commitment is opened with. */
export type Opening = { readonly rows: readonly ListRow[]; readonly secret: string };

/** What a content opens a commitment with; undefined where it has no secret, or a line that is not of the form. */
export function openingIn(list: ListContent): Opening | undefined {
  const rows = list.rows.filter((row) => row !== undefined);
  const { secret } = list;
  return secret === undefined || rows.length < list.rows.length ? undefined : { rows, secret };
}

const opened = new WeakMap<ListContent, Map<ActId, boolean>>();

/** Whether a list is the one that was committed to. */
export function opensCommitment(state: State, commitment: ActId, list: ListContent): boolean {
  const answers = opened.get(list) ?? new Map<ActId, boolean>();
  opened.set(list, answers);
  const held = answers.get(commitment);
  if (held !== undefined) return held;
  const opening = openingIn(list);
  const { root } = known(state, commitment, "list.committed").act.payload;
  const opens = opening !== undefined && rootOf(bindingOf(state, commitment), opening) === root;
  answers.set(commitment, opens);
  return opens;
}

/** The root that binds to a list, in base64. */
export function rootOf(binding: ListBinding, { rows, secret }: Opening): string {
  return toBase64(listRoot(binding, bytesOf(secret), rows.map(rowBytes)));
}

/** The file that shows one line to somebody, and no other. */
export function lineProof(
  state: State,
  commitment: ActId,
  { rows, secret }: Opening,
  line: number,
): Uint8Array {
  const binding = bindingOf(state, commitment);
  const { root, height, kind, round } = known(state, commitment, "list.committed").act.payload;
  const { salt, index, path } = proveRow(binding, bytesOf(secret), rows.map(rowBytes), line);
  return writeRowProof({
    commitment,
    process: binding.process,
    side: binding.side === "a" ? "a" : "b",
    kind,
    round,
    root,
    height,
    row: rows[line - 1] ?? {},
    salt: toBase64(salt),
    index,
    path: path.map(toBase64),
  });
}

/** A line as it is shown: its fields as written. */
export type LineShown = readonly { readonly field: keyof ListRow; readonly written: string }[];

export function lineShown(row: ListRow): LineShown {
  return rowFields.flatMap((field) => {
    const written = writtenIn(row, field);
    return written === undefined ? [] : [{ field, written }];
  });
}

/** What a proof's file shows, by this copy's own arithmetic; undefined where the file is none. */
export type CheckedProof = RowProofFile & {
  /** `known`: the commitment stands so in this record. `unknown`: it leads to its own root, and the commitment is not read here. */
  readonly verdict: "known" | "unknown" | "differs";
};

export function checkLineProof(state: State, bytes: Uint8Array): CheckedProof | undefined {
  const file = readRowProof(bytes);
  if (!file) return undefined;
  const { process, side, kind, round, commitment } = file;
  const binding = { process, side, kind, round };
  const proof: RowProof = {
    salt: bytesOf(file.salt),
    index: file.index,
    path: file.path.map(bytesOf),
  };
  const tree = { root: bytesOf(file.root), height: file.height };
  if (!verifyRow(binding, tree, rowBytes(file.row), proof)) return { ...file, verdict: "differs" };
  if (state.entries.get(commitment)?.act.kind !== "list.committed") return { ...file, verdict: "unknown" };
  const { root, height } = known(state, commitment, "list.committed").act.payload;
  const stands = bindingOf(state, commitment);
  const isSame =
    root === file.root &&
    height === file.height &&
    JSON.stringify([stands.process, stands.side, stands.kind, stands.round]) ===
      JSON.stringify([process, side, kind, round]);
  return { ...file, verdict: isSame ? "known" : "differs" };
}

// The forms of the record have checked that each is base64 of 32 bytes.
function bytesOf(text: string): Uint8Array {
  const bytes = fromBase64(text);
  if (!bytes) throw new Error(`“${text}” is no base64.`);
  return bytes;
}
