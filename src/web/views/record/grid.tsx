import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { usePlace } from "../../app/router.tsx";
import { Clock, css, Mark } from "../../design/index.ts";
import type { RecordFilter, RecordRow } from "./list-query.ts";
import own from "./record.module.css";
import { useStandingWords } from "./standing-words.ts";
import { useRows } from "./use-rows.ts";

const columns = ["place", "received", "who", "words", "standing"] as const;
const rowHeight = 64;
const pageOfRows = 10;

/** A window on the list: only the rows in sight are there, however long the whole is. Arrow keys go from act to act. */
export function Grid({ filter, empty }: { readonly filter: RecordFilter; readonly empty: ReactNode }) {
  const { t } = useDesk();
  const { go } = usePlace();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [sight, setSight] = useState({ first: 0, last: 30 });
  const { total, rowAt } = useRows(filter, sight.first, sight.last);
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
  const items = virtual.getVirtualItems();
  const { startIndex: first = 0, endIndex: last = 30 } = virtual.range ?? {};
  useEffect(() => setSight({ first, last }), [first, last]);
  // The row to go to may have to be drawn first, and takes the focus as soon as it is there.
  const wanted = useRef<number>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!row) return;
    row.focus({ preventScroll: true });
    wanted.current = undefined;
  });
  const move = (to: number) => {
    const next = Math.min(Math.max(0, to), (total ?? 1) - 1);
    wanted.current = next;
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLElement && event.target.dataset.index === undefined) return;
    const to = targetOf(event.key, active, total ?? 0);
    if (to !== undefined) {
      event.preventDefault();
      move(to);
    } else if (event.key === "Enter") {
      const row = rowAt(active);
      if (row) go(`/record/${row.id}`);
    }
  };
  return (
    <>
      <p className={css.small} role="status">
        {total === undefined ? t("shell.loading") : t("record.shown", { n: total })}
      </p>
      {total === 0 && empty}
      <div ref={scroller} className={own.window} hidden={total === 0}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that arrow keys go through is a grid
          role="grid"
          aria-label={t("record.title")}
          aria-rowcount={(total ?? 0) + 1}
          className={own.grid}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr aria-rowindex={1} className={`${own.row} ${own.headings}`}>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {t(`record.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => (
              <tr
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                aria-rowindex={item.index + 2}
                tabIndex={item.index === active ? 0 : -1}
                className={`${own.row} ${own.drawn}`}
                style={{ transform: `translateY(${item.start}px)` }}
                onFocus={() => setActive(item.index)}
              >
                <Cells row={rowAt(item.index)} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function targetOf(key: string, at: number, total: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return at + 1;
    case "ArrowUp":
      return at - 1;
    case "PageDown":
      return at + pageOfRows;
    case "PageUp":
      return at - pageOfRows;
    case "Home":
      return 0;
    case "End":
      return total - 1;
    default:
      return undefined;
  }
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
