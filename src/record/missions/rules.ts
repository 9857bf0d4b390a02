import { sideOf } from "../access/offices.ts";
import type { Act } from "../act/kinds.ts";
import { epochMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";
import { mostOf } from "../sites/band.ts";
import type { Mission } from "./fold.ts";

const clockAllowanceMs = 5 * 60_000;
const longestMs = 96 * 3_600_000;

type Said = Extract<Act, { readonly kind: `mission.${string}` }>;
type OnMission = Exclude<Said, { readonly kind: "mission.planned" | "mission.area_noticed" }>;

/** What may be said of a mission. Whether it goes is the operator's word alone: no rule here waits for anybody else's. */
export function refuseMissions(state: State, act: Act, now: number): Refusal | undefined {
  switch (act.kind) {
    case "mission.area_noticed":
      return epochMs(act.payload.validUntil) <= now
        ? refusal("MI14", "What is passed on still holds when it is passed on.")
        : undefined;
    case "mission.planned":
      return refusePlan(state, act);
    case "mission.detailed":
    case "mission.notified":
    case "mission.acknowledged":
    case "mission.guarantee_said":
    case "mission.hazard_said":
    case "mission.decided":
    case "mission.step_noted":
    case "mission.event_noted":
    case "mission.received":
    case "mission.ended":
      return refuseOnMission(state, act, now);
    default:
      return undefined;
  }
}

function refusePlan({ missions }: State, { payload }: Act<"mission.planned">): Refusal | undefined {
  const [start, end] = [epochMs(payload.startsAt), epochMs(payload.endsAt)];
  if (end <= start || end - start > longestMs)
    return refusal("MI1", "A mission ends after it starts, and within 96 hours.");
  if (payload.teams.some(({ abortAt }) => epochMs(abortAt) > end || epochMs(abortAt) < start))
    return refusal("MI1", "A team turns back between the start and the end of its mission.");
  if (new Set(payload.teams.map(({ team }) => team)).size < payload.teams.length)
    return refusal("MI1", "Each team of a mission has a name of its own.");
  if (payload.replaces === undefined) return undefined;
  const earlier = missions.missions.get(payload.replaces);
  if (!earlier) return unread();
  return earlier.replacedBy.length > 0 || earlier.steps.length > 0 || earlier.outcomes.length > 0
    ? refusal("MI2", "A plan is replaced once, and only before a team has left and before it has ended.")
    : undefined;
}

function refuseOnMission(state: State, act: OnMission, now: number): Refusal | undefined {
  const mission = state.missions.missions.get(act.payload.mission);
  if (!mission) return unread();
  if (mission.replacedBy.length > 0)
    return refusal("MI3", "This plan was replaced by another; say it of that one.");
  if ("at" in act.payload && epochMs(act.payload.at) > now + clockAllowanceMs)
    return refusal("MI4", "What is noted has happened: its time is not later than now.");
  switch (act.kind) {
    case "mission.detailed":
      return refuseDetails(state, act);
    case "mission.acknowledged":
      return refuseAcknowledgement(state, mission, act);
    case "mission.guarantee_said":
      return epochMs(act.payload.endsAt) <= epochMs(act.payload.startsAt)
        ? refusal("MI6", "A guarantee ends after it starts.")
        : undefined;
    case "mission.decided":
      return mission.outcomes.length > 0 ? over() : undefined;
    case "mission.step_noted":
      return refuseStep(state, mission, act);
    case "mission.received":
      return act.payload.adverse &&
        act.payload.adverse.count > mostOf(act.payload.wounded) + mostOf(act.payload.remains)
        ? refusal("MI11", "Those of the adverse party are among those received.")
        : undefined;
    case "mission.ended":
      return refuseOutcome(mission, act);
    default:
      return undefined;
  }
}

function refuseDetails({ sites }: State, { payload, room }: Act<"mission.detailed">): Refusal | undefined {
  return payload.sites.some((id) => sites.sites.get(id)?.room !== room)
    ? refusal("MI13", "The details name sites of the room in which they are said, and no others.")
    : undefined;
}

function refuseAcknowledgement(
  state: State,
  mission: Mission,
  { by }: Act<"mission.acknowledged">,
): Refusal | undefined {
  const side = sideOf(by.office);
  const isNotified = mission.notices.some(
    (id) => known(state, id, "mission.notified").act.payload.to === side,
  );
  return isNotified
    ? undefined
    : refusal("MI5", "A side acknowledges what was notified to it, and for itself.");
}

function refuseStep(
  state: State,
  mission: Mission,
  { payload }: Act<"mission.step_noted">,
): Refusal | undefined {
  const { teams } = known(state, mission.id, "mission.planned").act.payload;
  if (!teams.some(({ team }) => team === payload.team))
    return refusal("MI8", "A step is of a team of this mission.");
  if ((payload.step === "handed_over") !== (payload.to !== undefined))
    return refusal("MI8", "Who is handed over goes to a side; no other step names one.");
  if (mission.outcomes.length > 0) return over();
  const isGo = mission.decisions.some(
    (id) => known(state, id, "mission.decided").act.payload.answer === "go",
  );
  return isGo ? undefined : refusal("MI7", "A team leaves after the operator’s own decision to go.");
}

function refuseOutcome(mission: Mission, { payload }: Act<"mission.ended">): Refusal | undefined {
  if (mission.outcomes.length > 0) return over();
  if (payload.outcome !== "closed" && payload.words === undefined)
    return refusal("MI9", "What was aborted or not completed says why.");
  if (payload.outcome === "not_completed" && payload.left === undefined)
    return refusal("MI9", "What was not completed says who was left there.");
  return undefined;
}

function unread(): Refusal {
  return refusal("MI3", "It is about a mission that its author reads.");
}

function over(): Refusal {
  return refusal("MI10", "This mission has ended; a slip in its outcome is corrected.");
}
