import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { Page } from "../../design/index.ts";
import { Containers } from "./containers.tsx";
import { Counts } from "./counts.tsx";
import { Cases, Persons } from "./lists.tsx";

/** The dead: what is worked with, for those who work with it; and the counts, for everybody who reads them. */
export function Overview() {
  const { t } = useDesk();
  const model = useQuery("remains.all", undefined);
  return (
    <Page title={t("remains.title")} intro={t(model?.forensic ? "remains.intro_forensic" : "remains.intro")}>
      {model?.forensic && (
        <>
          <Containers model={model.forensic} />
          <Cases model={model.forensic} />
          <Persons model={model.forensic} />
        </>
      )}
      {model && <Counts model={model} />}
    </Page>
  );
}
