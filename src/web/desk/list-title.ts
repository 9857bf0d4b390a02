import { titleOf } from "#i18n";
import { type ActId, grouped, type RecordRef } from "#record";
import { linesText } from "../design/lines-text.ts";
import type { At } from "./query.ts";

/** The title of a list, as its author gave it. */
export function listTitle({ t, state }: At, list: ActId): string {
  const payload: object = state.entries.get(list)?.act.payload ?? {};
  return "title" in payload && typeof payload.title === "string" ? payload.title : titleOf(t, state, list);
}

/** Records by their lists, each with its lines in the shortest words. */
export function byLists(at: At, refs: readonly RecordRef[]) {
  return grouped(refs).map(({ list, lines }) => ({
    id: list,
    title: listTitle(at, list),
    lines: linesText(lines),
  }));
}
