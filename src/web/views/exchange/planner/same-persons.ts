import { diffLists, matchStatus, type RecordRef, recordKey, type State, versionsOf } from "#record";
import type { At } from "../../../desk/query.ts";
import { type HeldList, rowsOf } from "./held-lists.ts";

/** By record, all records of one person as confirmed matches hold them together; who is in no match is not there. O(matches). */
export function samePersons(state: State): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  const keysOf = (ref: RecordRef) => found.get(recordKey(ref)) ?? new Set([recordKey(ref)]);
  for (const match of state.persons.matches.values()) {
    if (matchStatus(state, match) !== "confirmed") continue;
    const [one, other] = match.records;
    const all = new Set([...keysOf(one), ...keysOf(other)]);
    for (const key of all) found.set(key, all);
  }
  return found;
}

/** Some persons by every line in which they stand: in later versions of a list too, and where a match was confirmed. */
export function everyLineOf(
  at: At,
  lists: readonly HeldList[],
  keys: ReadonlySet<string>,
): ReadonlySet<string> {
  const found = new Set(keys);
  const same = samePersons(at.state);
  const add = (key: string) => {
    for (const one of same.get(key) ?? [key]) found.add(one);
  };
  for (const key of keys) add(key);
  if (keys.size === 0) return found;
  for (const list of lists) {
    const after = rowsOf(at, list);
    for (const earlier of versionsOf(at.state, list.id)) {
      const before = earlier.id === list.id ? undefined : rowsOf(at, earlier);
      if (!before || !after) continue;
      for (const change of diffLists(before, after))
        if (
          "before" in change &&
          "after" in change &&
          found.has(recordKey({ list: earlier.id, line: change.before }))
        )
          add(recordKey({ list: list.id, line: change.after }));
    }
  }
  return found;
}
