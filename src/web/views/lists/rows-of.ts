import type { List, ListRow } from "#record";
import type { At } from "../../desk/query.ts";

export function listOf({ state }: At, id: string): List | undefined {
  return state.lists.lists.get(id as List["id"]); // any text is looked up
}

const noRows: readonly (ListRow | undefined)[] = [];

/** A list's lines as far as its content is here; line 1 is first. */
export function rowsOf({ contents }: At, list: List): readonly (ListRow | undefined)[] {
  const content = contents.of(list.digest);
  return content.is === "read" ? content.list.rows : noRows;
}
