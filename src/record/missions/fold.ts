import type { Office, Side } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Handlers, State } from "../fold/state.ts";
import type { missionActs } from "./acts.ts";

/** A plan of the operator and all that was said on it, by whoever said it; what it comes to is derived in the views. */
export type Mission = {
  readonly id: ActId;
  readonly replaces: ActId | undefined;
  readonly replacedBy: ActId[];
  readonly details: ActId[];
  readonly notices: ActId[];
  /** Each office's words, in the order of receipt. */
  readonly acknowledgements: Map<Office, ActId[]>;
  readonly guarantees: Map<Office, ActId[]>;
  readonly hazards: Map<Office, ActId[]>;
  readonly decisions: ActId[];
  readonly steps: ActId[];
  readonly events: ActId[];
  readonly receipts: Map<Office, ActId[]>;
  readonly outcomes: ActId[];
};

export type MissionsState = { readonly missions: Map<ActId, Mission>; readonly notices: ActId[] };

export function emptyMissions(): MissionsState {
  return { missions: new Map(), notices: [] };
}

type Lists = "details" | "notices" | "decisions" | "steps" | "events" | "outcomes";
type PerOffice = "acknowledgements" | "guarantees" | "hazards" | "receipts";
type Told = { readonly id: ActId; readonly by: { readonly office: Office } };

// What is said of a mission that the viewer has not read waits for it.
function note(state: State, mission: ActId, list: Lists, { id }: Told): ActId | undefined {
  const found = state.missions.missions.get(mission);
  if (!found) return mission;
  found[list].push(id);
  return undefined;
}

function say(state: State, mission: ActId, list: PerOffice, { id, by }: Told): ActId | undefined {
  const found = state.missions.missions.get(mission);
  if (!found) return mission;
  found[list].set(by.office, [...(found[list].get(by.office) ?? []), id]);
  return undefined;
}

export const missionHandlers: Handlers<keyof typeof missionActs> = {
  "mission.area_noticed": ({ missions }, { act }) => {
    missions.notices.push(act.id);
    return undefined;
  },
  "mission.planned": ({ missions: { missions } }, { act }) => {
    const { replaces } = act.payload;
    if (replaces !== undefined) {
      const earlier = missions.get(replaces);
      if (!earlier) return replaces;
      earlier.replacedBy.push(act.id);
    }
    missions.set(act.id, {
      id: act.id,
      replaces,
      replacedBy: [],
      details: [],
      notices: [],
      acknowledgements: new Map(),
      guarantees: new Map(),
      hazards: new Map(),
      decisions: [],
      steps: [],
      events: [],
      receipts: new Map(),
      outcomes: [],
    });
    return undefined;
  },
  "mission.detailed": (state, { act }) => note(state, act.payload.mission, "details", act),
  "mission.notified": (state, { act }) => note(state, act.payload.mission, "notices", act),
  "mission.acknowledged": (state, { act }) => say(state, act.payload.mission, "acknowledgements", act),
  "mission.guarantee_said": (state, { act }) => say(state, act.payload.mission, "guarantees", act),
  "mission.hazard_said": (state, { act }) => say(state, act.payload.mission, "hazards", act),
  "mission.decided": (state, { act }) => note(state, act.payload.mission, "decisions", act),
  "mission.step_noted": (state, { act }) => note(state, act.payload.mission, "steps", act),
  "mission.event_noted": (state, { act }) => note(state, act.payload.mission, "events", act),
  "mission.received": (state, { act }) => say(state, act.payload.mission, "receipts", act),
  "mission.ended": (state, { act }) => note(state, act.payload.mission, "outcomes", act),
};

/** The room in which a side's exact details are said. */
export function siteRoomOf(side: Side): "sites-a" | "sites-b" {
  return side === "a" ? "sites-a" : "sites-b";
}
