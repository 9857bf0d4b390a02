import { type Office, parties, principals } from "../access/offices.ts";
import { dueMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import { isAgreed } from "../gate/agreement.ts";
import type { Owed } from "../gate/owed.ts";
import type { Point, Round } from "./fold.ts";

export type RoundStatus = "proposed" | "date_agreed" | "open" | "closed" | "record_accepted" | "declined";

export type PointStance =
  | "recorded_it"
  | "confirmed"
  | "confirmed_in_principle"
  | "reserved"
  | "denied"
  | "no_answer";

/** A round's joint status, derived from host and parties, each for itself. */
export function roundStatus(state: State, round: Round): RoundStatus {
  if (parties.every((party) => round.acceptances.has(party))) return "record_accepted";
  if (round.closed) return "closed";
  if (round.opened) return "open";
  const answers = principals.map((office) => dateStance(state, round, office));
  if (answers.includes("declined")) return "declined";
  return answers.every((one) => one === "agreed") ? "date_agreed" : "proposed";
}

export function dateStance(
  state: State,
  round: Round,
  office: Office,
): "agreed" | "other_date_asked" | "declined" | "no_answer" {
  const answer = round.dateAnswers.get(office);
  if (answer) return known(state, answer, "round.date_answered").act.payload.answer;
  return known(state, round.id, "round.proposed").act.by.office === office ? "agreed" : "no_answer";
}

export function pointStance(state: State, point: Point, party: Office): PointStance {
  if (point.author === party) return "recorded_it";
  const last = point.answers.get(party);
  return last ? known(state, last, "point.answered").act.payload.answer : "no_answer";
}

/** Agreed only where every party has confirmed it; in principle where one has gone no further. */
export function pointStatus(
  state: State,
  point: Point,
): "agreed" | "agreed_in_principle" | "not_agreed" | "open" {
  if (isAgreed(state, point.id)) return "agreed";
  const stances = parties.map((party) => pointStance(state, point, party));
  if (stances.includes("denied") || stances.includes("reserved")) return "not_agreed";
  return stances.includes("no_answer") ? "open" : "agreed_in_principle";
}

/** What host and parties still owe on rounds and their points. */
export function owedOnTalks(state: State): readonly Owed[] {
  return [...state.talks.rounds.values()].flatMap((round) => owedOnRound(state, round));
}

function owedOnRound(state: State, round: Round): readonly Owed[] {
  const status = roundStatus(state, round);
  if (status === "declined") return [];
  const { title, on } = known(state, round.id, "round.proposed").act.payload;
  const owed: Owed[] = [];
  const owe = (what: Owed["what"], by: Office, due: number | undefined) =>
    owed.push({ what, subject: round.id, title, by, due, detail: {} });
  if (status === "proposed")
    for (const office of principals)
      if (dateStance(state, round, office) !== "agreed") owe("date_answer", office, dueMs(on));
  for (const party of parties) if (!round.compositions.has(party)) owe("composition", party, dueMs(on));
  if (status === "closed")
    for (const office of principals) {
      const spoke = round.readouts.some((id) => state.entries.get(id)?.act.by.office === office);
      if (!spoke) owe("own_readout", office, undefined);
    }
  if (status === "closed")
    for (const party of parties)
      if (!round.acceptances.has(party)) owe("record_acceptance", party, undefined);
  for (const id of round.points) {
    const point = state.talks.points.get(id);
    if (!point) continue;
    const { text } = known(state, id, "point.recorded").act.payload;
    for (const party of parties) {
      const stance = pointStance(state, point, party);
      if (stance === "no_answer")
        owed.push({ what: "point_answer", subject: id, title: text, by: party, due: undefined, detail: {} });
      if (stance === "confirmed_in_principle")
        owed.push({
          what: "capital_confirmation_of_point",
          subject: id,
          title: text,
          by: party,
          due: undefined,
          detail: {},
        });
    }
  }
  return owed;
}
