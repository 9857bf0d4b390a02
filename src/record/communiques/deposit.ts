import { parseAct } from "../act/bytes.ts";
import type { Act } from "../act/kinds.ts";
import { known, type State } from "../fold/state.ts";
import { communiqueStatus } from "./view.ts";

/** A release signed ahead, as it would be handed in: exact bytes, in base64, and the signature over them. */
export type Deposited = Pick<Act<"communique.release_deposited">["payload"], "act" | "key" | "signature">;

/** The release within a deposit; undefined where these bytes are none. */
export function depositedRelease(base64: string): Act<"communique.released"> | undefined {
  const parsed = parseAct(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  return "act" in parsed && parsed.act.kind === "communique.released" ? parsed.act : undefined;
}

/** Releases signed ahead whose time has come, in the order in which they were deposited. */
export function dueDeposits(state: State, now: number): readonly Deposited[] {
  return [...state.communiques.tabled.values()].flatMap((one) =>
    one.deposits.size > 0 && communiqueStatus(state, one, now) === "due"
      ? [...one.deposits.values()].map((id) => known(state, id, "communique.release_deposited").act.payload)
      : [],
  );
}
