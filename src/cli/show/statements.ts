import { describeAct } from "#i18n";
import { known } from "#record";
import { wrap } from "../output.ts";
import type { Section } from "./section.ts";

/** The register of statements: verbatim words, speaker, capacity, source. */
export const statements: Section = {
  name: "statements",
  heading: "show.statements",
  data: ({ state }) =>
    [...state.statements.values()].map(({ id, claims, answers }) => ({
      id,
      capturedBy: known(state, id, "statement.captured").act.by.office,
      saidAt: known(state, id, "statement.captured").act.saidAt,
      ...known(state, id, "statement.captured").act.payload,
      claims: claims.map((one) => known(state, one, "statement.claim_noted").act.payload),
      answers: answers.map((one) => known(state, one, "statement.answered").act.payload),
    })),
  print: ({ state, t, out }) => {
    for (const { id } of state.statements.values()) {
      const { act } = known(state, id, "statement.captured");
      const { publisher, published } = act.payload.source;
      out.line(`• ${wrap(describeAct(t, state, act), "  ")}`);
      out.line(`    ${t("show.source", { words: [publisher, published].filter(Boolean).join(", ") })}`);
    }
  },
};
