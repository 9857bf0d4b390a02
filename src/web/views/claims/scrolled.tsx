import type { ReactNode } from "react";
import { css } from "../../design/index.ts";
import own from "./claims.module.css";

/** A table that scrolls by itself where the screen is narrow, by the keyboard too. */
export function Scrolled({
  title,
  look,
  children,
}: {
  readonly title: string;
  readonly look?: "pledges";
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: no group of fields, and its section is the landmark already
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <div className={`${css.scroll} ${own.scrolled}`} role="group" aria-label={title} tabIndex={0}>
      <table className={`${css.table} ${own.table}`} data-look={look}>
        {children}
      </table>
    </div>
  );
}
