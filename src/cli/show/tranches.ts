import { officeName, sayWord, titleOf } from "#i18n";
import { sha256, toHex } from "#ledger";
import {
  known,
  lockedBytes,
  lockOf,
  parties,
  personsOf,
  readinessOffices,
  type Shown as ShownCount,
  shownCounts,
  sideOf,
  stagingOf,
  trancheAnswer,
  trancheDeliveries,
  trancheReadiness,
  trancheStatus,
} from "#record";
import { wrap } from "../output.ts";
import { inPartyOrder } from "./parties.ts";
import type { Section } from "./section.ts";

/** Tranches with each side's own words; counts by category, small ones withheld. */
export const tranches: Section = {
  name: "tranches",
  heading: "show.tranches",
  data: ({ state }) =>
    [...state.tranches.tabled.values()].map((tranche) => {
      const { act } = known(state, tranche.id, "tranche.tabled");
      return {
        id: tranche.id,
        by: act.by.office,
        ...act.payload,
        status: trancheStatus(state, tranche),
        digest: toHex(sha256(lockedBytes(state, tranche))),
        answers: Object.fromEntries(parties.map((party) => [party, trancheAnswer(state, tranche, party)])),
        locks: Object.fromEntries(parties.map((party) => [party, lockOf(state, tranche, party) ?? null])),
        readiness: Object.fromEntries(
          readinessOffices.map((one) => [one, trancheReadiness(state, tranche, one)]),
        ),
        persons: personsOf(state, tranche),
        delivered: trancheDeliveries(state, tranche),
      };
    }),
  print: (it) => {
    const { state, t, out } = it;
    let turn = 0;
    const said = (count: ShownCount) => (count === "withheld" ? t("show.too_few") : String(count));
    for (const tranche of state.tranches.tabled.values()) {
      const { id, payload } = known(state, tranche.id, "tranche.tabled").act;
      const status = trancheStatus(state, tranche);
      out.line(`• ${wrap(`${payload.title} · ${sayWord(t, status)}`, "  ")}`);
      out.line(`    ${[payload.on, payload.place].filter((one) => one !== undefined).join(" · ")}   ${id}`);
      if (payload.replaces) out.line(`    ${t("field.replaces")}: ${titleOf(t, state, payload.replaces)}`);
      for (const party of inPartyOrder(it, turn++)) {
        const side = sideOf(party) ?? "a";
        const { total, outside, within } = shownCounts(state, tranche, side);
        const words = [
          sayWord(t, trancheAnswer(state, tranche, party)),
          t("show.returns", { count: said(total) }),
          t("show.within_parity", { count: said(within) }),
          t("show.outside_parity", { count: said(outside) }),
          // silence on these two is on the list of what is owed
          ...[stagingOf(state, tranche, side), trancheReadiness(state, tranche, party)]
            .filter((word) => word !== "no_answer")
            .map((word) => sayWord(t, word)),
        ];
        out.line(`    ${officeName(t, state, party)}: ${words.join(" · ")}`);
      }
    }
  },
};
