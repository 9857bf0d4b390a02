import { css, Mark, weightOf } from "../../design/index.ts";
import own from "./proposals.module.css";
import type { Row } from "./table-query.ts";

/** Each one's own answer, by name. */
export function Stances({ answers }: Pick<Row, "answers">) {
  return (
    <ul className={own.stances}>
      {answers.map(({ office, name, stance, word }) => (
        <li key={office} className={css.row}>
          <span>{name}</span>
          <Mark weight={weightOf(stance)}>{word}</Mark>
        </li>
      ))}
    </ul>
  );
}
