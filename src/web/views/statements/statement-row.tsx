import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { css, Mark, Moment, SourceWords } from "../../design/index.ts";
import { languageName } from "./language-name.ts";
import type { StatementRow } from "./register.ts";
import own from "./statements.module.css";

/** One statement of the register: who, in which capacity, on whose behalf, and the words as they were said. */
export function Row({ row }: { readonly row: StatementRow }) {
  const { t } = useDesk();
  const { id, speaker, capacity, onBehalfOf, occasion, on, words, isCut, language, isOriginal } = row;
  return (
    <article className={`${css.sheet} ${own.row}`}>
      <div className={own.who}>
        <h3>
          <Link href={`/statements/${id}`}>{speaker}</Link>
        </h3>
        <span>{capacity}</span>
        <span className={css.small}>
          <Moment when={on} />
        </span>
      </div>
      <blockquote className={own.verbatim} lang={language}>
        {isCut ? `${words} …` : words}
      </blockquote>
      <p className={css.small}>
        {languageName(language, t.language)},{" "}
        {t(isOriginal ? "statements.original" : "statements.not_original")}. {occasion}.{" "}
        {onBehalfOf ? t("statements.on_behalf", { office: onBehalfOf }) : t("statements.outside")}
      </p>
      {(row.claims.length > 0 || row.answers.length > 0 || row.isCorrected) && (
        <ul className={`${css.row} ${own.marks}`} aria-label={t("statements.noted")}>
          {row.claims.map((claim, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two claims may read alike
            <li key={i}>
              <Mark>{claim}</Mark>
            </li>
          ))}
          {row.answers.map((answer) => (
            <li key={answer}>
              <Mark weight="firm">{answer}</Mark>
            </li>
          ))}
          {row.isCorrected && (
            <li>
              <Mark weight="attention">{t("forms.corrected")}</Mark>
            </li>
          )}
        </ul>
      )}
      {row.source && (
        <p className={css.small}>
          <SourceWords source={row.source} />
        </p>
      )}
    </article>
  );
}
