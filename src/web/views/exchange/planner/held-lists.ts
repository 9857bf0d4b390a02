import { currentLists, type ListRow, type State, versionsOf } from "#record";
import type { At } from "../../../desk/query.ts";

export type HeldList = ReturnType<typeof currentLists>[number];

/** The latest versions of the lists of persons held, of both sides. */
export function heldLists(state: State): readonly HeldList[] {
  return currentLists(state).filter(({ kind }) => kind === "held");
}

/** What stands on a list; undefined where its content is not here. */
export function rowsOf({ contents }: At, { digest }: HeldList): readonly (ListRow | undefined)[] | undefined {
  const content = contents.of(digest);
  return content.is === "read" ? content.list.rows : undefined;
}

/** The lists whose content is not here, with the earlier versions in which somebody may have returned already. */
export function notHere(at: At, lists: readonly HeldList[]): readonly HeldList[] {
  return lists.flatMap(({ id }) => versionsOf(at.state, id)).filter((one) => rowsOf(at, one) === undefined);
}
