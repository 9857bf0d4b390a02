import { titleOf } from "#i18n";
import { type ActId, grouped, nameIn, type RecordRef } from "#record";
import { linesText } from "../design/lines-text.ts";
import type { At } from "./query.ts";

/** The title of a list, as its author gave it. */
export function listTitle({ t, state }: At, list: ActId): string {
  const payload: object = state.entries.get(list)?.act.payload ?? {};
  return "title" in payload && typeof payload.title === "string" ? payload.title : titleOf(t, state, list);
}

/** The person's name as the list has it; undefined where this office does not hold the list, or the line has none. */
export function nameOn({ state, contents }: At, { list, line }: RecordRef): string | undefined {
  const held = state.lists.lists.get(list);
  const content = held && contents.of(held.digest);
  const row = content?.is === "read" ? content.list.rows[line - 1] : undefined;
  return row && nameIn(row);
}

/** Records by their lists, each with its lines in the shortest words. */
export function byLists(at: At, refs: readonly RecordRef[]) {
  return grouped(refs).map(({ list, lines }) => ({
    id: list,
    title: listTitle(at, list),
    lines: linesText(lines),
    names: lines.flatMap((line) => {
      const name = nameOn(at, { list, line });
      return name === undefined ? [] : [{ line, name }];
    }),
  }));
}
