import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { Page } from "../../design/index.ts";
import { Noted } from "./noted.tsx";
import { ReportDesk } from "./report-desk.tsx";

/** Reports: a desk for who may note what they say, and what was noted, for all who read it. */
export default function Reading() {
  const { t, desk } = useDesk();
  const model = useQuery("reading.desk", undefined);
  const mayRead = model?.mayRead && desk.phase === "open" && desk.canSign;
  return (
    <Page title={t("reading.title")} intro={t("reading.intro")}>
      {mayRead && <ReportDesk parties={model.parties} />}
      {model && <Noted noted={model.noted} />}
    </Page>
  );
}
