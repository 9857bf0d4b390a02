import { officeName, sayChange, sayTerm, sayWord } from "#i18n";
import { diffTerms, known, type Office, proposalStatus, type State, stancesOf } from "#record";
import { wrap } from "../output.ts";
import { inPartyOrder } from "./parties.ts";
import type { Section } from "./section.ts";

/** Proposals on the table and drafts of one's own: terms, what changed since the earlier text, each one's answer. */
export const proposals: Section = {
  name: "proposals",
  heading: "show.proposals",
  data: ({ state, now }) => [
    ...[...state.proposals.tabled.values()].map((proposal) => {
      const { act } = known(state, proposal.id, "proposal.tabled");
      return {
        id: proposal.id,
        by: act.by.office,
        ...act.payload,
        status: proposalStatus(state, proposal, now),
        answers: Object.fromEntries(stancesOf(state, proposal)),
        changes: changesOf(state, proposal.id),
      };
    }),
    ...state.proposals.drafts.map((id) => {
      const { act } = known(state, id, "proposal.drafted");
      return { id, by: act.by.office, ...act.payload, status: "drafted", answers: {}, changes: [] };
    }),
  ],
  print: (it) => {
    const { state, t, now, out } = it;
    let turn = 0;
    for (const proposal of state.proposals.tabled.values()) {
      const order: readonly Office[] = inPartyOrder(it, turn++);
      const place = (office: Office) => order.indexOf(office);
      const { act } = known(state, proposal.id, "proposal.tabled");
      const by = t("show.by", { office: officeName(t, state, act.by.office) });
      out.line(`• ${act.payload.title} · ${by} · ${sayWord(t, proposalStatus(state, proposal, now))}`);
      const changes = changesOf(state, proposal.id);
      if (changes.length > 0) out.line(`    ${t("show.retabled_from")}:`);
      for (const change of changes) out.line(`      ${wrap(sayChange(t, state, change), "        ")}`);
      if (changes.length === 0)
        for (const term of act.payload.terms)
          out.line(`    ${term.key}: ${wrap(sayTerm(t, state, term), "      ")}`);
      const stances = [...stancesOf(state, proposal)].toSorted(([one], [other]) => place(one) - place(other));
      const answers = stances.map(
        ([office, stance]) => `${officeName(t, state, office)}: ${sayWord(t, stance)}`,
      );
      out.line(`    ${answers.join(" · ")}   ${proposal.id}`);
    }
    for (const id of state.proposals.drafts) {
      const { act } = known(state, id, "proposal.drafted");
      out.line(`• ${act.payload.title} · ${sayWord(t, "drafted")} · ${act.room}`);
    }
  },
};

export function changesOf(state: State, id: Parameters<typeof known>[1]) {
  const { payload } = known(state, id, "proposal.tabled").act;
  const earlier = payload.retables && known(state, payload.retables, "proposal.tabled").act.payload;
  return earlier ? diffTerms(earlier.terms, payload.terms) : [];
}
