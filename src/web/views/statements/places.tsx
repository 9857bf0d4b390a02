import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import own from "./statements.module.css";

/** The two halves of this view: what was said, and what each side holds. */
export function Places({ at }: { readonly at: "register" | "positions" | undefined }) {
  const { t } = useDesk();
  const current = (one: typeof at) => (one === at ? { "aria-current": "page" as const } : {});
  return (
    <nav aria-label={t("statements.places")} className={own.places}>
      <Link href="/statements" {...current("register")}>
        {t("statements.register")}
      </Link>
      <Link href="/statements/positions" {...current("positions")}>
        {t("statements.positions")}
      </Link>
    </nav>
  );
}
