import { officeName, sayOwed } from "#i18n";
import { owed } from "#record";
import { type Common, heading, shown } from "./context.ts";
import { utc } from "./dates.ts";
import { wrap } from "./output.ts";

/** `parley owed DIR`: what is still missing to execute what was agreed, who owes it, by when. */
export function owedCommand(path: string, options: Common): Promise<void> {
  return shown(path, options, (it) => {
    const { state, t, now, out } = it;
    const all = owed(state, now);
    out.data(
      all.map((one) => ({
        ...one,
        due: one.due === undefined ? null : new Date(one.due).toISOString(),
        overdue: one.due !== undefined && one.due <= now,
        office: officeName(t, state, one.by),
        words: sayOwed(t, one).what,
        why: sayOwed(t, one).why,
      })),
    );
    heading(it, t("owed.title"));
    if (all.length === 0) out.line(t("owed.none"));
    all.forEach((one, index) => {
      const { what, why } = sayOwed(t, one);
      const number = `${index + 1}.`.padStart(4);
      out.line(`${number} ${wrap(`${officeName(t, state, one.by)}: ${what}`, "     ")}`);
      out.line(`     ${dueWords(one.due)} · ${wrap(t("owed.why", { words: why }), "     ")}`);
    });

    function dueWords(due: number | undefined): string {
      if (due === undefined) return t("owed.no_date");
      return t(due <= now ? "owed.overdue" : "owed.due", { date: utc(due) });
    }
  });
}
