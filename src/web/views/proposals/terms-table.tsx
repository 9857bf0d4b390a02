import { Fragment, type ReactNode } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { css, Moment } from "../../design/index.ts";
import type { TermLine } from "./facts.ts";
import own from "./proposals.module.css";

/** Terms by key in plain words. */
export function TermsTable({
  terms,
  label,
}: {
  readonly terms: readonly TermLine[];
  readonly label: string;
}) {
  const { t } = useDesk();
  return (
    <table className={`${css.table} ${own.reflow} ${own.termsTable}`} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t("proposals.key")}</th>
          <th scope="col">{t("proposals.column.type")}</th>
          <th scope="col">{t("proposals.column.words")}</th>
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => (
          <tr key={term.key}>
            <th scope="row">
              <Key>{term.key}</Key>
            </th>
            <td data-label={t("proposals.column.type")} className={css.soft}>
              {t(`proposals.type.${term.type}`)}
            </td>
            <td data-label={t("proposals.column.words")}>
              <TermWords term={term} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A term's key as it is written; it may break after its underscores. */
export function Key({ children }: { readonly children: string }) {
  const joints = children.split("_");
  return (
    <span className={own.key}>
      {joints.map((part, at) => {
        const before = joints.slice(0, at + 1).join("_");
        return (
          <Fragment key={before}>
            {part}
            {at < joints.length - 1 && (
              <>
                _<wbr />
              </>
            )}
          </Fragment>
        );
      })}
    </span>
  );
}

/** A term in words, with what the one line leaves out. */
export function TermWords({ term }: { readonly term: TermLine }) {
  const { t } = useDesk();
  const { extent, depthMetres, corners, tasks, format, of, at } = term.more;
  const more: readonly (readonly [string, ReactNode])[] = [
    ...(extent ? ([["extent", t(`proposals.extent.${extent}`)]] as const) : []),
    ...(depthMetres === undefined ? [] : ([["depth", t("proposals.depth", { n: depthMetres })]] as const)),
    ...(corners === undefined ? [] : ([["corners", t("proposals.corners", { n: corners })]] as const)),
    ...(tasks ? ([["tasks", tasks]] as const) : []),
    ...(format ? ([["format", format]] as const) : []),
    ...(of
      ? ([
          ["of", t("proposals.met_by", { who: of.who === "party" ? of.name : t(`proposals.of.${of.who}`) })],
        ] as const)
      : []),
    ...(at ? ([["at", <Moment key="at" when={at} />]] as const) : []),
  ];
  return (
    <>
      <span className={own.words}>{term.words}</span>
      {more.map(([name, words]) => (
        <span key={name} className={own.more}>
          {words}
        </span>
      ))}
    </>
  );
}
