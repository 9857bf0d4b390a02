import { Fragment } from "react";
import { Link } from "react-aria-components";
import { useDesk } from "../app/desk-context.tsx";
import type { Said, SourceLine } from "../desk/said.ts";
import css from "./design.module.css";
import { Mark } from "./marks.tsx";
import { Moment } from "./when.tsx";

/**
 * Below words: in which capacity they were said and when, where they were published, and the way to the act, which
 * tells all three of its times. `named` where the office's name does not stand above.
 */
export function SaidLine({
  said,
  source,
  named,
}: {
  readonly said: Said;
  readonly source?: SourceLine | undefined;
  readonly named?: boolean;
}) {
  const { t } = useDesk();
  const facts = [
    named ? `${said.by}, ${said.capacity}` : said.capacity,
    said.happened ? (
      <Fragment key="when">
        {t("forms.happened")} <Moment when={said.happened} />
      </Fragment>
    ) : (
      <Fragment key="when">
        {t("forms.said")} <Moment when={{ kind: "instant", at: said.said }} />
      </Fragment>
    ),
    source && <SourceWords key="source" source={source} />,
    said.isCorrected && <Mark key="corrected">{t("forms.corrected")}</Mark>,
    <ToRecord key="record" id={said.id} />,
  ].filter((one) => one !== undefined && one !== false);
  return (
    <p className={css.small}>
      {facts.map((fact, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts of one line have no identity but their place
        <Fragment key={i}>
          {i > 0 && " · "}
          {fact}
        </Fragment>
      ))}
    </p>
  );
}

export function SourceWords({ source }: { readonly source: SourceLine }) {
  const { t } = useDesk();
  return (
    <span>
      {t("forms.source_of", { words: source.words })}
      {source.published && (
        <>
          {", "}
          <Moment when={source.published} />
        </>
      )}
      {source.url && (
        <>
          {" "}
          <a href={source.url} target="_blank" rel="noreferrer noopener">
            {t("forms.source_link")}
          </a>
        </>
      )}
    </span>
  );
}

/** The way to an act itself, with its proof. */
export function ToRecord({ id }: { readonly id: string }) {
  const { t } = useDesk();
  return <Link href={`/record/${id}`}>{t("forms.in_record")}</Link>;
}
