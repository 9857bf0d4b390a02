import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";
import own from "./statements.module.css";

const windowedFrom = 300;
const usualHeight = 220;

/** A list of which, where it is long, only the rows near the screen are built. */
export function LongList<T extends { readonly id: string }>({
  items,
  label,
  children,
}: {
  readonly items: readonly T[];
  readonly label: string;
  readonly children: (item: T) => ReactNode;
}) {
  if (items.length > windowedFrom)
    return (
      <Windowed items={items} label={label}>
        {children}
      </Windowed>
    );
  return (
    <ol className={own.rows} aria-label={label}>
      {items.map((item) => (
        <li key={item.id}>{children(item)}</li>
      ))}
    </ol>
  );
}

function Windowed<T extends { readonly id: string }>({
  items,
  label,
  children,
}: {
  readonly items: readonly T[];
  readonly label: string;
  readonly children: (item: T) => ReactNode;
}) {
  const list = useRef<HTMLOListElement>(null);
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => usualHeight,
    overscan: 6,
    getItemKey: (index) => items[index]?.id ?? index,
    scrollMargin: list.current?.offsetTop ?? 0,
  });
  return (
    <ol ref={list} className={own.virtual} aria-label={label} style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, start, key }) => {
        const item = items[index];
        return (
          item && (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - rows.options.scrollMargin}px)` }}
            >
              {children(item)}
            </li>
          )
        );
      })}
    </ol>
  );
}
