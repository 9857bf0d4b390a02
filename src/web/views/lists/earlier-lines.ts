import { diffLists, type List, type ListRow, type RecordRef, versionsOf } from "#record";
import type { At } from "../../desk/query.ts";
import { listOf, rowsOf } from "./rows-of.ts";

type Changes = ReturnType<typeof diffLists>;
const diffed = new WeakMap<object, { readonly of: unknown; readonly changes: Changes }>();

/** What became of each line from a version to the next; nothing where one of the two is not here. */
export function changesOf(at: At, earlier: List, list: List): Changes {
  const [old, now] = [rowsOf(at, earlier), rowsOf(at, list)];
  const held = diffed.get(now);
  if (held?.of === old) return held.changes;
  const changes = old.length > 0 && now.length > 0 ? diffLists(old, now) : [];
  diffed.set(now, { of: old, changes });
  return changes;
}

/** A line of a version that became this one, by what the two contents show: it may be told from it by people. */
export type EarlierLine = RecordRef & {
  /** Counted from the first. */
  readonly version: number;
  /** The fields that were changed on the way. */
  readonly changed: readonly (keyof ListRow)[];
};

const pairedBack = new WeakMap<Changes, ReadonlyMap<number, Changes[number]>>();

function before(changes: Changes): ReadonlyMap<number, Changes[number]> {
  const held =
    pairedBack.get(changes) ?? new Map(changes.flatMap((one) => ("after" in one ? [[one.after, one]] : [])));
  pairedBack.set(changes, held);
  return held;
}

/** The lines of earlier versions that became this one, the nearest first. */
export function earlierLines(at: At, { list: id, line }: RecordRef): readonly EarlierLine[] {
  const found: EarlierLine[] = [];
  const all = versionsOf(at.state, id);
  let changed: readonly (keyof ListRow)[] = [];
  for (let i = all.findIndex((one) => one.id === id); i + 1 < all.length; i++) {
    const [later, earlier] = [all[i], all[i + 1]];
    if (!later || !earlier) break;
    const change = before(changesOf(at, earlier, later)).get(found.at(-1)?.line ?? line);
    if (!change || !("before" in change)) break;
    if (change.kind === "changed") changed = [...new Set([...changed, ...change.fields])];
    found.push({ list: earlier.id, line: change.before, version: all.length - i - 1, changed });
  }
  return found;
}

/** Where a line stands in the latest version; undefined where it was taken off, or a version is not here. */
export function latestLine(at: At, { list: id, line }: RecordRef): RecordRef | undefined {
  let now = line;
  let list = listOf(at, id);
  while (list?.replacedBy) {
    const later = listOf(at, list.replacedBy);
    const change = later && changesOf(at, list, later).find((one) => "before" in one && one.before === now);
    if (!later || !change || !("after" in change)) return undefined;
    now = change.after;
    list = later;
  }
  return list && { list: list.id, line: now };
}
