import { officeName } from "#i18n";
import { happenedMs, known, partyOf, remainsTotals, type Side } from "#record";
import { inPartyOrder } from "../../desk/process.ts";
import type { At } from "../../desk/query.ts";
import { type Figure, figureOf, happenedOf } from "./figure.ts";
import { type Chosen, isOfMatter } from "./filter.ts";

/** Running totals in one direction: under each teller its own, oldest first. They are never merged into one. */
export type Totals = {
  readonly from: string;
  readonly to: string;
  readonly tellers: readonly { readonly teller: string; readonly figures: readonly Figure[] }[];
};

export function totalsOf(at: At, chosen: Chosen): readonly Totals[] {
  if (!isOfMatter(chosen, "remains") || chosen.agreement !== "all") return [];
  const { state, t } = at;
  const name = (side: Side) => officeName(t, state, partyOf(side));
  const views = inPartyOrder(at, 0).flatMap((party) =>
    remainsTotals(state).filter((one) => partyOf(one.from) === party),
  );
  return views.map(({ from, to, claims }, turn) => {
    const acts = claims.map(({ id }) => known(state, id, "remains.total_claimed").act);
    const byTeller = Map.groupBy(acts, (act) => act.by.office);
    const order = inPartyOrder(at, turn);
    const tellers = [...byTeller.keys()].toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
    return {
      from: name(from),
      to: name(to),
      tellers: tellers.map((office) => ({
        teller: officeName(t, state, office),
        figures: (byTeller.get(office) ?? [])
          .toSorted((one, other) => happenedMs(happenedOf(one)) - happenedMs(happenedOf(other)))
          .map((act) => figureOf(at, act, act.payload.count)),
      })),
    };
  });
}

/** Bodies that one side has offered to hand over; an offer is not a handover. */
export type Offer = {
  readonly figure: Figure;
  readonly to: string;
  readonly words: string | undefined;
};

export function offersOf(at: At, chosen: Chosen): readonly Offer[] {
  if (!isOfMatter(chosen, "remains")) return [];
  const { state, t } = at;
  return state.remains.offers
    .map((id) => known(state, id, "remains.offered").act)
    .filter(({ payload }) => chosen.agreement === "all" || payload.agreement === chosen.agreement)
    .map((act) => ({
      figure: figureOf(at, act, act.payload.count),
      to: officeName(t, state, partyOf(act.payload.to)),
      words: act.payload.words,
    }));
}
