import { type Office, partyOf, type Side, sides } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import { type HandoverView, handoverViews } from "../claims/accounts.ts";
import type { Claim } from "../claims/acts.ts";
import { handoverDetail, owedOnHandover } from "../exchanges/view.ts";
import { known, type State } from "../fold/state.ts";
import type { Owed } from "../gate/owed.ts";

export function remainsHandovers(state: State): readonly HandoverView[] {
  return handoverViews(state, state.remains);
}

/** Each office's own running totals in one direction, latest last. They are never merged into one. */
export type TotalsView = {
  readonly from: Side;
  readonly to: Side;
  readonly claims: readonly {
    readonly id: ActId;
    readonly by: Office;
    readonly count: Claim;
    readonly saidAt: string;
  }[];
};

export function remainsTotals(state: State): readonly TotalsView[] {
  return sides.flatMap((from): TotalsView[] => {
    const to: Side = from === "a" ? "b" : "a";
    const claims = state.remains.totals
      .map((id) => known(state, id, "remains.total_claimed").act)
      .filter((act) => act.payload.direction.from === from)
      .map((act) => ({ id: act.id, by: act.by.office, count: act.payload.count, saidAt: act.saidAt }));
    return claims.length > 0 ? [{ from, to, claims }] : [];
  });
}

/** The other side's account of each transfer, and how many the receiving side accepts as its own. */
export function owedOnRemains(state: State): readonly Owed[] {
  const accepted = new Set(
    state.remains.accepted.map((id) =>
      state.remains.byAccount.get(known(state, id, "remains.accepted").act.payload.handover),
    ),
  );
  return remainsHandovers(state).flatMap((view) => {
    const first = view.accounts[0];
    const rest = owedOnHandover(state, view, false);
    if (accepted.has(view.id) || !first) return rest;
    const day = new Date(view.at).toISOString().slice(0, 10);
    return [
      ...rest,
      {
        what: "acceptance_of_remains",
        subject: view.id,
        title: day,
        by: partyOf(view.to),
        due: undefined,
        detail: handoverDetail(view),
      } as const,
    ];
  });
}
