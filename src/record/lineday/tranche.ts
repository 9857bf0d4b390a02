import type { PayloadOf } from "../act/kinds.ts";
import type { State } from "../fold/state.ts";
import type { Refusal } from "../rules/refusal.ts";

/**
 * The place of the rule that a manifest builds on a locked tranche, and brings its persons and no others. A tranche
 * may be unread, and until tranches are acts of the record nothing is refused here.
 */
export function refuseOnTranche(
  _state: State,
  _manifest: PayloadOf<"line.manifest_made">,
): Refusal | undefined {
  return undefined;
}
