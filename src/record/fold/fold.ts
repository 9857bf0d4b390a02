import type { Entry } from "../act/entry.ts";
import type { Kind } from "../act/kinds.ts";
import { addTo } from "./add-to.ts";
import { handlers } from "./handlers.ts";
import type { Handler, State } from "./state.ts";

/**
 * Takes one entry into the state, which it changes. Total: an act that builds on one the viewer has not read
 * waits for it, and no act is ever an error.
 */
export function foldInto(state: State, entry: Entry): void {
  const { id, kind } = entry.act;
  if (state.entries.has(id)) return; // the same act reached the viewer twice
  const handler = handlers[kind] as Handler<Kind>; // the table pairs each kind with its own handler
  const missing = handler(state, entry);
  if (missing !== undefined) {
    const waiting = state.waiting.get(missing) ?? [];
    if (!waiting.some((one) => one.act.id === id)) addTo(state.waiting, missing, entry);
    return;
  }
  state.entries.set(id, entry);
  const followers = state.waiting.get(id);
  if (followers) {
    state.waiting.delete(id);
    for (const follower of followers) foldInto(state, follower);
  }
}
