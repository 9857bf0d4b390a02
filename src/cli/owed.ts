import { officeName, sayMatter, sayOwed } from "#i18n";
import { type Owed, owed } from "#record";
import { type Common, heading, type Shown, shown } from "./context.ts";
import { utc } from "./dates.ts";
import { wrap } from "./output.ts";

/** `parley owed DIR`: what is still missing to execute what was agreed, who owes it, by when. */
export function owedCommand(path: string, options: Common): Promise<void> {
  return shown(path, options, (it) => {
    const { state, t, now, office, out } = it;
    const all = owed(state, now, office);
    out.data(
      all.map((one) => ({
        ...one,
        due: one.due === undefined ? null : new Date(one.due).toISOString(),
        overdue: one.due !== undefined && one.due <= now,
        office: officeName(t, state, one.by),
        matter: sayMatter(t, state, one),
        words: sayOwed(t, one).what,
        why: sayOwed(t, one).why,
      })),
    );
    printOwed(it);
  });
}

/** The matters in the order of `owed`, each with what is owed on it. */
export function printOwed(it: Shown): void {
  const { state, t, now, office, out } = it;
  const all = owed(state, now, office);
  heading(it, t("owed.title"));
  const matters = [...Map.groupBy(all, (one) => one.subject).values()];
  out.line(all.length === 0 ? t("owed.none") : t("owed.matter", { n: all.length, matters: matters.length }));
  matters.forEach((matter, index) => {
    printMatter(it, matter, index + 1);
  });
}

// One matter: its title and due date, then per kind of debt the offices that owe it and why it blocks.
function printMatter(it: Shown, matter: readonly Owed[], number: number): void {
  const { state, t, out } = it;
  const [first] = matter;
  if (!first) return;
  const title = sayMatter(t, state, first);
  const due = dueWords(it, first.due);
  out.line(`\n${`${number}.`.padStart(3)} ${wrap(`${title} · ${due}`, "    ")}`);
  for (const [, kind] of Map.groupBy(matter, (one) => one.what)) {
    const byWords = Map.groupBy(kind, (one) => sayOwed(t, one).what);
    const byOffices = Map.groupBy(byWords, ([, owing]) =>
      owing.map((one) => officeName(t, state, one.by)).join(", "),
    );
    for (const [offices, owing] of byOffices)
      out.line(`    ${wrap(`${offices}: ${owing.map(([words]) => words).join("; ")}`, "      ")}`);
    const [one] = kind;
    if (one) out.line(`      ${wrap(t("owed.why", { words: sayOwed(t, one).why }), "      ")}`);
  }
}

function dueWords({ t, now }: Shown, due: number | undefined): string {
  if (due === undefined) return t("owed.no_date");
  // what is due at the end of a civil day is named by the day
  const date = due % 86_400_000 === 0 ? new Date(due - 1).toISOString().slice(0, 10) : utc(due);
  return t(due <= now ? "owed.overdue" : "owed.due", { date });
}
