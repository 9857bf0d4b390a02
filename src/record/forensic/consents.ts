import type { ActId } from "../act/act.ts";
import type { Act } from "../act/kinds.ts";
import { known, type State } from "../fold/state.ts";
import type { Sought } from "./fold.ts";

type Purpose = Act<"forensic.sample_consented">["payload"]["purpose"];

/** The consent to one use of one sample that stands now. */
export function standingSampleConsent(
  state: State,
  person: Sought,
  sample: number,
  purpose: Purpose,
): ActId | undefined {
  return person.consents.find((id) => {
    const { payload } = known(state, id, "forensic.sample_consented").act;
    return payload.sample === sample && payload.purpose === purpose && !state.forensic.withdrawals.has(id);
  });
}

export type SampleView = {
  readonly sample: number;
  readonly relation: Act<"forensic.sample_consented">["payload"]["relation"];
  readonly isClose: boolean;
  /** Each purpose that was asked, and whether its consent stands. */
  readonly purposes: readonly { readonly id: ActId; readonly purpose: Purpose; readonly stands: boolean }[];
  /** Stands for this person or for all cases: then it may be compared. */
  readonly mayBeCompared: boolean;
};

const close: ReadonlySet<string> = new Set(["mother", "father", "child", "sibling"]);

/** The samples of a person's relatives, as this side's own office has taken down the consents. */
export function samplesOf(state: State, person: Sought): readonly SampleView[] {
  const given = person.consents.map((id) => known(state, id, "forensic.sample_consented").act);
  const bySample = Map.groupBy(given, ({ payload }) => payload.sample);
  return [...bySample].map(([sample, acts]): SampleView => {
    const relation = acts[0]?.payload.relation ?? "other_relative";
    const purposes = acts.map(({ id, payload }) => ({
      id,
      purpose: payload.purpose,
      stands: !state.forensic.withdrawals.has(id),
    }));
    return {
      sample,
      relation,
      isClose: close.has(relation),
      purposes,
      mayBeCompared: purposes.some(
        ({ purpose, stands }) => stands && (purpose === "this_person" || purpose === "all_cases"),
      ),
    };
  });
}
