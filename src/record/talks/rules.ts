import type { Act } from "../act/kinds.ts";
import { entryOf, type State } from "../fold/state.ts";
import { isAgreed } from "../gate/agreement.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";

/** What may be said about rounds, and when. */
export function refuseTalks(state: State, act: Act): Refusal | undefined {
  const { talks } = state;
  switch (act.kind) {
    case "round.proposed": {
      const { number } = act.payload;
      for (const round of talks.rounds.keys())
        if (entryOf(state, round, "round.proposed")?.act.payload.number === number)
          return refusal("TK1", "There is a round {number} already.", { number });
      return undefined;
    }
    case "round.date_answered":
      if (!talks.rounds.has(act.payload.round)) return noRound();
      if ((act.payload.answer === "other_date_asked") !== (act.payload.otherDate !== undefined))
        return refusal("TK3", "Name the other date where another date is asked, and only there.");
      return undefined;
    case "round.opened":
    case "round.closed": {
      const round = talks.rounds.get(act.payload.round);
      if (!round) return noRound();
      if (act.kind === "round.opened" && round.opened) return refusal("TK4", "The round is open already.");
      if (act.kind === "round.closed" && !round.opened)
        return refusal("TK4", "The round has not been opened.");
      if (act.kind === "round.closed" && round.closed) return refusal("TK4", "The round is closed already.");
      return undefined;
    }
    case "preparatory.held":
    case "composition.listed":
    case "agenda.set":
    case "document.handed_over":
    case "readout.given":
      return talks.rounds.has(act.payload.round) ? undefined : noRound();
    case "point.recorded": {
      const round = talks.rounds.get(act.payload.round);
      if (!round) return noRound();
      return round.opened ? undefined : refusal("TK5", "Agreed points are recorded once the round is open.");
    }
    case "point.answered": {
      const point = talks.points.get(act.payload.point);
      if (!point) return refusal("TK6", "There is no such point in what this office reads.");
      if (point.author === act.by.office)
        return refusal("TK7", "Recording a point is the author's own confirmation.");
      if (isAgreed(state, point.id))
        return refusal("TK14", "It is agreed by all; an answer can no longer change it. Record a new point.");
      if ((act.payload.answer === "reserved") !== (act.payload.reservation !== undefined))
        return refusal("TK8", "Say what is reserved where the answer is reserved, and only there.");
      return undefined;
    }
    case "record.accepted": {
      const round = talks.rounds.get(act.payload.round);
      if (!round) return noRound();
      return round.closed
        ? undefined
        : refusal("TK9", "A round's record is accepted once the round is closed.");
    }
    default:
      return undefined;
  }
}

function noRound(): Refusal {
  return refusal("TK2", "There is no such round in what this office reads.");
}
