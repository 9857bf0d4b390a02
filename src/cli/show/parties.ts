import { type Office, parties, partyOrder, principals } from "#record";
import type { Shown } from "../context.ts";

/** The two parties in the order of this turn: each party first in its own copy, else alternating. */
export function inPartyOrder({ state, office }: Shown, turn: number): readonly ("party-a" | "party-b")[] {
  if (office.endsWith("-a")) return ["party-a", "party-b"];
  if (office.endsWith("-b")) return ["party-b", "party-a"];
  const order = partyOrder(state);
  return [...parties].sort((one, other) => order(one, turn) - order(other, turn));
}

export function byOffice<T>(value: (office: Office) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(principals.map((office) => [office, value(office)]));
}
