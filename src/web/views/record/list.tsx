import { useEffect, useState } from "react";
import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { css, Empty, Page } from "../../design/index.ts";
import { Filters, noFilter } from "./filters.tsx";
import { ActGrid } from "./grid.tsx";
import type { RecordFilter } from "./list-query.ts";

// Who comes back from an act finds the list as he left it.
let lastFilter: RecordFilter = noFilter;
const settleMs = 200;

/** Every act that this desk reads, the newest first. */
export function ListPage() {
  const { t, desk } = useDesk();
  const [filter, setFilter] = useState(lastFilter);
  const asked = useSettled(filter);
  const choices = useQuery("record.choices", undefined);
  useEffect(() => {
    lastFilter = filter;
  }, [filter]);
  const waiting = desk.phase === "open" ? desk.waiting + desk.refused : 0;
  return (
    <Page
      title={t("record.title")}
      intro={choices && t("record.intro", { n: choices.acts })}
      actions={
        <>
          <Link href="/record/queue">{t("record.to_queue", { n: waiting })}</Link>
          <Link href="/record/check">{t("record.to_check")}</Link>
          <Link href="/record/compare">{t("record.to_compare")}</Link>
        </>
      }
    >
      {choices && (
        <>
          <Filters filter={filter} choices={choices} onChange={setFilter} />
          <ActGrid key={JSON.stringify(asked)} filter={asked} empty={<Empty>{t("record.none")}</Empty>} />
        </>
      )}
      <p className={css.small}>{t("record.keys")}</p>
    </Page>
  );
}

// Not asked again at every letter.
function useSettled(filter: RecordFilter): RecordFilter {
  const [settled, setSettled] = useState(filter);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(filter), settleMs);
    return () => clearTimeout(timer);
  }, [filter]);
  return settled;
}
