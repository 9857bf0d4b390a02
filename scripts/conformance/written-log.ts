import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { seededRandom } from "#base";
import {
  cosign,
  cosigner,
  cosigningKeyFromSeed,
  formatBundle,
  formatCheckpoint,
  formatSignerKey,
  formatVerifierKey,
  leafHash,
  newTiles,
  noteSigner,
  sha256,
  signingKeyFromSeed,
  signNote,
  Tree,
  tileHashes,
  tilePath,
  toBase64,
  verifierOf,
  withSignatures,
} from "#ledger";

const size = 70_000;
const smallSizes = 300;

/** A log in memory, and the same as files of tiles, bundles and a checkpoint that Go is to judge. */
export type WrittenLog = { readonly entries: readonly Uint8Array[]; readonly tree: Tree };

/** Seeded: the same log at each run. */
export function writeLog(folder: string): WrittenLog {
  const random = seededRandom(70_000);
  // no two alike side by side: to exchange them would be no lie
  const length = (i: number) => (i % 1000 === 0 ? 3000 : i % 1000 === 1 ? 0 : 8 + random.below(60));
  const entries = Array.from({ length: size }, (_, i) => random.bytes(length(i)));
  const tree = new Tree();
  for (const entry of entries) tree.append(leafHash(entry));

  const write = (name: string, bytes: Uint8Array | string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  };
  for (const tile of newTiles(0, size)) {
    write(tilePath(tile), tileHashes(tree, tile));
    if (tile.level !== 0) continue;
    const first = tile.index * 256;
    write(tilePath({ ...tile, level: "entries" }), formatBundle(entries.slice(first, first + tile.width)));
  }

  const key = () => signingKeyFromSeed(random.bytes(32));
  const log = noteSigner("host.example/istanbul/plenary", key());
  const parties = ["a", "b"].map((party) => noteSigner(`${party}.example/delegation`, key()));
  const witnesses = ["a", "b"].map((party) =>
    cosigner(`${party}.example/witness`, cosigningKeyFromSeed(random.bytes(32))),
  );
  const head = formatCheckpoint({ origin: log.name, size, root: tree.root() });
  const epochMs = Date.UTC(2026, 10, 22, 12);
  const lines = witnesses.map((witness) => cosign(head, witness, epochMs));
  write("checkpoint", withSignatures(signNote(head, [log, ...parties]), lines));

  const sizes = [
    1,
    2,
    255,
    256,
    257,
    511,
    65_535,
    ...Array.from({ length: 40 }, () => 1 + random.below(2 ** 16)),
  ];
  const facts = {
    origin: log.name,
    size,
    logKey: formatVerifierKey(verifierOf(log)),
    logSecret: formatSignerKey(log),
    parties: parties.map((party) => formatVerifierKey(verifierOf(party))),
    witnesses: witnesses.map((witness) => formatVerifierKey(verifierOf(witness))),
    small: Array.from({ length: smallSizes + 1 }, (_, small) => digestsAt(tree, small)),
    trees: [
      ...sizes.map((some) => proofsAt(tree, some, 20, random.below)),
      proofsAt(tree, size, 1000, random.below),
    ],
  };
  write("facts.json", JSON.stringify(facts));
  return { entries, tree };
}

/** Root and some proofs in full; `at` is the index, or the old size. */
function proofsAt(tree: Tree, some: number, count: number, below: (limit: number) => number) {
  const places = Array.from({ length: count }, () => below(some));
  return {
    size: some,
    root: toBase64(tree.root(some)),
    inclusion: places.map((at) => ({ at, proof: tree.inclusionProof(at, some).map(toBase64) })),
    consistency: places.map((at) => ({
      at: at + 1,
      proof: tree.consistencyProof(at + 1, some).map(toBase64),
    })),
  };
}

/** Root, and one digest over the hashes of all proofs of a kind, in order. */
function digestsAt(tree: Tree, small: number) {
  const digest = (proof: (at: number) => Uint8Array[]) =>
    toBase64(sha256(Buffer.concat(Array.from({ length: small }, (_, at) => proof(at)).flat())));
  return {
    size: small,
    root: toBase64(tree.root(small)),
    inclusion: digest((at) => tree.inclusionProof(at, small)),
    consistency: digest((at) => tree.consistencyProof(at + 1, small)),
  };
}
