import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { usePlace } from "../../app/router.tsx";
import { css, Mark } from "../../design/index.ts";
import own from "./lists.module.css";
import type { LineFilter, LineRow } from "./one-query.ts";
import { targetOf } from "./target-of.ts";
import { useFieldWords } from "./use-field-words.ts";
import { useLines } from "./use-lines.ts";

const rowHeight = 56;

/** A window on a list: only the lines in sight are there. Arrow keys go from line to line, Space chooses one. */
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
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [sight, setSight] = useState({ first: 0, last: 30 });
  const { total, rowAt } = useLines(list, filter, sight.first, sight.last);
  const virtual = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // the row that has the focus is always there, so that the focus is not lost
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.max(0, Math.min(active, range.count - 1))])].sort(
        (a, b) => a - b,
      ),
  });
  const { startIndex: first = 0, endIndex: last = 30 } = virtual.range ?? {};
  useEffect(() => setSight({ first, last }), [first, last]);
  const wanted = useRef<number>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!row) return;
    row.focus({ preventScroll: true });
    wanted.current = undefined;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLElement && event.target.dataset.index === undefined) return;
    const row = rowAt(active);
    const to = targetOf(event.key, active, total ?? 0);
    if (to !== undefined) {
      event.preventDefault();
      const next = Math.min(Math.max(0, to), (total ?? 1) - 1);
      wanted.current = next;
      setActive(next);
      virtual.scrollToIndex(next);
    } else if (event.key === " " && chosen && row) {
      event.preventDefault();
      onChoose(row.line);
    } else if (event.key === "Enter" && row) go(`/lists/person/${list}/${row.line}`);
  };
  const columns = ["line", "name", "data", "answer"] as const;
  return (
    <>
      <p className={css.small} role="status">
        {total === undefined ? t("shell.loading") : t("lists.shown", { n: total })}
      </p>
      <div ref={scroller} className={own.window} hidden={total === 0}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that arrow keys go through is a grid
          role="grid"
          aria-label={title}
          aria-rowcount={(total ?? 0) + 1}
          aria-multiselectable={chosen !== undefined}
          className={own.grid}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr aria-rowindex={1} className={`${own.line} ${own.headings}`}>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {t(`lists.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const row = rowAt(item.index);
              return (
                <tr
                  key={item.key}
                  ref={virtual.measureElement}
                  data-index={item.index}
                  aria-rowindex={item.index + 2}
                  aria-selected={chosen && row ? chosen.has(row.line) : undefined}
                  tabIndex={item.index === active ? 0 : -1}
                  className={`${own.line} ${own.drawn}`}
                  style={{ transform: `translateY(${item.start}px)` }}
                  onFocus={() => setActive(item.index)}
                >
                  <Cells list={list} row={row} chosen={chosen} onChoose={onChoose} />
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
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
