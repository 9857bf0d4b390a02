import { sideOf } from "../access/offices.ts";
import type { Act } from "../act/kinds.ts";
import type { State } from "../fold/state.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";
import { isBilateral } from "./categories.ts";
import { isInOrder, type Persons } from "./persons.ts";

/** What may be said of who ought to return. */
export function refuseEligibility(state: State, act: Act): Refusal | undefined {
  switch (act.kind) {
    case "eligibility.proposed": {
      const { category, term, persons } = act.payload;
      if (isBilateral(category) !== (term !== undefined))
        return refusal(
          "EL2",
          "A category that the parties agree between themselves is said with its reading and its reference day, and only such a one is.",
        );
      return refusePersons(state, persons);
    }
    case "eligibility.certified":
      return refusePersons(state, act.payload.persons);
    case "eligibility.withheld": {
      const { heldBy, persons } = act.payload;
      const own = sideOf(act.by.office);
      if (own !== undefined && own !== heldBy)
        return refusal(
          "EL3",
          "That a person is not available is said by the side that holds him, or by the operator.",
        );
      return refusePersons(state, persons);
    }
    case "eligibility.examined": {
      const { decision, class: of } = act.payload;
      const prefix = decision === "repatriate" ? "dr" : decision === "neutral_country" ? "nc" : undefined;
      if (of?.slice(0, 2) !== prefix)
        return refusal(
          "EL4",
          "A decision to repatriate has a class of article 110(1), one for a neutral country of 110(2), and no other decision has one.",
        );
      return undefined;
    }
    case "wish.taken": {
      const { person, privately } = act.payload;
      if (!privately)
        return refusal("EL5", "A wish that was not told in private is no wish; ask again in private.");
      return refusePersons(state, [{ list: person.list, lines: [person.line] }]);
    }
    default:
      return undefined;
  }
}

/** What holds of every naming of persons: by lines of lists that the author reads, in the lists' own order. */
export function refusePersons(state: State, persons: Persons): Refusal | undefined {
  if (!persons.every(({ list }) => state.entries.get(list)?.act.kind.startsWith("list.")))
    return refusal("EL1", "A person is a line of a list that this office reads.");
  return isInOrder(persons)
    ? undefined
    : refusal(
        "EL6",
        "Lists and lines stand in their own order, each once: another order would tell what one wants first.",
      );
}
