import type { Side } from "../access/offices.ts";
import type { Category } from "../eligibility/categories.ts";
import { grouped, keyOf, type Persons } from "../eligibility/persons.ts";
import type { State } from "../fold/state.ts";
import type { Tranche } from "./fold.ts";
import { type Placed, placedIn, textOf } from "./persons-of.ts";

type Field = "title" | "number" | "agreement" | "on" | "place";

/** One difference of a text from the one that it replaces. */
export type TrancheChange =
  | {
      readonly change: "field";
      readonly field: Field;
      readonly before: string | undefined;
      readonly after: string | undefined;
    }
  | {
      readonly change: "persons_added" | "persons_removed";
      readonly returnedBy: Side;
      readonly category: Category;
      readonly isReserve: boolean;
      readonly persons: Persons;
    };

const fields: readonly Field[] = ["title", "number", "agreement", "on", "place"];

/** What a text changes in the one that it replaces: its fields, and who comes in and who goes out. O(n log n). */
export function diffTranche(state: State, earlier: Tranche, later: Tranche): readonly TrancheChange[] {
  const [before, after] = [textOf(state, earlier), textOf(state, later)];
  const said = (value: string | number | undefined) => (value === undefined ? undefined : String(value));
  const changed = fields.flatMap((field): TrancheChange[] => {
    const [one, other] = [said(before[field]), said(after[field])];
    return one === other ? [] : [{ change: "field", field, before: one, after: other }];
  });
  const [were, are] = [placedIn(before), placedIn(after)];
  return [
    ...changed,
    ...notIn(were, are).map((one) => ({ change: "persons_removed" as const, ...one })),
    ...notIn(are, were).map((one) => ({ change: "persons_added" as const, ...one })),
  ];
}

// Those of some who do not stand in the same place among others, by side, category and whether they stand by.
function notIn(some: readonly Placed[], others: readonly Placed[]) {
  const placeOf = ({ returnedBy, category, isReserve }: Placed) => `${returnedBy} ${category} ${isReserve}`;
  const there = new Set(others.map((one) => `${keyOf(one.ref)} ${placeOf(one)}`));
  const left = some.filter((one) => !there.has(`${keyOf(one.ref)} ${placeOf(one)}`));
  return [...Map.groupBy(left, placeOf).values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const { returnedBy, category, isReserve } = first;
    return [{ returnedBy, category, isReserve, persons: grouped(all.map(({ ref }) => ref)) }];
  });
}
