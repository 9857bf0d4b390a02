/**
 * A coarse grid for what is passed on: rows of 45,000 millionths of a degree of latitude (5.0 km), each cut into columns
 * of the same width on the ground. A cell says where within some 25 square kilometres, and nothing nearer.
 */
export type Cell = { readonly row: number; readonly column: number };

const step = 45_000;
const whole = 360_000_000;

function columnsOf(row: number): number {
  const middle = ((row + 0.5) * step - 90_000_000) / 1_000_000;
  return Math.max(1, Math.round((whole / step) * Math.cos((middle * Math.PI) / 180)));
}

/** The cell in which a position in millionths of a degree lies. */
export function cellOf(position: { readonly lon: number; readonly lat: number }): Cell {
  const row = Math.floor((position.lat + 90_000_000) / step);
  const columns = columnsOf(row);
  const along = (((position.lon + 180_000_000) % whole) * columns) / whole;
  return { row, column: Math.min(columns - 1, Math.floor(along)) };
}

/** The corners of a cell in millionths of a degree. */
export function cellBounds({ row, column }: Cell) {
  const width = whole / columnsOf(row);
  const west = Math.round(column * width) - 180_000_000;
  const south = row * step - 90_000_000;
  return { west, south, east: Math.round((column + 1) * width) - 180_000_000, north: south + step };
}

export function sameCell(one: Cell, other: Cell): boolean {
  return one.row === other.row && one.column === other.column;
}

/** How a cell is written and read aloud. */
export function cellText({ row, column }: Cell): string {
  return `${String(row).padStart(4, "0")}-${String(column).padStart(4, "0")}`;
}
