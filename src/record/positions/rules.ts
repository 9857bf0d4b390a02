import { type Side, sideOf } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Act } from "../act/kinds.ts";
import { entryOf, type State } from "../fold/state.ts";
import { entryOfReport } from "../reports/view.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";
import { sidesHeld } from "./view.ts";

/** What may be said about positions: a party cites its own; the host cites from what was said in public. */
export function refusePositions(state: State, act: Act): Refusal | undefined {
  const { issues } = state.positions;
  switch (act.kind) {
    case "position.cited": {
      if (!issues.has(act.payload.issue)) return noIssue();
      const { statement, entry, side } = act.payload;
      const cited = statement && entryOf(state, statement, "statement.captured");
      if (statement && !cited) return refusal("PO2", "The statement is not in what this office reads.");
      const own = sideOf(act.by.office);
      if (own !== undefined && own !== side)
        return refusal("PO3", "A party states its own position, not the other's.");
      const stray = entry && refuseEntry(state, entry, side);
      if (stray) return stray;
      if (own === undefined && !cited)
        return refusal("PO4", "The host cites a party's position to a captured statement of that party.");
      if (own === undefined && cited?.act.payload.onBehalfOf !== `party-${side}`)
        return refusal("PO4", "The statement was not made on behalf of that party.");
      return undefined;
    }
    case "issue.classified":
      if (!issues.has(act.payload.issue)) return noIssue();
      return basisMissing(state, act.payload.basis);
    case "outlook.given":
      return basisMissing(state, act.payload.basis);
    default:
      return undefined;
  }
}

// What a report says is nobody's word: only a side itself makes a position of it, for the host has PO4.
function refuseEntry(state: State, id: ActId, side: Side): Refusal | undefined {
  const noted = entryOfReport(state, id);
  if (!noted) return refusal("PO8", "The report's entry is not in what this office reads.");
  if (noted.withdrawn) return refusal("PO8", "The report's entry was taken back.");
  if (!sidesHeld(noted.noted.act.payload.entry).includes(side))
    return refusal("PO8", "The report's entry is no proposal of that side, and no agreement that names it.");
  return undefined;
}

function basisMissing(state: State, basis: Act<"outlook.given">["payload"]["basis"]): Refusal | undefined {
  const stray = basis.find((id) => !state.entries.has(id));
  return stray && refusal("PO5", "The act {id} is not in what this office reads.", { id: stray });
}

function noIssue(): Refusal {
  return refusal("PO1", "There is no such issue in what this office reads.");
}
