import type { Office } from "../access/offices.ts";
import type { PayloadOf } from "../act/kinds.ts";
import type { State } from "../fold/state.ts";
import { entryOf } from "../fold/state.ts";
import type { PeopleState, Seat } from "./fold.ts";

/** The head's key of an office in the first `size` entries of the process room's log. */
export function headAt(people: PeopleState, holder: Office, size: number): string | undefined {
  return people.heads.get(holder)?.findLast((head) => head.from < size)?.key;
}

/** Whether a key holds a seat in the first `size` entries of the process room's log, and if not, why. */
export function seatAt(
  people: PeopleState,
  who: { readonly key: string; readonly member: string; readonly office: Office },
  size: number,
): { readonly seat: Seat } | { readonly refused: "unknown" | "revoked" } {
  const granted = (people.byKey.get(who.key) ?? []).filter(
    (seat) => seat.office === who.office && seat.member === who.member && seat.from < size,
  );
  const seat = granted.find((one) => one.until === undefined || one.until >= size);
  if (seat) return { seat };
  return { refused: granted.length > 0 ? "revoked" : "unknown" };
}

/** The seats that are valid now. */
export function seatedNow(people: PeopleState): readonly Seat[] {
  return people.seats.filter((seat) => seat.until === undefined);
}

/** What the founding act says of the process; undefined until it is read. */
export function processOf(state: State): PayloadOf<"process.opened"> | undefined {
  const { opened } = state.people;
  return opened && entryOf(state, opened, "process.opened")?.act.payload;
}
