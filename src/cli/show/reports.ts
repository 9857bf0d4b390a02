import { officeName, sayEntry, sayReport } from "#i18n";
import { entryOfReport, reportsOf } from "#record";
import type { Shown } from "../context.ts";
import { wrap } from "../output.ts";
import type { Section } from "./section.ts";

/** Reports: what each was said to say, by whom, and what else cites it. */
export const reports: Section = {
  name: "reports",
  heading: "show.reports",
  data: reportsIn,
  print: (it) => {
    const { state, t, out } = it;
    for (const { digest, entries, cited } of reportsIn(it)) {
      out.line(`• SHA-256 ${digest}`);
      for (const { entry, by, source, withdrawn } of entries) {
        const told = sayEntry(t, state, entry);
        const line = `${t(`entry.${entry.class}`)}${told === "" ? "" : `: ${told}`}`;
        out.line(`    ${wrap(withdrawn ? `${line} (${t("show.reports.withdrawn")})` : line, "      ")}`);
        out.line(`      ${wrap(`${officeName(t, state, by)}: ${source.publisher}`, "      ")}`);
        out.line(`      ${wrap(sayReport(t, source.report), "      ")}`);
      }
      if (cited > 0) out.line(`    ${t("show.reports.cited", { n: cited })}`);
    }
  },
};

function reportsIn({ state }: Shown) {
  return reportsOf(state).map(({ digest, acts }) => {
    const entries = acts.flatMap((id) => {
      const found = entryOfReport(state, id);
      if (!found) return [];
      const { entry, source, rule, changedByHand } = found.noted.act.payload;
      const withdrawn = found.withdrawn?.act.id;
      const by = found.noted.act.by.office;
      return [{ id, entry, by, rule, changedByHand, source, ...(withdrawn ? { withdrawn } : {}) }];
    });
    return { digest, entries, cited: acts.length - entries.length };
  });
}
