import type { Shown } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { css } from "../../design/index.ts";

/** A count, or that it is too small to be shown. */
export function Count({ count }: { readonly count: Shown }) {
  const { t } = useDesk();
  if (count === "withheld") return <span className={css.soft}>{t("show.too_few")}</span>;
  return <>{new Intl.NumberFormat(t.language).format(count)}</>;
}
