import { useDesk } from "../../app/desk-context.tsx";
import { Empty, Facts, Section, Sheet } from "../../design/index.ts";
import type { ChangeLine, TruceModel } from "./one-query.ts";

/** What a text changes in the one in whose place it stands, part by part. */
export function Changes({ truce }: { readonly truce: TruceModel }) {
  const { t } = useDesk();
  const { changes } = truce;
  return (
    <Section title={t("truces.changes")}>
      <Sheet>
        {changes.length === 0 && <Empty>{t("truces.no_changes")}</Empty>}
        <Facts rows={changes.map((one) => [one.part, <Change key={one.part} change={one} />] as const)} />
      </Sheet>
    </Section>
  );
}

function Change({ change: one }: { readonly change: ChangeLine }) {
  const { t } = useDesk();
  switch (one.change) {
    case "later":
      return t("truces.change.later", { hours: one.hours });
    case "sooner":
      return t("truces.change.sooner", { hours: one.hours });
    case "items":
      return (
        <>
          {one.removed && <del>{one.removed}</del>} {one.added && <ins>{one.added}</ins>}
          {one.altered && <span> {t("truces.change.altered", { names: one.altered })}</span>}
        </>
      );
    default:
      return t(`truces.change.${one.change}`);
  }
}
