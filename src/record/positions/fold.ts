import type { ActId } from "../act/act.ts";
import type { Handlers } from "../fold/state.ts";
import type { positionActs } from "./acts.ts";

/** One issue between the parties: the positions cited on it, and how offices have classified it. */
export type Issue = { readonly id: ActId; readonly cited: ActId[]; readonly classified: ActId[] };
export type PositionsState = { readonly issues: Map<ActId, Issue>; readonly outlooks: ActId[] };

export function emptyPositions(): PositionsState {
  return { issues: new Map(), outlooks: [] };
}

export const positionHandlers: Handlers<keyof typeof positionActs> = {
  "issue.opened": ({ positions }, { act }) => {
    positions.issues.set(act.id, { id: act.id, cited: [], classified: [] });
    return undefined;
  },
  "position.cited": ({ positions }, { act }) => {
    const issue = positions.issues.get(act.payload.issue);
    if (!issue) return act.payload.issue;
    issue.cited.push(act.id);
    return undefined;
  },
  "issue.classified": ({ positions }, { act }) => {
    const issue = positions.issues.get(act.payload.issue);
    if (!issue) return act.payload.issue;
    issue.classified.push(act.id);
    return undefined;
  },
  "outlook.given": ({ positions }, { act }) => {
    positions.outlooks.push(act.id);
    return undefined;
  },
};
