import { type MouseEvent, type ReactNode, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { usePlace } from "../../app/router.tsx";
import { usePages } from "../../app/use-pages.ts";
import { Clock, css, firstSight, Grid, Mark } from "../../design/index.ts";
import type { RecordFilter, RecordRow } from "./list-query.ts";
import own from "./record.module.css";
import { useStandingWords } from "./standing-words.ts";

const columns = ["place", "received", "who", "words", "standing"] as const;

/** Every act that a filter leaves, each a row; Enter opens one. */
export function ActGrid({ filter, empty }: { readonly filter: RecordFilter; readonly empty: ReactNode }) {
  const { t } = useDesk();
  const { go } = usePlace();
  const [sight, setSight] = useState(firstSight);
  const { total, rowAt } = usePages<RecordRow>("record.list", { filter }, sight);
  return (
    <>
      <p className={css.small} role="status">
        {total === undefined ? t("shell.loading") : t("record.shown", { n: total })}
      </p>
      {total === 0 && empty}
      <Grid
        label={t("record.title")}
        total={total ?? 0}
        rowHeight={64}
        rowClass={own.row}
        headings={columns.map((column) => t(`record.column.${column}`))}
        cells={(place) => <Cells row={rowAt(place)} />}
        onSight={setSight}
        onKey={(key, place) => {
          const row = key === "Enter" ? rowAt(place) : undefined;
          if (row) go(`/record/${row.id}`);
          return row !== undefined;
        }}
      />
    </>
  );
}

function Cells({ row }: { readonly row: RecordRow | undefined }) {
  const { t } = useDesk();
  const { go } = usePlace();
  const standings = useStandingWords();
  if (!row) return <td className={css.small}>{t("shell.loading")}</td>;
  const { id, room, seq, at, who, words, standing, isCorrected } = row;
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(`/record/${id}`);
  };
  return (
    <>
      <td>{seq === undefined ? room : t("record.place", { room, seq })}</td>
      <td className={own.time}>
        {seq === undefined && `${t("record.said")} `}
        <Clock at={at} />
      </td>
      <td>{who}</td>
      <td className={own.words}>
        <a href={`/record/${id}`} tabIndex={-1} onClick={open}>
          {words}
        </a>
      </td>
      <td className={own.marks}>
        <Mark weight={standings.weight(standing)}>{standings.word(standing)}</Mark>
        {isCorrected && <Mark>{t("forms.corrected")}</Mark>}
      </td>
    </>
  );
}
