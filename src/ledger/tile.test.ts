import { describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import { formatBundle, longestEntry, parseBundle } from "./bundle.ts";
import { concatBytes } from "./bytes.ts";
import { leafHash, nodeHash } from "./leaf.ts";
import { refusal } from "./refusal.fixture.ts";
import { newTiles, parseTilePath, type Tile, tileHashes, tilePath } from "./tile.ts";
import { Tree } from "./tree.ts";

function grown(size: number): Tree {
  const tree = new Tree();
  for (let i = 0; i < size; i++) tree.append(leafHash(Uint8Array.of(i, i >> 8, i >> 16)));
  return tree;
}

describe("tile paths", () => {
  it("[LG21] names tiles as C2SP tlog-tiles does", () => {
    const paths: [string, Tile][] = [
      ["tile/0/000", { level: 0, index: 0, width: 256 }],
      ["tile/0/x001/x234/067", { level: 0, index: 1234067, width: 256 }],
      ["tile/0/x001/234.p/5", { level: 0, index: 1234, width: 5 }],
      ["tile/4/999", { level: 4, index: 999, width: 256 }],
      ["tile/63/x001/000.p/255", { level: 63, index: 1000, width: 255 }],
      ["tile/entries/x273/123.p/112", { level: "entries", index: 273123, width: 112 }],
    ];
    for (const [path, tile] of paths) {
      expect(tilePath(tile)).toBe(path);
      expect(parseTilePath(path)).toEqual(tile);
    }
    expect(() => tilePath({ level: 64, index: 0, width: 1 })).toThrow("no tile");
    expect(() => tilePath({ level: 0, index: 0, width: 257 })).toThrow("no tile");
  });

  it("[LG21] reads every path it writes and no other", () => {
    const random = seededRandom(21);
    for (let i = 0; i < 500; i++) {
      const level = random.below(9) === 0 ? "entries" : random.below(64);
      const tile: Tile = { level, index: random.below(10 ** random.below(13)), width: 1 + random.below(256) };
      expect(parseTilePath(tilePath(tile))).toEqual(tile);
    }
    const bad =
      "|tile|tile/0|tile/0/|tile/0/0|tile/0/00|tile/0/0000|tile/00/000|tile/64/000|tile/-1/000|/tile/0/000|tile/0/000/|tile/0/x000/001|" +
      "tile/0/001/002|tile/0/x001|tile/0/001.p/|tile/0/001.p/0|tile/0/001.p/256|tile/0/001.p/01|tile/0/001.p/999|tile/data/000|" +
      "tile/0/001.p/5\n|tile/8/0/001|tile/0/x999/x999/x999/x999/x999/999|../tile/0/000";
    for (const path of bad.split("|"))
      expect(
        refusal(() => parseTilePath(path)),
        path,
      ).toBe("ledger.tile_path_malformed");
  });
});

describe("tiles", () => {
  it("[LG22] hold the hashes of complete subtrees, and lead to the root", () => {
    const tree = grown(70_000);
    expect(tileHashes(tree, { level: 0, index: 3, width: 256 }).subarray(0, 32)).toEqual(
      tree.subtree(0, 768),
    );
    const upper = tileHashes(tree, { level: 1, index: 1, width: 17 });
    expect(upper.length).toBe(17 * 32);
    // a full tile of level 0 folds into one hash of level 1
    let row = Array.from({ length: 256 }, (_, i) => tree.subtree(0, 256 * 256 + i));
    while (row.length > 1) {
      row = row.flatMap((hash, i) => (i % 2 === 0 ? [nodeHash(hash, row[i + 1] as Uint8Array)] : []));
    }
    expect(row[0]).toEqual(upper.subarray(0, 32));
    expect(() => tileHashes(tree, { level: 0, index: 273, width: 113 })).toThrow("not complete");
    expect(() => tileHashes(tree, { level: "entries", index: 0, width: 1 })).toThrow("no hashes");
  });

  it("[LG23] are, for 70,000 entries, those that C2SP tlog-tiles counts", () => {
    const tiles = newTiles(0, 70_000);
    const at = (level: number) => tiles.filter((tile) => tile.level === level).map(({ width }) => width);
    expect(at(0)).toEqual([...new Array(273).fill(256), 112]);
    expect(at(1)).toEqual([256, 17]);
    expect(at(2)).toEqual([1]);
    expect(tiles.length).toBe(277);
    expect(newTiles(0, 256)).toEqual([
      { level: 0, index: 0, width: 256 },
      { level: 1, index: 0, width: 1 },
    ]);
    expect(newTiles(0, 0)).toEqual([]);
  });

  it("[LG23] written at each growth are all that the grown log needs", () => {
    const random = seededRandom(23);
    const written = new Set<string>();
    let size = 0;
    while (size < 140_000) {
      const grownTo = size + random.below(3000);
      for (const tile of newTiles(size, grownTo)) {
        const path = tilePath(tile);
        expect(written.has(path)).toBe(false);
        written.add(path);
      }
      size = grownTo;
      for (const tile of newTiles(0, size)) expect(written.has(tilePath(tile))).toBe(true);
    }
  });
});

describe("bundles", () => {
  it("[LG24] hold each entry after its length, and give it back", () => {
    const entries = [
      Uint8Array.of(1, 2, 3),
      new Uint8Array(0),
      new Uint8Array(300).fill(7),
      new Uint8Array(longestEntry),
    ];
    const bundle = formatBundle(entries);
    expect(bundle.subarray(0, 7)).toEqual(Uint8Array.of(0, 3, 1, 2, 3, 0, 0));
    expect(parseBundle(bundle, 4)).toEqual(entries);
    expect(refusal(() => formatBundle([new Uint8Array(longestEntry + 1)]))).toBe("ledger.entry_too_long");
    expect(() => formatBundle([])).toThrow("1 to 256");
    expect(() => formatBundle(new Array(257).fill(new Uint8Array(1)))).toThrow("1 to 256");
  });

  it("[LG24] are refused when cut off anywhere, continued, or of another width", () => {
    const bundle = formatBundle([Uint8Array.of(1, 2, 3), Uint8Array.of(4), new Uint8Array(0)]);
    for (let end = 0; end < bundle.length; end++) {
      expect(refusal(() => parseBundle(bundle.subarray(0, end), 3))).toBe("ledger.bundle_malformed");
    }
    expect(refusal(() => parseBundle(bundle, 2))).toBe("ledger.bundle_malformed");
    expect(refusal(() => parseBundle(bundle, 4))).toBe("ledger.bundle_malformed");
    expect(refusal(() => parseBundle(concatBytes(bundle, Uint8Array.of(0)), 3))).toBe(
      "ledger.bundle_malformed",
    );
  });
});
