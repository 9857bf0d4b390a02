import css from "./design.module.css";

/** How firm a word is: told by its border and by the word itself, never by colour alone. */
export type Weight = "plain" | "waiting" | "firm" | "attention";

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
