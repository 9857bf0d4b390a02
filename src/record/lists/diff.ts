import { addTo } from "../fold/add-to.ts";
import { type ListRow, nameIn, rowFields, writtenIn } from "./row.ts";

/** What became of one line from one version of a list to the next; lines count from 1. */
export type LineChange =
  | { readonly kind: "same"; readonly before: number; readonly after: number }
  | {
      readonly kind: "changed";
      readonly before: number;
      readonly after: number;
      readonly fields: readonly (keyof ListRow)[];
    }
  | { readonly kind: "added"; readonly after: number }
  | { readonly kind: "removed"; readonly before: number };

type Rows = readonly (ListRow | undefined)[];

// What tells a line again in another version, the surest first: a step pairs only what it finds once on either side.
const tells: readonly ((row: ListRow) => string | undefined)[] = [
  ({ key }) => key,
  (row) => JSON.stringify(rowFields.map((field) => writtenIn(row, field))),
  ({ number }) => number,
  (row) => both(nameIn(row), row.born?.written),
  (row) => nameIn(row),
  (row) => both(row.surname ?? row.written, row.born?.written),
];

/**
 * Each line of both versions once: the same, changed, added or removed, in the order of the later version, the removed
 * ones last. Pairs by the author's own number, else by what stayed the same; never by likeness. O(n).
 */
export function diffLists(before: Rows, after: Rows): readonly LineChange[] {
  const paired = new Map<number, number>();
  const left = { before: numbered(before), after: numbered(after) };
  for (const tell of tells) {
    const [olds, news] = [onceBy(left.before, tell), onceBy(left.after, tell)];
    for (const [told, line] of news) {
      const old = olds.get(told);
      if (old === undefined) continue;
      paired.set(line, old);
      left.before.delete(old);
      left.after.delete(line);
    }
  }
  pairRest(left.before, left.after, paired);
  const changes = after.map((row, i): LineChange => {
    const old = paired.get(i + 1);
    if (old === undefined) return { kind: "added", after: i + 1 };
    const fields = changedFields(before[old - 1] ?? {}, row ?? {});
    return fields.length === 0
      ? { kind: "same", before: old, after: i + 1 }
      : { kind: "changed", before: old, after: i + 1, fields };
  });
  const kept = new Set(paired.values());
  const removed = before.flatMap((_, i): LineChange[] =>
    kept.has(i + 1) ? [] : [{ kind: "removed", before: i + 1 }],
  );
  return [...changes, ...removed];
}

/** The fields in which two lines differ. */
export function changedFields(one: ListRow, other: ListRow): readonly (keyof ListRow)[] {
  return rowFields.filter((field) => writtenIn(one, field) !== writtenIn(other, field));
}

type Left = Map<number, ListRow>;

function numbered(rows: Rows): Left {
  return new Map(rows.flatMap((row, i) => (row ? [[i + 1, row] as const] : [])));
}

// A telling that two lines share tells neither, but for lines that are wholly alike: these pair in their order.
function onceBy(rows: Left, tell: (row: ListRow) => string | undefined): ReadonlyMap<string, number> {
  const found = new Map<string, number[]>();
  for (const [line, row] of rows) {
    const told = tell(row);
    if (told !== undefined) addTo(found, told, line);
  }
  return new Map(
    [...found].flatMap(([told, [line, ...more]]) => (line && more.length === 0 ? [[told, line]] : [])),
  );
}

// Lines that are wholly alike and stand several times.
function pairRest(before: Left, after: Left, paired: Map<number, number>): void {
  const alike = new Map<string, number[]>();
  for (const [line, row] of before) addTo(alike, JSON.stringify(row), line);
  for (const [line, row] of after) {
    const old = alike.get(JSON.stringify(row))?.shift();
    if (old !== undefined) paired.set(line, old);
  }
}

function both(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || other === undefined ? undefined : `${one}\n${other}`;
}
