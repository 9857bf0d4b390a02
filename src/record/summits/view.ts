import { type Office, parties } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import { dueMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import type { Owed } from "../gate/owed.ts";
import { tracks } from "./acts.ts";
import type { Summit, Track } from "./fold.ts";
import { circles } from "./graph.ts";

export type SummitStance =
  | "proposed_it"
  | "agreed"
  | "conditional"
  | "under_study"
  | "declined"
  | "no_answer";
export type SummitStatus =
  | "superseded"
  | "held"
  | "declined"
  | "conditional"
  | "agreed_in_principle"
  | "prepared"
  | "proposed";

export function summitStance(state: State, summit: Summit, party: Office): SummitStance {
  if (summit.author === party) return "proposed_it";
  const answer = summit.answers.get(party);
  return answer ? known(state, answer, "summit.answered").act.payload.answer : "no_answer";
}

/** One condition as it stands: set by whom, met in whose word, lifted or not. */
export type ConditionView = {
  readonly id: ActId;
  readonly node: string;
  readonly requires: string;
  readonly by: Office;
  readonly words: string;
  /** Met where the office that set it says so; nobody else's word meets it. */
  readonly met: boolean;
};

/** The conditions that still stand, in the order in which they were set. */
export function standingConditions(state: State, summit: Summit): readonly ConditionView[] {
  return summit.conditions
    .filter((id) => !state.summits.lifted.has(id))
    .map((id) => {
      const { act } = known(state, id, "summit.condition_set");
      const { node, requires, words } = act.payload;
      const by = act.by.office;
      return { id, node, requires, by, words, met: state.summits.met.get(id)?.has(by) ?? false };
    });
}

/** Conditions that wait for each other, so that nobody can move first. A met condition waits for nothing. */
export function circularConditions(state: State, summit: Summit) {
  return circles(standingConditions(state, summit).filter((one) => !one.met));
}

export type TrackState = "open" | "offered" | "agreed";

/** What each party says of one track of the preparation; agreed where both say so with the same value. */
export function trackStatus(state: State, summit: Summit, track: Track): TrackState {
  const said = parties.map((party) => {
    const id = summit.tracks.get(track)?.get(party);
    return id && known(state, id, "summit.track_set").act.payload;
  });
  const [one, other] = said;
  if (one?.state === "agreed" && other?.state === "agreed" && one.value === other.value) return "agreed";
  return said.some((words) => words && words.state !== "open") ? "offered" : "open";
}

export function summitStatus(state: State, summit: Summit): SummitStatus {
  if (summit.held) return "held";
  if (summit.retabledAs) return "superseded";
  const stances = parties.map((party) => summitStance(state, summit, party));
  if (stances.includes("declined")) return "declined";
  const yes = stances.every((one) => one === "proposed_it" || one === "agreed");
  if (!yes) return stances.includes("conditional") ? "conditional" : "proposed";
  if (standingConditions(state, summit).some((one) => !one.met)) return "agreed_in_principle";
  return tracks.every((track) => trackStatus(state, summit, track) === "agreed")
    ? "prepared"
    : "agreed_in_principle";
}

/** What is missing before the leaders can meet, and by when. */
export function owedOnSummits(state: State): readonly Owed[] {
  return [...state.summits.meetings.values()].flatMap((summit) => owedOnSummit(state, summit));
}

function owedOnSummit(state: State, summit: Summit): readonly Owed[] {
  const status = summitStatus(state, summit);
  if (status === "superseded" || status === "held" || status === "declined" || status === "prepared")
    return [];
  const { title, by: byDate } = known(state, summit.id, "summit.proposed").act.payload;
  const due = dueMs(byDate);
  const owed: Owed[] = [];
  const owe = (what: Owed["what"], by: Office, detail: Owed["detail"]) =>
    owed.push({ what, subject: summit.id, title, by, due, detail });
  for (const party of parties) {
    const stance = summitStance(state, summit, party);
    if (stance === "no_answer" || stance === "under_study") owe("summit_answer", party, {});
  }
  const circular = circularConditions(state, summit);
  const inCircle = new Set(circular.flatMap((circle) => circle.conditions.map((one) => one.id)));
  for (const circle of circular)
    for (const condition of circle.conditions)
      owe("summit_circle", condition.by, {
        condition: condition.id,
        node: condition.node,
        requires: condition.requires,
        circle: circle.nodes.join(", "),
      });
  for (const { id, node, requires, by, met } of standingConditions(state, summit))
    if (!met && !inCircle.has(id)) owe("summit_condition", by, { condition: id, node, requires });
  if (status === "agreed_in_principle")
    for (const track of tracks)
      if (trackStatus(state, summit, track) !== "agreed")
        for (const party of parties) {
          const id = summit.tracks.get(track)?.get(party);
          const said = id && known(state, id, "summit.track_set").act.payload.state;
          if (said !== "agreed") owe("summit_track", party, { track });
        }
  return owed;
}
