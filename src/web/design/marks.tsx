import css from "./design.module.css";
import type { Weight } from "./weight.ts";

/** A status or an answer in one word or two. */
export function Mark({
  weight = "plain",
  children,
}: {
  readonly weight?: Weight;
  readonly children: string;
}) {
  return (
    <span className={css.mark} data-weight={weight}>
      {children}
    </span>
  );
}
