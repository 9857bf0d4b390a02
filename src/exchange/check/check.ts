import type { Case, Person, Side } from "../case/case.ts";
import type { Tranche, Worth } from "../plan.ts";
import { limitsOverstepped } from "./limits.ts";
import { worthOf } from "./worth.ts";

/** A limit that a plan oversteps; `where` names tranche, side and what it is a limit of. */
export type Violation = {
  readonly constraint:
    | "unknown_person"
    | "twice"
    | "wrong_side"
    | "barred"
    | "not_ready"
    | "places"
    | "bus"
    | "pickups"
    | "beds"
    | "limit"
    | "parity"
    | "alternation"
    | "category"
    | "ladder"
    | "together"
    | "apart"
    | "lock"
    | "block";
  readonly where: string;
  readonly value: number;
  readonly limit: number;
};

export type Checked = { readonly violations: readonly Violation[]; readonly worth: Worth };

/** Where everybody goes, by code; tranche from 1. Who is not in it stays. */
export type Going = ReadonlyMap<string, number>;

/**
 * Judges a plan from the case alone: every limit that it oversteps, and what each level is worth. Shares no code with
 * the search: it is the second opinion that every plan must pass. `previous` is the last published plan.
 */
export function check(given: Case, tranches: readonly Tranche[], previous?: readonly Tranche[]): Checked {
  const persons = new Map(given.persons.map((person) => [person.code, person]));
  const { going, violations } = readTranches(tranches, persons);
  violations.push(...limitsOverstepped(given, going));
  const before = previous ? readTranches(previous, persons).going : undefined;
  return { violations, worth: worthOf(given, going, before) };
}

function readTranches(tranches: readonly Tranche[], persons: ReadonlyMap<string, Person>) {
  const violations: Violation[] = [];
  const going = new Map<string, number>();
  for (const one of tranches)
    for (const side of ["a", "b"] satisfies Side[])
      for (const code of one[side]) {
        const person = persons.get(code);
        const constraint = !person
          ? "unknown_person"
          : going.has(code)
            ? "twice"
            : person.to !== side
              ? "wrong_side"
              : undefined;
        if (constraint) violations.push({ constraint, where: `${one.tranche}/${code}`, value: 1, limit: 0 });
        if (person) going.set(code, one.tranche);
      }
  return { going, violations };
}
