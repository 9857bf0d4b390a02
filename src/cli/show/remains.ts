import { officeName, sayClaim } from "#i18n";
import { known, partyOf, remainsHandovers, remainsTotals, type Side } from "#record";
import type { Shown } from "../context.ts";
import { handoverData, printHandover } from "./claims.ts";
import { inPartyOrder } from "./parties.ts";
import type { Section } from "./section.ts";

/** Bodies offered, handed over, received and accepted: four counts, each its teller's own. */
export const remains: Section = {
  name: "remains",
  heading: "show.remains",
  data: ({ state }) => [
    ...state.remains.offers.map((id) => {
      const { by, payload } = known(state, id, "remains.offered").act;
      return { id, what: "offered", by: by.office, ...payload };
    }),
    ...remainsHandovers(state).map((view) => handoverData(view, "remains")),
    ...remainsTotals(state).map((totals) => ({ what: "totals", ...totals })),
    ...state.remains.accepted.map((id) => {
      const { by, payload } = known(state, id, "remains.accepted").act;
      return { id, what: "accepted", by: by.office, ...payload };
    }),
  ],
  print: (it) => {
    const { state, t, out } = it;
    for (const id of state.remains.offers) {
      const { by, payload } = known(state, id, "remains.offered").act;
      out.line(
        `${t("kind.remains.offered", { who: officeName(t, state, by.office), count: sayClaim(t, payload.count) })}`,
      );
    }
    for (const view of remainsHandovers(state)) {
      printHandover(it, view);
      // of those received, how many their side takes as its own after the examination
      for (const id of state.remains.accepted) {
        const { by, payload } = known(state, id, "remains.accepted").act;
        if (state.remains.byAccount.get(payload.handover) !== view.id) continue;
        const count = sayClaim(t, payload.count);
        out.line(`    ${t("kind.remains.accepted", { who: officeName(t, state, by.office), count })}`);
      }
    }
    for (const { from, to, claims } of inTurn(it)) {
      out.line(`Σ ${officeName(t, state, partyOf(from))} → ${officeName(t, state, partyOf(to))}`);
      for (const { by, count } of claims)
        out.line(
          `    ${officeName(t, state, by)}: ${sayClaim(t, count)}${count.asOf ? ` · ${count.asOf}` : ""}`,
        );
    }
  },
};

// The directions in the order of the parties that give.
function inTurn(it: Shown) {
  const order = inPartyOrder(it, 0);
  const place = (side: Side) => order.indexOf(partyOf(side));
  return remainsTotals(it.state).toSorted((one, other) => place(one.from) - place(other.from));
}
