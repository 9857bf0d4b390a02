import { type Office, type Side, sideOf } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { PayloadOf } from "../act/kinds.ts";
import type { Category } from "../eligibility/categories.ts";
import { keyOf, type RecordRef, refsOf } from "../eligibility/persons.ts";
import { known, type State } from "../fold/state.ts";
import type { Substitution, Tranche } from "./fold.ts";

/** One person of a tranche: who returns him, by what, and whether he goes or stands by. */
export type Placed = {
  readonly ref: RecordRef;
  readonly returnedBy: Side;
  readonly category: Category;
  readonly isReserve: boolean;
};

type Text = PayloadOf<"tranche.tabled">;

export function textOf(state: State, tranche: Tranche): Text {
  return known(state, tranche.id, "tranche.tabled").act.payload;
}

/** Everybody whom a text names, in its order. */
export function placedIn({ parts, reserves = [] }: Pick<Text, "parts" | "reserves">): readonly Placed[] {
  const place = (isReserve: boolean) => (part: Text["parts"][number]) =>
    refsOf(part.persons).map((ref) => ({
      ref,
      returnedBy: part.returnedBy,
      category: part.category,
      isReserve,
    }));
  return [...parts.flatMap(place(false)), ...reserves.flatMap(place(true))];
}

/** The word of the other side on a substitution: the last of any of its offices. */
export function substitutionAnswer(
  state: State,
  substitution: Substitution,
): { readonly by: Office; readonly answer: "agreed" | "refused" } | undefined {
  const own = sideOf(known(state, substitution.id, "tranche.substitution_proposed").act.by.office);
  for (const [by, id] of [...substitution.answers].toReversed()) {
    const answer = known(state, id, "tranche.substitution_answered").act.payload.answer;
    if (sideOf(by) !== own) return { by, answer };
  }
  return undefined;
}

/**
 * Everybody as it stands now: who was agreed to go in another's place goes, and the other is out of the tranche. A
 * substitution that does not fit, as of two that take the same reserve, changes nothing. O(persons + substitutions).
 */
export function personsOf(state: State, tranche: Tranche): readonly Placed[] {
  const now = new Map(placedIn(textOf(state, tranche)).map((one) => [keyOf(one.ref), one]));
  for (const id of tranche.substitutions) {
    const substitution = state.tranches.substitutions.get(id);
    if (!substitution || substitutionAnswer(state, substitution)?.answer !== "agreed") continue;
    const { out, in: into } = known(state, id, "tranche.substitution_proposed").act.payload;
    const [left, stands] = [now.get(keyOf(out)), now.get(keyOf(into))];
    if (!left || !stands || !mayStandIn(left, stands)) continue;
    now.delete(keyOf(out));
    now.set(keyOf(into), { ...stands, isReserve: false });
  }
  return [...now.values()];
}

/** Whether one may go in another's place: from the reserves, of the same side and category. */
export function mayStandIn(out: Placed, into: Placed): boolean {
  return (
    !out.isReserve && into.isReserve && out.returnedBy === into.returnedBy && out.category === into.category
  );
}

/** Substitutions that wait for the other side's word. */
export function openSubstitutions(state: State, tranche: Tranche): readonly ActId[] {
  return tranche.substitutions.filter((id) => {
    const substitution = state.tranches.substitutions.get(id);
    return substitution !== undefined && substitutionAnswer(state, substitution) === undefined;
  });
}
