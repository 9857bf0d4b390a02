import { checkAct, type Entry, fold, type Office, type Room, readableRooms } from "#record";
import { World } from "#record/testing";
import { istanbul } from "../../../examples/istanbul-2025/index.ts";
import type { At } from "../desk/query.ts";
import { deskOf } from "./desk-over-state.ts";

/** The Istanbul example as an office reads it, at the end of 2025; the founding act is a world's own. */
export function istanbulFor(office: Office): At {
  const founding = World.opened().entriesFor(office);
  const sizes = new Map<Room, number>();
  const entries = istanbul.acts.flatMap(({ sealed, receivedAt, act }): readonly Entry[] => {
    const checked = checkAct({ ...act, seen: { size: 0, root: btoa("\0".repeat(32)) } });
    if (sealed || "problem" in checked || !readableRooms(office).includes(act.room)) return [];
    const seq = sizes.get(act.room) ?? (act.room === "process" ? founding.length : 0);
    sizes.set(act.room, seq + 1);
    return [{ seq, receivedAt: Date.parse(receivedAt), roster: 1, act: checked.act }];
  });
  const first = founding.map((entry) => ({ ...entry, receivedAt: 0 }));
  return deskOf(fold([...first, ...entries]), office, Date.parse("2025-12-31T12:00:00Z"));
}
