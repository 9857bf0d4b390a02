import { useDesk } from "../../app/desk-context.tsx";
import { css, Empty, Mark, Rows } from "../../design/index.ts";
import type { DayModel } from "./day-query.ts";

/** All blocks with the counts of each, side by side. */
export function BlockTable({ day }: { readonly day: DayModel }) {
  const { t } = useDesk();
  if (day.blocks.length === 0) return <Empty>{t("lineday.no_blocks")}</Empty>;
  return (
    <Rows
      label={t("lineday.table", { title: t("lineday.blocks") })}
      heads={[
        t("field.block"),
        { number: t("lineday.in_it") },
        ...day.counters.map(({ name }) => ({ number: name })),
        t("lineday.counts"),
      ]}
    >
      <tbody>
        {day.blocks.toReversed().map((block) => (
          <tr key={block.number}>
            <th scope="row">{block.number}</th>
            <td className={css.number}>{block.isOpened ? block.codes.length : "–"}</td>
            {day.counters.map(({ counter }) => {
              const count = block.counts.find((one) => one.counter === counter);
              return (
                <td key={counter} className={css.number}>
                  {count?.heads ?? (count?.told === undefined ? "–" : `(${count.told})`)}
                </td>
              );
            })}
            <td>
              <Mark
                weight={
                  block.status === "counts_agree"
                    ? "firm"
                    : block.status === "differs"
                      ? "attention"
                      : "waiting"
                }
              >
                {t(`word.${block.status}`)}
              </Mark>{" "}
              {block.isWaiting && <Mark weight="waiting">{t("lineday.not_recorded")}</Mark>}
            </td>
          </tr>
        ))}
      </tbody>
    </Rows>
  );
}
