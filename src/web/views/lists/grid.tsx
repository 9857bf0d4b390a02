import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { usePlace } from "../../app/router.tsx";
import { usePages } from "../../app/use-pages.ts";
import { css, firstSight, Grid, Mark } from "../../design/index.ts";
import own from "./lists.module.css";
import type { LineFilter, LineRow } from "./one-query.ts";
import { useFieldWords } from "./use-field-words.ts";

const columns = ["line", "name", "data", "answer"] as const;

/** The lines of a list, each a row: Enter opens the person, Space chooses the line. */
export function LineGrid({
  list,
  filter,
  title,
  chosen,
  onChoose,
}: {
  readonly list: string;
  readonly filter: LineFilter;
  readonly title: string;
  /** The lines that are chosen to be answered; undefined where nothing can be. */
  readonly chosen: ReadonlySet<number> | undefined;
  readonly onChoose: (line: number) => void;
}) {
  const { t } = useDesk();
  const { go } = usePlace();
  const [sight, setSight] = useState(firstSight);
  const { total, rowAt } = usePages<LineRow>("lists.lines", { list, filter }, sight);
  const onKey = (key: string, place: number) => {
    const row = rowAt(place);
    if (row && key === " " && chosen) onChoose(row.line);
    else if (row && key === "Enter") go(`/lists/person/${list}/${row.line}`);
    else return false;
    return true;
  };
  const isChosen = (place: number) => {
    const row = rowAt(place);
    return row && chosen?.has(row.line);
  };
  return (
    <>
      <p className={css.small} role="status">
        {total === undefined ? t("shell.loading") : t("lists.shown", { n: total })}
      </p>
      <Grid
        label={title}
        total={total ?? 0}
        rowHeight={56}
        rowClass={own.line}
        headings={columns.map((column) => t(`lists.column.${column}`))}
        cells={(place) => <Cells list={list} row={rowAt(place)} chosen={chosen} onChoose={onChoose} />}
        isSelected={chosen && isChosen}
        onSight={setSight}
        onKey={onKey}
      />
    </>
  );
}

function Cells({
  list,
  row,
  chosen,
  onChoose,
}: {
  readonly list: string;
  readonly row: LineRow | undefined;
  readonly chosen: ReadonlySet<number> | undefined;
  readonly onChoose: (line: number) => void;
}) {
  const { t } = useDesk();
  const fieldWord = useFieldWords();
  if (!row) return <td className={css.small}>{t("shell.loading")}</td>;
  return (
    <>
      <td className={own.number}>
        {chosen ? (
          <label>
            <input
              type="checkbox"
              tabIndex={-1}
              checked={chosen.has(row.line)}
              onChange={() => onChoose(row.line)}
              aria-label={t("lists.choose_line", { line: row.line })}
            />{" "}
            {row.line}
          </label>
        ) : (
          row.line
        )}
      </td>
      <td className={own.name}>
        <a href={`/lists/person/${list}/${row.line}`} tabIndex={-1} lang="">
          {row.isUnreadable ? t("lists.no_row") : row.name || t("lists.no_name")}
        </a>
      </td>
      <td className={css.small}>
        {row.cells.map(({ field, written }, i) => (
          <span key={field}>
            {i > 0 && " · "}
            {fieldWord(field)}: <span lang="">{written}</span>
          </span>
        ))}
      </td>
      <td>
        <Answer row={row} />
      </td>
    </>
  );
}

// What the words take, and no more.
function said({ answer, version, line }: NonNullable<LineRow["before"]>) {
  return { answer, version, line };
}

function Answer({ row }: { readonly row: LineRow }) {
  const { t } = useDesk();
  const fieldWord = useFieldWords();
  if (!row.answer)
    return (
      <span className={css.small}>
        {t("word.no_answer")}
        {row.before && (
          <>
            {" · "}
            {t("lists.before", said(row.before))}
            {row.before.isChanged && ` ${t("lists.before_changed")}`}
          </>
        )}
      </span>
    );
  return (
    <>
      <Mark>{row.answer}</Mark>{" "}
      <span className={css.small}>
        {[
          row.reason,
          row.words,
          ...row.corrected.map(({ field, written }) => `${fieldWord(field as never)}: ${written}`), // a field of the form
          row.answerBy,
          row.takenFrom !== undefined && t("lists.taken_from", { line: row.takenFrom }),
        ]
          .filter((one) => one !== undefined && one !== false)
          .join(" · ")}
      </span>
    </>
  );
}
