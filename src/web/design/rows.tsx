import type { CSSProperties, ReactNode } from "react";
import css from "./design.module.css";

/** The name of a column: of numbers, which stand at its end; of one that shows more than its name; of the reader’s own. */
type Head =
  | string
  | { readonly number: string }
  | { readonly name: string; readonly shown?: ReactNode; readonly isOurs?: boolean };

/**
 * A table whose rows are read one by one. Wider than its place it scrolls by itself, by the keyboard too; on a phone
 * each row is a block, and each cell says the name of its column before its own words.
 */
export function Rows({
  label,
  heads,
  className = "",
  children,
}: {
  readonly label: string;
  readonly heads: readonly Head[];
  readonly className?: string | undefined;
  /** Rows, or bodies of rows. */
  readonly children: ReactNode;
}) {
  const columns = heads.map(columnOf);
  // by their place from the end: a cell that spans rows is missing at the beginning of the next ones
  const named = columns
    .toReversed()
    .map(({ name }, n) => [`--head-${n + 1}`, JSON.stringify(name && `${name}: `)]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: no group of fields, and the section around it is the landmark
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div className={css.scroll} role="group" aria-label={label} tabIndex={0}>
      <table
        className={`${css.table} ${css.rows} ${className}`}
        // as: React's type knows no properties of one's own
        style={Object.fromEntries(named) as CSSProperties}
      >
        <thead>
          <tr>
            {Object.entries(columns).map(([place, { name, shown, isNumber, isOurs }]) =>
              name === "" ? (
                <td key={place} />
              ) : (
                <th
                  key={place}
                  scope="col"
                  className={isNumber ? css.number : undefined}
                  data-ours={isOurs || undefined}
                  data-shown={shown !== undefined || undefined}
                >
                  {shown ?? name}
                </th>
              ),
            )}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}

function columnOf(head: Head): Exclude<Head, string | { number: string }> & { readonly isNumber?: boolean } {
  if (typeof head === "string") return { name: head };
  return "number" in head ? { name: head.number, isNumber: true } : head;
}
