import { useEffect, useState } from "react";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { css, Page } from "../../design/index.ts";
import { usualDraft, type WindowDraft } from "./draft.ts";
import type { Paper } from "./paper.ts";
import { Planner } from "./planner.tsx";
import { Proposed } from "./proposed.tsx";

type Kept = { readonly draft: WindowDraft | undefined; readonly paper: Paper | undefined };

/** Which team visits which site when, inside a truce: planned on this device, proposed by digests. */
export default function WindowPage() {
  const { t, connection } = useDesk();
  const model = useQuery("window.plans", undefined);
  const [kept, setKept] = useState<Kept>();
  useEffect(() => void connection.call("keptWindow", undefined).then(setKept), [connection]);
  return (
    <Page title={t("window.title")} intro={t("window.intro")}>
      {model && kept ? (
        <>
          <Proposed model={model} />
          <Planner model={model} draft={kept.draft ?? usualDraft} paper={kept.paper} />
        </>
      ) : (
        <p className={css.soft}>{t("shell.loading")}</p>
      )}
    </Page>
  );
}
