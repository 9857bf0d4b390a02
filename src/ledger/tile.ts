import { refuse } from "#base";
import { concatBytes } from "./bytes.ts";
import { fromDecimal } from "./decimal.ts";
import type { Tree } from "./tree.ts";

/** Hashes, or entries, in a full tile (C2SP tlog-tiles, height 8). */
export const tileWidth = 256;

/** A tile of hashes (`level` 0 to 63) or a bundle of entries, `width` of 256 wide. */
export type Tile = {
  readonly level: number | "entries";
  readonly index: number;
  /** 1 to 256. */
  readonly width: number;
};

/** `tile/<level>/<index in groups of three digits>`, and `.p/<width>` if the tile is not full. */
export function tilePath({ level, index, width }: Tile): string {
  if (!isTile({ level, index, width }))
    throw new Error(`There is no tile ${level}/${index} of width ${width}.`);
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/.{3}/g) ?? [];
  const number = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join("/");
  return `tile/${level}/${number}${width < tileWidth ? `.p/${width}` : ""}`;
}

/** Reads what `tilePath` writes, and nothing else. */
export function parseTilePath(path: string): Tile {
  const [, levelText, number, widthText] =
    /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? [];
  const level = levelText === "entries" ? "entries" : fromDecimal(levelText ?? "");
  const width = widthText === undefined ? tileWidth : fromDecimal(widthText);
  const index = Number(number?.replace(/[x/]/g, ""));
  if (level === undefined || width === undefined) refuse("ledger.tile_path_malformed", { path });
  const tile: Tile = { level, index, width };
  if (!isTile(tile) || tilePath(tile) !== path) refuse("ledger.tile_path_malformed", { path });
  return tile;
}

/** The hashes of a tile, end to end: 32 bytes each. */
export function tileHashes(tree: Tree, { level, index, width }: Tile): Uint8Array {
  if (level === "entries")
    throw new Error("A bundle of entries has no hashes; read them from the tile of level 0.");
  const first = index * tileWidth;
  return concatBytes(...Array.from({ length: width }, (_, i) => tree.subtree(level * 8, first + i)));
}

/**
 * All tiles of hashes that a log of `newSize` has and a log of `oldSize` had not yet, the lowest level first.
 * Those of level 0 are also the places of the new entry bundles.
 */
export function newTiles(oldSize: number, newSize: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0; newSize >= tileWidth ** level; level++) {
    const before = Math.floor(oldSize / tileWidth ** level);
    const now = Math.floor(newSize / tileWidth ** level);
    if (before === now) continue;
    for (let first = before - (before % tileWidth); first < now; first += tileWidth) {
      tiles.push({ level, index: first / tileWidth, width: Math.min(tileWidth, now - first) });
    }
  }
  return tiles;
}

function isTile({ level, index, width }: Tile): boolean {
  const levelKnown = level === "entries" || (Number.isInteger(level) && level >= 0 && level <= 63);
  const indexKnown = Number.isSafeInteger(index) && index >= 0;
  return levelKnown && indexKnown && Number.isInteger(width) && width >= 1 && width <= tileWidth;
}
