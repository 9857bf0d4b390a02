import type { CSSProperties, ReactNode } from "react";
import css from "./design.module.css";

/** The name of a column; of one of numbers, which stand at its end. */
type Head = string | { readonly number: string };

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
  const names = heads.map((head) => (typeof head === "string" ? head : head.number));
  // by their place from the end: a cell that spans rows is missing at the beginning of the next ones
  const named = names.toReversed().map((name, n) => [`--head-${n + 1}`, JSON.stringify(`${name}: `)]);
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
            {names.map((name, n) => (
              <th key={name} scope="col" className={heads[n] === name ? undefined : css.number}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}
