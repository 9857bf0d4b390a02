import { useDesk } from "../../app/desk-context.tsx";
import { css, Mark } from "../../design/index.ts";
import type { MissingLine } from "./query.ts";

/** What is missing. It stands beside the operator's decision and bars nothing. */
export function MissingList({ missing }: { readonly missing: readonly MissingLine[] }) {
  const { t } = useDesk();
  return (
    <ul className={css.lines} aria-label={t("missions.missing")}>
      {missing.map((one) => (
        <li key={`${one.what} ${one.by} ${one.to}`}>
          <strong>{one.by}</strong>: <Words line={one} />{" "}
          {one.isOurs && <Mark weight="firm">{t("home.ours")}</Mark>}
        </li>
      ))}
    </ul>
  );
}

function Words({ line: { what, to = "", echelon } }: { readonly line: MissingLine }) {
  const { t } = useDesk();
  if (what === "mission_short_notice") return t("missions.short_notice", { side: to });
  if (what === "mission_notice") return t("missions.notice_to", { side: to });
  return t(`owes.${what}`, { echelon });
}
