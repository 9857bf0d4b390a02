import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { css, Mark, Moment } from "../../design/index.ts";
import own from "./claims.module.css";
import type { Figure } from "./figure.ts";

/** One number with whose it is, of which kind, and where it was said; it links to the act that says it. */
export function FigureCell({
  figure,
  isUnderTeller,
  isPledge,
}: {
  readonly figure: Figure;
  /** The teller stands above already, in a heading or the first column. */
  readonly isUnderTeller?: boolean;
  /** A number that is promised: it counts nothing yet. */
  readonly isPledge?: boolean;
}) {
  const { t } = useDesk();
  const { id, teller, words, kind, asOf, source, isCorrected } = figure;
  return (
    <div className={own.figure}>
      <Link href={`/record/${id}`}>{words}</Link>
      {isCorrected && <Mark>{t("forms.corrected")}</Mark>}
      {!isPledge && (
        <p className={css.small}>
          {isUnderTeller ? "" : `${teller}, `}
          {t(`claims.kind.${kind}`)}
          {asOf && (
            <>
              {", "}
              {t("claims.as_of")} <Moment when={asOf} />
            </>
          )}
        </p>
      )}
      <ShortSource source={source} />
    </div>
  );
}

// Publisher and date; the title stands with the act itself.
function ShortSource({ source }: { readonly source: Figure["source"] }) {
  const { t } = useDesk();
  const words = t("forms.source_of", { words: source.publisher });
  return (
    <p className={css.small}>
      {source.url ? (
        <a href={source.url} target="_blank" rel="noreferrer noopener">
          {words}
        </a>
      ) : (
        words
      )}
      {source.published && (
        <>
          {", "}
          <Moment when={source.published} />
        </>
      )}
    </p>
  );
}
