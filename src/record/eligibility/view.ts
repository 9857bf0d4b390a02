import { type Office, partyOf } from "../access/offices.ts";
import type { Entry } from "../act/entry.ts";
import type { Act, PayloadOf } from "../act/kinds.ts";
import { known, type State } from "../fold/state.ts";
import type { Owed } from "../gate/owed.ts";
import { personOf } from "../persons/view.ts";
import type { Category } from "./categories.ts";
import { sixMonthsAfter, threeMonthsAfter } from "./clock.ts";
import { keyOf, refsOf } from "./persons.ts";

type Saying = Entry<Act<"eligibility.proposed" | "eligibility.certified" | "eligibility.withheld">>;

/** What has been said of one person, each office's word for itself. */
export type Eligibility = {
  readonly proposed: Map<Office, Category>;
  /** The class in which a commission last certified him. */
  certified: PayloadOf<"eligibility.certified">["class"] | undefined;
  /** The offices in whose word he is not available now. */
  readonly withheldBy: Set<Office>;
};

export function eligibilitySayings(state: State): readonly Saying[] {
  return state.eligibility.said.flatMap((id) => {
    const entry = state.entries.get(id);
    return entry?.act.kind.startsWith("eligibility.") ? [entry as Saying] : []; // the fold keeps no others there
  });
}

/** By record. Who is withheld stays so until the office that said it proposes him again. O(persons named). */
export function eligibilityOf(state: State): ReadonlyMap<string, Eligibility> {
  const found = new Map<string, Eligibility>();
  for (const { act } of eligibilitySayings(state))
    for (const ref of refsOf(act.payload.persons)) {
      const one = found.get(keyOf(ref)) ?? {
        proposed: new Map(),
        certified: undefined,
        withheldBy: new Set(),
      };
      found.set(keyOf(ref), one);
      if (act.kind === "eligibility.certified") one.certified = act.payload.class;
      if (act.kind === "eligibility.withheld") one.withheldBy.add(act.by.office);
      if (act.kind !== "eligibility.proposed") continue;
      one.proposed.set(act.by.office, act.payload.category);
      one.withheldBy.delete(act.by.office);
    }
  return found;
}

/** The records of those who are not available: whose any record is said to be so, by way of confirmed matches too. */
export function withheldPersons(state: State): ReadonlySet<string> {
  const said = eligibilityOf(state);
  const refs = eligibilitySayings(state)
    .flatMap(({ act }) => (act.kind === "eligibility.withheld" ? refsOf(act.payload.persons) : []))
    .filter((ref) => (said.get(keyOf(ref))?.withheldBy.size ?? 0) > 0);
  return new Set(refs.flatMap((ref) => personOf(state, ref).records.map(keyOf)));
}

/**
 * A decision that is not carried out is owed by the side that holds the person, within three months. `returned`
 * are those who came back in the word of those who received them.
 */
export function owedOnEligibility(state: State, returned: ReadonlySet<string>): readonly Owed[] {
  const said = eligibilityOf(state);
  // A side does not end its own duty by its own word (Geneva III art. 109): the neutral one says who is not to be moved.
  const isFree = (key: string) => returned.has(key) || said.get(key)?.withheldBy.has("operator");
  const repatriations = eligibilitySayings(state).flatMap(({ act }): Owed[] => {
    if (act.kind !== "eligibility.certified") return [];
    const { persons, heldBy, decidedOn, class: of } = act.payload;
    const left = refsOf(persons).some((ref) => !isFree(keyOf(ref)));
    if (!left) return [];
    return [
      {
        what: "repatriation",
        subject: act.id,
        title: `${of.toUpperCase()} · ${decidedOn}`,
        by: partyOf(heldBy),
        due: threeMonthsAfter(decidedOn),
        detail: {},
      },
    ];
  });
  return [...repatriations, ...owedExaminations(state, returned)];
}

/** Who was put off is examined again; owed by the office that put him off, where the medical room is read. */
function owedExaminations(state: State, returned: ReadonlySet<string>): readonly Owed[] {
  const all = state.eligibility.examined.map((id) => known(state, id, "eligibility.examined").act);
  const latest = new Map(all.map((act) => [keyOf(act.payload.person), act]));
  return [...latest].flatMap(([key, { id, by, payload }]): Owed[] =>
    payload.decision !== "defer" || returned.has(key)
      ? []
      : [
          {
            what: "examination",
            subject: id,
            title: payload.on,
            by: by.office,
            due: sixMonthsAfter(payload.on),
            detail: { line: payload.person.line },
          },
        ],
  );
}
