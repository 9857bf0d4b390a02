import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { Clock, css, Mark } from "../../design/index.ts";
import own from "./proposals.module.css";
import type { Relative } from "./relatives.ts";

/** The texts before and after this one, those that answer it or that it answers, and what completes it. */
export function Lineage({
  relatives,
  here,
}: {
  readonly relatives: readonly Relative[];
  /** The text that is shown, in its place among the earlier and later ones. */
  readonly here: string;
}) {
  const { t } = useDesk();
  const isOf = (relation: Relative["relation"]) => relatives.filter((one) => one.relation === relation);
  const others = relatives.filter(({ relation }) => relation !== "earlier" && relation !== "later");
  const hasLine = others.length < relatives.length;
  return (
    <>
      {hasLine && (
        <ol className={own.lineage} aria-label={t("proposals.lineage")}>
          {isOf("earlier").map((one) => (
            <Item key={one.id} relative={one} />
          ))}
          <li aria-current="true">
            <strong>{here}</strong>
            <span className={css.small}>{t("proposals.shown_here")}</span>
          </li>
          {isOf("later").map((one) => (
            <Item key={one.id} relative={one} />
          ))}
        </ol>
      )}
      {others.length > 0 && (
        <ul className={own.lineage}>
          {others.map((one) => (
            <Item key={one.id} relative={one} />
          ))}
        </ul>
      )}
    </>
  );
}

function Item({ relative }: { readonly relative: Relative }) {
  const { t } = useDesk();
  const { href, title, author, said, statusWord, relation } = relative;
  return (
    <li>
      <span className={css.row}>
        <span className={css.small}>{t(`proposals.relation.${relation}`)}</span>
        <Link href={href}>{title}</Link>
        {statusWord && <Mark>{statusWord}</Mark>}
      </span>
      <span className={css.small}>
        {author.name}, <Clock at={said} />
      </span>
    </li>
  );
}
