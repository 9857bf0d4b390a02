import { expect, it } from "vitest";
import { ProblemError } from "#base";
import { formatCheckpoint, leafHash, noteSigner, signNote, Tree, toHex } from "#ledger";
import { roomSigner } from "#replica";
import type { StoredRow } from "#store";
import { checkpointCrc, rowCrc } from "../store/crc.ts";
import { Registry } from "./registry.ts";
import { onEachBackend, type Stage } from "./testing/backends.ts";
import { bodies, keyFor } from "./testing/index.ts";

type Rewrite = {
  /** The rows as they shall stand; places are counted anew. */
  readonly rows?: (rows: readonly StoredRow[]) => readonly StoredRow[];
  /** The text of the checkpoint's note for the root of those rows. */
  readonly note?: (text: string, stage: Stage) => Uint8Array;
};

const changeByte = (bytes: Uint8Array) => bytes.with(bytes.length - 20, (bytes.at(-20) ?? 0) ^ 1);
const forgedNote = (text: string) =>
  signNote(text, [noteSigner(text.split("\n")[0] ?? "", keyFor("forger"))]);

/** One who writes into the database as he likes, check values included, and has not got the log's key. */
const tampering: readonly (readonly [what: string, reason: RegExp, Rewrite])[] = [
  [
    "an entry was changed",
    /entry 1/,
    { rows: (rows) => rows.map((row) => (row.seq === 1 ? { ...row, entry: changeByte(row.entry) } : row)) },
  ],
  [
    "an entry and its hash were changed, and the root with them",
    /not signed by this host's log key|do not give the root/,
    {
      rows: (rows) => rows.map((row) => (row.seq === 1 ? withEntry(row, swapped(row.entry)) : row)),
      note: forgedNote,
    },
  ],
  [
    "two entries were exchanged",
    /do not give the root/,
    { rows: ([a, b, ...rest]) => (a && b ? [b, a, ...rest] : []) },
  ],
  ["an entry was left out", /signed/, { rows: (rows) => rows.slice(1), note: forgedNote }],
  ["the checkpoint is signed by another key", /not signed by this host's log key/, { note: forgedNote }],
  [
    "the checkpoint is that of another room",
    /not signed by this host's log key/,
    {
      note: (text, { process }) => {
        const origin = roomSigner(process.hostName, process.process, "plenary", process.logKey);
        return signNote(text.replace("humanitarian", "plenary"), [origin]);
      },
    },
  ],
];

onEachBackend((stage, backend) => {
  it("[RG14] does not continue a store that is not what was signed, and says what to do", async () => {
    const { process } = stage;
    for (let n = 1; n <= 3; n++) await process.say("party-a", bodies(n));
    const kept = await rowsOf(stage);
    for (const [what, reason, rewrite] of tampering) {
      await write(stage, rewrite, kept);
      const opening = await process.open().catch((error: unknown) => error);
      if (!(opening instanceof ProblemError)) throw new Error(`${what}: the registry opened.`);
      expect(opening.problem.code, what).toBe("registry.tampered");
      expect(opening.problem.detail, what).toMatch(reason);
      expect(opening.problem.detail).toMatch(/The host does not continue it.*parley clone/);
    }
    await write(stage, {}, kept);
    await process.open();
    expect((await process.say("party-a", bodies(4))).seq).toBe(3);
  });

  it("[RG14] does not continue the log of another key or host", async () => {
    const { process, store } = stage;
    const { hostName } = process;
    const other = { store, process: process.process, now: () => 0 };
    for (const one of [
      { ...other, hostName, logKey: keyFor("other") },
      { ...other, hostName: "other.example", logKey: process.logKey },
    ])
      await expect(Registry.open(one)).rejects.toMatchObject({ problem: { code: "registry.tampered" } });
  });

  async function rowsOf({ store, process }: Stage): Promise<readonly StoredRow[]> {
    const rows: StoredRow[] = [];
    for await (const row of store.read(process.log("humanitarian"), 0)) rows.push(row);
    return rows;
  }

  // Past every trigger of the database, with right check values.
  async function write(at: Stage, { rows = (kept) => kept, note }: Rewrite, kept: readonly StoredRow[]) {
    const { place, process } = at;
    const log = process.log("humanitarian");
    const written = rows(kept).map((row, seq) => ({ ...row, seq }));
    const tree = new Tree();
    for (const row of written) tree.append(row.leafHash);
    const signer = roomSigner(process.hostName, process.process, "humanitarian", process.logKey);
    const text = formatCheckpoint({ origin: signer.name, size: tree.size, root: tree.root() });
    const root = note ? tree.root() : treeOf(kept).root();
    const honest = signNote(
      formatCheckpoint({ origin: signer.name, size: kept.length, root: treeOf(kept).root() }),
      [signer],
    );
    const checkpoint = {
      size: written.length,
      root,
      note: new TextDecoder().decode(note ? note(text, at) : honest),
    };
    const number = `(select number from log where name = '${log}')`;
    const blob = (bytes: Uint8Array) =>
      backend.name === "sqlite" ? `x'${toHex(bytes)}'` : `'\\x${toHex(bytes)}'`;
    const values = written.map(
      (row) =>
        `(${number}, ${row.seq}, '${row.id}', ${row.receivedAt}, ${blob(row.leafHash)}, ${rowCrc(log, row.seq, row)}, ${blob(row.entry)})`,
    );
    await at.store.close();
    await place.execute(
      [
        ...(backend.name === "sqlite"
          ? ["act_dense", "act_no_update", "act_no_delete", "checkpoint_no_delete", "checkpoint_new"].map(
              (trigger) => `drop trigger if exists ${trigger}`,
            )
          : ["alter table act disable trigger all", "alter table checkpoint disable trigger all"]),
        `delete from act where log = ${number}`,
        `delete from checkpoint where log = ${number}`,
        `insert into act (log, seq, id, received_at, leaf_hash, crc, entry) values ${values.join(", ")}`,
        `insert into checkpoint (log, size, root, crc, note) values (${number}, ${checkpoint.size}, ${blob(root)}, ${checkpointCrc(log, checkpoint)}, '${checkpoint.note}')`,
      ].join(";\n"),
    );
    at.store = await place.open();
    process.store = at.store;
  }
});

function treeOf(rows: readonly StoredRow[]): Tree {
  const tree = new Tree();
  for (const row of rows) tree.append(row.leafHash);
  return tree;
}

function withEntry(row: StoredRow, entry: Uint8Array): StoredRow {
  return { ...row, entry, leafHash: leafHash(entry) };
}

// Another number of bodies, in bytes of the same form.
function swapped(entry: Uint8Array): Uint8Array {
  return new TextEncoder().encode(new TextDecoder().decode(entry).replace('"value":2', '"value":9'));
}
