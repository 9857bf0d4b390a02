import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { css, Mark } from "../../design/index.ts";
import own from "./compare.module.css";
import { pairKey } from "./engine/bands.ts";
import type { EngineTable, Pair, Reasons } from "./engine/protocol.ts";
import { lineText } from "./line-text.ts";
import lists from "./lists.module.css";
import { targetOf } from "./target-of.ts";
import { useEngineWords } from "./use-engine-words.ts";

const rowHeight = 88;

type Shown = {
  readonly pairs: readonly Pair[];
  readonly left: EngineTable;
  readonly right: EngineTable;
  readonly reasons: ReadonlyMap<string, Reasons>;
  /** What people have said of a pair already, in words. */
  readonly standing: ReadonlyMap<string, string>;
};

/** A window on the pairs: only those in sight are there, and only for them it is asked why. Enter opens one. */
export function PairGrid({
  shown,
  titles,
  onSight,
  onOpen,
}: {
  readonly shown: Shown;
  readonly titles: readonly [string, string];
  readonly onSight: (pairs: readonly Pair[]) => void;
  readonly onOpen: (pair: Pair) => void;
}) {
  const { t } = useDesk();
  const { pairs } = shown;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const virtual = useVirtualizer({
    count: pairs.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    // the row that has the focus is always there, so that the focus is not lost
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.max(0, Math.min(active, range.count - 1))])].sort(
        (a, b) => a - b,
      ),
  });
  const items = virtual.getVirtualItems();
  const wanted = useRef<number>(undefined);
  useEffect(() => {
    onSight(items.flatMap(({ index }) => pairs[index] ?? []));
    if (wanted.current === undefined) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!row) return;
    row.focus({ preventScroll: true });
    wanted.current = undefined;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const pair = pairs[active];
    const to = targetOf(event.key, active, pairs.length);
    if (to !== undefined) {
      event.preventDefault();
      const next = Math.min(Math.max(0, to), pairs.length - 1);
      wanted.current = next;
      setActive(next);
      virtual.scrollToIndex(next);
    } else if (event.key === "Enter" && pair) {
      event.preventDefault();
      onOpen(pair);
    }
  };
  return (
    <div ref={scroller} className={lists.window} hidden={pairs.length === 0}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that arrow keys go through is a grid
        role="grid"
        aria-label={t("lists.compare.pairs")}
        aria-rowcount={pairs.length + 1}
        className={lists.grid}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1} className={`${own.pair} ${own.headings}`}>
            <th scope="col">{t("lists.compare.column.chance")}</th>
            <th scope="col">{titles[0]}</th>
            <th scope="col">{titles[1]}</th>
            <th scope="col">{t("lists.compare.column.alike")}</th>
          </tr>
        </thead>
        <tbody style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const pair = pairs[item.index];
            return (
              <tr
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                aria-rowindex={item.index + 2}
                tabIndex={item.index === active ? 0 : -1}
                className={`${own.pair} ${lists.drawn}`}
                style={{ transform: `translateY(${item.start}px)` }}
                onFocus={() => setActive(item.index)}
                onClick={() => pair && onOpen(pair)}
              >
                {pair && <Cells pair={pair} shown={shown} />}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Cells({ pair, shown }: { readonly pair: Pair; readonly shown: Shown }) {
  const { t } = useDesk();
  const standing = shown.standing.get(pairKey(pair));
  return (
    <>
      <td className={lists.number}>
        {t("lists.compare.chance", { perMille: pair.perMille })}
        {standing && (
          <p>
            <Mark>{t("lists.compare.standing", { status: standing })}</Mark>
          </p>
        )}
      </td>
      <td>
        <Line table={shown.left} line={pair.left} />
      </td>
      <td>
        <Line table={shown.right} line={pair.right} />
      </td>
      <td className={css.small}>
        <Alike reasons={shown.reasons.get(pairKey(pair))} />
      </td>
    </>
  );
}

function Line({ table, line }: { readonly table: EngineTable; readonly line: number }) {
  const { t } = useDesk();
  const { name, cells } = lineText(table, line);
  return (
    <>
      <span className={lists.number}>{line}</span>{" "}
      <span className={lists.name} lang="">
        {name || t("lists.no_name")}
      </span>
      <p className={css.small} lang="">
        {cells.map(({ written }) => written).join(" · ")}
      </p>
    </>
  );
}

function Alike({ reasons }: { readonly reasons: Reasons | undefined }) {
  const { t } = useDesk();
  const words = useEngineWords();
  if (!reasons) return t("shell.loading");
  return reasons.reasons
    .flatMap(({ fields }) => fields)
    .filter(({ level }) => level !== "missing")
    .map(({ field, level }) => `${words.field(field)}: ${words.level(level)}`)
    .join(" · ");
}
