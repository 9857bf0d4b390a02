import type { ReactNode } from "react";
import css from "./design.module.css";

/** Something wider than a narrow screen: it scrolls by itself, with the keyboard too, and the page does not. */
export function Scroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={css.scroll} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
