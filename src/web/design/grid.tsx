import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import css from "./grid.module.css";

const pageOfRows = 10;

/** The rows in sight, from the first to the last. */
export type Sight = { readonly first: number; readonly last: number };
/** Before anything has been measured. */
export const firstSight: Sight = { first: 0, last: 30 };

/**
 * A window on a long table: only the rows in sight are there, however long the whole is. Arrow keys go from row to row.
 * `rowClass` lays out the columns of a row and of the headings.
 */
export function Grid({
  label,
  total,
  rowHeight,
  rowClass,
  headings,
  cells,
  isSelected,
  onSight,
  onKey,
  onPress,
}: {
  readonly label: string;
  readonly total: number;
  /** About how tall a row is, in pixels. */
  readonly rowHeight: number;
  readonly rowClass: string | undefined;
  readonly headings: readonly string[];
  readonly cells: (place: number) => ReactNode;
  /** Where rows can be chosen, whether one is. */
  readonly isSelected?: ((place: number) => boolean | undefined) | undefined;
  /** Told of the rows in sight; the same function over all renderings. */
  readonly onSight: (sight: Sight) => void;
  /** Any other key on the row at a place; answers whether it was used. */
  readonly onKey: (key: string, place: number) => boolean;
  readonly onPress?: (place: number) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const virtual = useVirtualizer({
    count: total,
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
  useEffect(() => onSight({ first, last }), [onSight, first, last]);
  // The row to go to may have to be drawn first, and takes the focus as soon as it is there.
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
    const to = targetOf(event.key, active, total);
    if (to === undefined) {
      if (onKey(event.key, active)) event.preventDefault();
      return;
    }
    event.preventDefault();
    const next = Math.min(Math.max(0, to), Math.max(0, total - 1));
    wanted.current = next;
    setActive(next);
    virtual.scrollToIndex(next);
  };
  return (
    <div ref={scroller} className={css.window} hidden={total === 0}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that arrow keys go through is a grid
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-multiselectable={isSelected !== undefined}
        className={css.grid}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1} className={`${css.row} ${css.headings} ${rowClass}`}>
            {Object.entries(headings).map(([column, heading]) => (
              <th scope="col" key={column}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ key, index, start }) => (
            <tr
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-rowindex={index + 2}
              aria-selected={isSelected?.(index)}
              tabIndex={index === active ? 0 : -1}
              className={`${css.row} ${css.drawn} ${onPress ? css.pressed : ""} ${rowClass}`}
              style={{ transform: `translateY(${start}px)` }}
              onFocus={() => setActive(index)}
              onClick={onPress && (() => onPress(index))}
            >
              {cells(index)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function targetOf(key: string, at: number, total: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + pageOfRows,
    PageUp: at - pageOfRows,
    Home: 0,
    End: total - 1,
  };
  return steps[key];
}
