import { useDesk } from "../../app/desk-context.tsx";
import type { DayModel } from "./day-query.ts";
import line from "./lineday.module.css";
import type { NextShown } from "./next-shown.ts";

/** The one thing that is next, in large letters; said to those who do not see it, whenever it changes. */
export function NextThing({ day, next }: { readonly day: DayModel; readonly next: NextShown }) {
  const { t } = useDesk();
  const missing = day.blocks
    .find((one) => one.number === next.block)
    ?.counts.filter((one) => one.heads === undefined);
  const names = new Intl.ListFormat(t.language).format(missing?.map((one) => one.name) ?? []);
  return (
    <section className={line.todo} aria-label={t("lineday.do.title")}>
      <p role="status">
        {t(`lineday.do.${next.do}`, { block: next.block, n: next.n ?? 0, most: day.largestBlock, names })}
      </p>
    </section>
  );
}
