import { titleOf } from "#i18n";
import { exchangeHandovers, known, remainsHandovers } from "#record";
import type { At, Query } from "../../desk/query.ts";
import type { Chosen } from "./filter.ts";
import { type Handover, handoversOf } from "./handovers.ts";
import { type OtherNumber, otherNumbersOf } from "./other-numbers.ts";
import { type AgreementPledges, pledgesOf } from "./pledges.ts";
import { type PlotModel, plotsOf } from "./told.ts";
import { type Offer, offersOf, type Totals, totalsOf } from "./totals.ts";

export type ClaimsModel = {
  /** The agreements that a pledge or a link names, to choose from. */
  readonly agreements: readonly { readonly id: string; readonly title: string }[];
  readonly pledges: readonly AgreementPledges[];
  readonly handovers: readonly Handover[];
  readonly offers: readonly Offer[];
  readonly totals: readonly Totals[];
  readonly others: readonly OtherNumber[];
  /** What can be drawn over time; not narrowed by what was chosen for the tables. */
  readonly plots: readonly PlotModel[];
  /** Pledges or links are read here; elsewhere nobody can tell what a handover counts towards. */
  readonly hasLinks: boolean;
};

/** Every number that this office reads, each under the name of the one who says it. */
export const claims: Query<Chosen, ClaimsModel> = (at, chosen) => ({
  agreements: agreementsNamed(at),
  hasLinks: agreementsNamed(at).length > 0,
  pledges: pledgesOf(at, chosen),
  handovers: handoversOf(at, chosen),
  offers: offersOf(at, chosen),
  totals: totalsOf(at, chosen),
  others: otherNumbersOf(at, chosen),
  plots: plotsOf(at),
});

function agreementsNamed({ state, t }: At): ClaimsModel["agreements"] {
  const pledged = state.exchanges.pledges.map((id) => known(state, id, "pledge.made").act.payload.agreement);
  const linked = [...exchangeHandovers(state), ...remainsHandovers(state)].flatMap(({ links }) =>
    links.map((link) => link.act.payload.agreement),
  );
  return [...new Set([...pledged, ...linked])].map((id) => ({ id, title: titleOf(t, state, id) }));
}
