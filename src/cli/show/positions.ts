import { officeName, sayWord } from "#i18n";
import { issueView, known, sideOf } from "#record";
import { wrap } from "../output.ts";
import { inPartyOrder } from "./parties.ts";
import type { Section } from "./section.ts";

/** Per issue each side's latest cited position, side by side; and outlooks with author, horizon and basis. */
export const positions: Section = {
  name: "positions",
  heading: "show.positions",
  data: ({ state }) => [
    ...[...state.positions.issues.values()].map((issue) => {
      const view = issueView(state, issue);
      return {
        id: issue.id,
        what: "issue",
        title: view.issue.act.payload.title,
        latest: { a: view.latest.a?.act.payload ?? null, b: view.latest.b?.act.payload ?? null },
        classified: view.classified.map(({ act }) => ({ by: act.by.office, ...act.payload })),
      };
    }),
    ...state.positions.outlooks.map((id) => {
      const { by, payload } = known(state, id, "outlook.given").act;
      return { id, what: "outlook", by: by.office, ...payload };
    }),
  ],
  print: (it) => {
    const { state, t, out } = it;
    let turn = 0;
    for (const issue of state.positions.issues.values()) {
      const view = issueView(state, issue);
      out.line(`• ${view.issue.act.payload.title}`);
      for (const party of inPartyOrder(it, turn++)) {
        const side = sideOf(party);
        const cited = side && view.latest[side];
        if (!cited) continue;
        const { position, dated, source } = cited.act.payload;
        out.line(`    ${officeName(t, state, party)}: ${wrap(position, "      ")}`);
        out.line(`      ${t("show.source", { words: `${source.publisher}, ${dated}` })}`);
      }
      for (const { act } of view.classified)
        out.line(`    ${sayWord(t, act.payload.box)}: ${wrap(act.payload.words, "      ")}`);
    }
    for (const id of state.positions.outlooks) {
      const { payload } = known(state, id, "outlook.given").act;
      out.line(`${t("show.outlooks")} · ${payload.author} · ${payload.horizon}`);
      out.line(`    ${wrap(payload.words, "    ")}`);
    }
  },
};
