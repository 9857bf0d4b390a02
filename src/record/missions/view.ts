import type { Office, Side } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { epochMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import type { Echelon, TeamStep } from "./codes.ts";
import type { Mission } from "./fold.ts";

export type MissionStatus =
  | "replaced"
  | "planned"
  /** Told to both sides. It is no permission. */
  | "notified"
  | "go"
  | "no_go"
  | "en_route"
  | "on_site"
  | "loaded"
  | "handed_over"
  | "turned_back"
  | "closed"
  | "aborted"
  | "not_completed";

export function planOf(state: State, mission: Mission): PayloadOf<"mission.planned"> {
  return known(state, mission.id, "mission.planned").act.payload;
}

/** When a side was first told; undefined where it was not. */
export function notifiedAt(state: State, mission: Mission, side: Side): number | undefined {
  const times = mission.notices
    .map((id) => known(state, id, "mission.notified").act.payload)
    .filter(({ to }) => to === side)
    .map(({ at }) => epochMs(at));
  return times.length === 0 ? undefined : Math.min(...times);
}

/** How far a side says that it has come: its latest word, whoever else says what. */
export function echelonOf(state: State, mission: Mission, office: Office): Echelon | undefined {
  const last = mission.acknowledgements.get(office)?.at(-1);
  const echelon = last && known(state, last, "mission.acknowledged").act.payload.echelon;
  return echelon === "recalled" ? undefined : echelon;
}

/** A side's guarantee as it stands; undefined where none is given or it was taken back. */
export function guaranteeOf(state: State, mission: Mission, office: Office) {
  const last = mission.guarantees.get(office)?.at(-1);
  const payload = last && known(state, last, "mission.guarantee_said").act.payload;
  return payload?.given ? payload : undefined;
}

/** Each office's latest word on mines and other hazards; words that differ stand side by side. */
export function hazardWords(state: State, mission: Mission) {
  return [...mission.hazards].flatMap(([office, ids]) => {
    const last = ids.at(-1);
    return last === undefined
      ? []
      : [{ office, id: last, ...known(state, last, "mission.hazard_said").act.payload }];
  });
}

/** The operator's latest word, and nobody else's. */
export function decisionOf(state: State, mission: Mission): "go" | "no_go" | undefined {
  const last = mission.decisions.at(-1);
  return last && known(state, last, "mission.decided").act.payload.answer;
}

export function outcomeOf(state: State, mission: Mission) {
  const [first] = mission.outcomes;
  return first && known(state, first, "mission.ended");
}

/** Where each team is: its latest step but for radio checks, and when it was last heard. */
export function teamsOf(state: State, mission: Mission) {
  const steps = mission.steps.map((id) => known(state, id, "mission.step_noted").act.payload);
  return planOf(state, mission).teams.map((team) => {
    const own = steps
      .filter((one) => one.team === team.team)
      .toSorted((one, other) => epochMs(one.at) - epochMs(other.at));
    const step = own.findLast((one) => one.step !== "radio_check")?.step;
    const heard = own.at(-1);
    return { ...team, step, heardAt: heard && epochMs(heard.at) };
  });
}

const ahead: readonly TeamStep[] = ["turned_back", "handed_over", "loaded", "on_site", "en_route"];

export function missionStatus(state: State, mission: Mission): MissionStatus {
  if (mission.replacedBy.length > 0) return "replaced";
  const outcome = outcomeOf(state, mission)?.act.payload.outcome;
  if (outcome) return outcome;
  const decision = decisionOf(state, mission);
  if (decision === "no_go") return "no_go";
  const steps = teamsOf(state, mission).flatMap(({ step }) => (step ? [step] : []));
  // a mission is where its last team is
  const last = ahead.findLast((step) => steps.includes(step));
  if (last && last !== "radio_check") return last;
  if (decision) return decision;
  const isTold = (["a", "b"] as const).every((side) => notifiedAt(state, mission, side) !== undefined);
  return isTold ? "notified" : "planned";
}

/** Epoch ms by which the next radio check of a mission under way is expected; undefined where no team is out. */
export function nextRadioCheck(state: State, mission: Mission): number | undefined {
  if (isOver(missionStatus(state, mission))) return undefined;
  const every = planOf(state, mission).radioEveryMinutes * 60_000;
  const due = teamsOf(state, mission).flatMap(({ step, heardAt }) =>
    heardAt === undefined || step === "handed_over" || step === "turned_back" ? [] : [heardAt + every],
  );
  return due.length === 0 ? undefined : Math.min(...due);
}

export function isOver(status: MissionStatus): boolean {
  return status === "replaced" || status === "closed" || status === "aborted" || status === "not_completed";
}

/** One line of a mission's course: whose word, by whose clock. */
export type CourseLine = { readonly id: ActId; readonly office: Office; readonly at: number };

/** All that was noted with a time, by its minute, as people write it; within a minute in the order of receipt. */
export function courseOf(state: State, mission: Mission): readonly CourseLine[] {
  const ids = [
    ...mission.notices,
    ...[...mission.acknowledgements.values()].flat(),
    ...[...mission.hazards.values()].flat(),
    ...mission.decisions,
    ...mission.steps,
    ...mission.events,
    ...[...mission.receipts.values()].flat(),
    ...mission.outcomes,
  ];
  const order = [...state.entries.keys()];
  const places = new Map(order.map((id, place) => [id, place]));
  return ids
    .flatMap((id): readonly CourseLine[] => {
      const act = state.entries.get(id)?.act;
      if (!act) return [];
      const said = "at" in (act.payload ?? {}) ? (act.payload as { readonly at: string }).at : act.saidAt; // `at` is an instant in each of these kinds
      return [{ id, office: act.by.office, at: epochMs(said) }];
    })
    .toSorted(
      (one, other) =>
        minuteOf(one) - minuteOf(other) || (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0),
    );
}

function minuteOf({ at }: CourseLine): number {
  return Math.floor(at / 60_000);
}
