import { type Office, otherSide, type Side, sideOf } from "../access/offices.ts";
import { known, type State } from "../fold/state.ts";
import type { Counter } from "./acts.ts";
import type { LineDay } from "./fold.ts";

/** Whose side hands persons over: that of the office which made the manifest. */
export function givingSide(day: LineDay): Side {
  return sideOf(day.author) ?? "a"; // the table lets the offices of the two sides alone make one
}

/** As whom an office speaks at the line; undefined for those who only read. */
export function counterOf(day: LineDay, office: Office): Counter | undefined {
  if (office === "operator") return "operator";
  const side = sideOf(office);
  if (side === undefined) return undefined;
  return side === givingSide(day) ? "giver" : "receiver";
}

/** Whose counts must agree before the next block passes. */
export function countersOf(state: State, day: LineDay): readonly Counter[] {
  const { operatorCounts } = manifestOf(state, day);
  return operatorCounts ? ["giver", "receiver", "operator"] : ["giver", "receiver"];
}

/** The office that is asked for what a counter owes: who made the manifest, and the other side's exchange office. */
export function officeOf(day: LineDay, counter: Counter): Office {
  if (counter === "operator") return "operator";
  return counter === "giver" ? day.author : `exchange-${otherSide(givingSide(day))}`;
}

export function manifestOf(state: State, day: LineDay) {
  return known(state, day.id, "line.manifest_made").act.payload;
}

/** The days at the line that stand: manifests that no other replaces. */
export function standingDays(state: State): readonly LineDay[] {
  return [...state.lineday.manifests.values()].filter((day) => day.replacedBy.length === 0);
}
