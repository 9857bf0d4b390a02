import { officeName } from "#i18n";
import { epochMs, known } from "#record";
import { utc } from "../dates.ts";
import type { Section } from "./section.ts";

/** Window plans that were proposed, by digests alone: what it takes to compute each again, and which stands. */
export const plans: Section = {
  name: "plans",
  heading: "show.plans",
  data: ({ state }) =>
    [...state.plans.proposed.values()].map(({ id, replacedBy }) => {
      const { by, payload } = known(state, id, "plan.proposed").act;
      return { id, by: by.office, ...payload, replacedBy };
    }),
  print: ({ state, t, say, out }) => {
    for (const { id, replacedBy } of state.plans.proposed.values()) {
      const { by, payload, saidAt } = known(state, id, "plan.proposed").act;
      const { title, truce, plan, words } = payload;
      const stands = replacedBy === undefined ? "" : ` · ${say("window.replaced")}`;
      const who = t("show.by", { office: officeName(t, state, by.office) });
      out.line(`• ${title} · ${who} · ${utc(epochMs(saidAt))}${stands}   ${id}`);
      if (truce && state.truces.texts.has(truce))
        out.line(`    ${say("window.truce")}: ${known(state, truce, "truce.tabled").act.payload.title}`);
      out.line(
        `    ${plan.engine} ${plan.version} · ${t("field.seed")} ${plan.seed} · ${t("field.iterations")} ${plan.iterations}`,
      );
      out.line(`    ${t("field.inputs")}: ${plan.inputs}`);
      out.line(`    ${t("field.plan.digest")}: ${plan.digest}`);
      if (words !== undefined) out.line(`    ${words}`);
    }
  },
};
