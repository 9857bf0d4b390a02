import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Entry } from "../act/entry.ts";
import type { Act } from "../act/kinds.ts";
import { epochMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import type { Container } from "./fold.ts";

/** What is not closed in a chain of custody, at one of its links. */
export type Gap = "not_taken" | "not_from_holder" | "seals_broken" | "numbers_differ" | "times_cross";

export type CustodyLink = {
  readonly from: Office;
  readonly to: Office;
  readonly given: Entry<Act<"forensic.custody_given">>;
  /** The word of the one who took it; undefined while there is none. */
  readonly taken: Entry<Act<"forensic.custody_taken">> | undefined;
  readonly gaps: readonly Gap[];
};

/** The chain of one container, from those who recovered it on, with every gap in it. Nothing is refused for a gap. */
export function custodyOf(state: State, container: Container): readonly CustodyLink[] {
  const { act: recorded } = known(state, container.id, "forensic.container_recorded");
  let holder: Office = recorded.by.office;
  let numbers: readonly string[] = recorded.payload.seals;
  let last = epochMs(recorded.payload.at);
  return container.given.map((id): CustodyLink => {
    const given = known(state, id, "forensic.custody_given");
    const taken = takenOf(state, id);
    const { to, at, numbers: left } = given.act.payload;
    const end = taken && epochMs(taken.act.payload.at);
    const gaps: readonly (Gap | false)[] = [
      !taken && "not_taken",
      given.act.by.office !== holder && "not_from_holder",
      [given, taken].some((one) => one?.act.payload.seals === "seals_broken") && "seals_broken",
      (!isSame(numbers, left) || (taken !== undefined && !isSame(left, taken.act.payload.numbers))) &&
        "numbers_differ",
      (epochMs(at) < last || (end !== undefined && end < epochMs(at))) && "times_cross",
    ];
    if (taken) {
      holder = taken.act.by.office;
      numbers = taken.act.payload.numbers;
    }
    last = Math.max(last, end ?? epochMs(at));
    return { from: given.act.by.office, to, given, taken, gaps: gaps.filter((one) => one !== false) };
  });
}

/** Who holds it: the last who said that he took it, and before that those who recovered it. */
export function holderOf(state: State, container: Container): Office {
  const last = custodyOf(state, container).findLast(({ taken }) => taken !== undefined);
  return (
    last?.taken?.act.by.office ?? known(state, container.id, "forensic.container_recorded").act.by.office
  );
}

/** Whether an office has ever taken it over from another. */
export function wasTakenBy(state: State, container: Container, office: Office): boolean {
  return custodyOf(state, container).some(
    ({ taken, from }) => taken?.act.by.office === office && from !== office,
  );
}

/** The latest look for ammunition; undefined before the first. */
export function checkOf(
  state: State,
  container: Container,
): Act<"forensic.container_checked">["payload"]["found"] | undefined {
  const last = container.checks.at(-1);
  return last && known(state, last, "forensic.container_checked").act.payload.found;
}

export function isSafe(state: State, container: Container): boolean {
  const found = checkOf(state, container);
  return found === "nothing_found" || found === "made_safe";
}

function takenOf(state: State, given: ActId): CustodyLink["taken"] {
  const taken = state.forensic.taken.get(given);
  return taken && known(state, taken, "forensic.custody_taken");
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join("\n") === other.toSorted().join("\n");
}
