import { officeName, sayClaim, titleOf } from "#i18n";
import { type Delivered, partyOf, pledgeViews } from "#record";
import type { Shown } from "../context.ts";
import { wrap } from "../output.ts";
import { inPartyOrder } from "./parties.ts";
import type { Section } from "./section.ts";

/** Pledged against delivered, told by each side from its own counts and its own links. */
export const pledges: Section = {
  name: "pledges",
  heading: "show.pledges",
  data: ({ state }) =>
    pledgeViews(state).map(({ agreement, from, pledge, pledged, delivered }) => ({
      id: pledge.act.id,
      agreement,
      by: partyOf(from),
      pledged,
      delivered,
    })),
  print: (it) => {
    const { state, t, out } = it;
    let last = "";
    let turn = 0;
    for (const { agreement, from, pledged, delivered } of pledgeViews(state)) {
      if (agreement !== last) out.line(`• ${wrap(titleOf(t, state, agreement), "  ")}`);
      last = agreement;
      out.line(`    ${officeName(t, state, partyOf(from))}: ${sayClaim(t, pledged)}`);
      for (const teller of inPartyOrder(it, turn++)) {
        const told = delivered.find((one) => one.teller === teller);
        if (told) out.line(`      ${toldBy(it, told)}`);
      }
    }
  },
};

function toldBy({ state, t }: Shown, told: Delivered): string {
  const { min, max, counted, withheld, unsaid, teller } = told;
  const count =
    min === max ? t("show.counted_one", { max, counted }) : t("show.counted", { min, max, counted });
  return `${t("show.told_by", { office: officeName(t, state, teller) })}: ${count}${t("show.withheld", { n: withheld })}${t("show.unsaid", { n: unsaid })}`;
}
