import {
  type Category,
  eligibilityOf,
  isOutsideParity,
  type ListRow,
  lineWords,
  medicalClasses,
  otherSide,
  personsOf,
  type RecordRef,
  recordKey,
  returnedPersons,
  type Side,
  type State,
  sideOf,
  trancheStatus,
} from "#record";
import type { At } from "../../../desk/query.ts";
import { type HeldList, heldLists, notHere, rowsOf } from "./held-lists.ts";
import { everyLineOf, samePersons } from "./same-persons.ts";
import type { MedicalClass } from "./terms.ts";

/** Somebody who could stand in a plan: a line of a list of persons held, as far as this office may read of him. */
export type Candidate = {
  readonly ref: RecordRef;
  readonly to: Side;
  readonly category: Category;
  /** Of article 110(1) by a commission's word: outside parity. */
  readonly isOutside: boolean;
  readonly medical: MedicalClass | undefined;
  readonly isAvailable: boolean;
  readonly row: ListRow | undefined;
};

export type Candidates = {
  readonly persons: readonly Candidate[];
  readonly lists: readonly HeldList[];
  /** Lists, and earlier versions of them, whose lines are not here. */
  readonly notHere: readonly HeldList[];
  /** Lines that the other side has not answered, and that nobody whose word counts here has named. */
  readonly unanswered: number;
  readonly returned: number;
  /** Lines of whom the other side says that he has returned earlier, or is not its own. */
  readonly settled: number;
  /** Persons who go, or stand by, under a tranche that both have agreed to. */
  readonly going: number;
  /** Persons of whom another line stands in the case. */
  readonly twice: number;
};

/**
 * Who could stand in a plan of this office. What the other side's offices have proposed is not looked at: what one wants is
 * no business of the other's planner. The word of a medical commission, and that somebody is not available, count whoever
 * plans. O(lines + persons named).
 */
export function candidatesOf(at: At): Candidates {
  const { state, office } = at;
  const own = sideOf(office);
  const lists = heldLists(state);
  const said = eligibilityOf(state);
  const returned = everyLineOf(at, lists, returnedPersons(state));
  const going = everyLineOf(at, lists, goingPersons(state));
  const same = samePersons(state);
  const taken = new Set<string>();
  const count = { unanswered: 0, returned: 0, settled: 0, going: 0, twice: 0 };
  const persons: Candidate[] = [];
  for (const list of lists) {
    const words = lineWords(state, list);
    const rows = rowsOf(at, list);
    for (let line = 1; line <= list.lines; line++) {
      const ref = { list: list.id, line };
      const key = recordKey(ref);
      const word = words.get(line)?.answer;
      const of = said.get(key);
      const named = [...(of?.proposed ?? [])].filter(([by]) => by === "operator" || sideOf(by) === own);
      const isOne = word === "acknowledged" || word === "corrected" || named.length > 0 || of?.certified;
      if (returned.has(key)) count.returned++;
      else if (word === "already_returned" || word === "not_ours") count.settled++;
      else if (going.has(key)) count.going++;
      else if (taken.has(key)) count.twice++;
      else if (isOne) {
        for (const each of same.get(key) ?? [key]) taken.add(each);
        const proposed = (named.findLast(([by]) => by !== "operator") ?? named[0])?.[1];
        const isAvailable = (of?.withheldBy.size ?? 0) === 0;
        const row = rows?.[line - 1];
        persons.push({
          ref,
          to: otherSide(list.side),
          ...placed(of?.certified, proposed),
          isAvailable,
          row,
        });
      } else if (word === undefined) count.unanswered++;
    }
  }
  return { persons, lists, notHere: notHere(at, lists), ...count };
}

// A class that nobody has certified tells how somebody is, and puts him in no lane.
function placed(certified: MedicalClass | undefined, proposed: Category | undefined) {
  const medical = certified ?? medicalClasses.find((one) => one === proposed);
  const category = certified ?? (medical ? "number" : (proposed ?? "number"));
  return { category, medical, isOutside: isOutsideParity(category) };
}

function goingPersons(state: State): ReadonlySet<string> {
  const found = new Set<string>();
  for (const tranche of state.tranches.tabled.values())
    if (["agreed", "locked", "ready", "no_go"].includes(trancheStatus(state, tranche)))
      for (const { ref } of personsOf(state, tranche)) found.add(recordKey(ref));
  return found;
}
