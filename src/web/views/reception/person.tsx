import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { Clock, css, Empty, Facts, Page, Sheet, ToRecord } from "../../design/index.ts";
import { Consents } from "./consents.tsx";
import { Family } from "./family.tsx";
import { Pathway } from "./pathway.tsx";
import type { PersonModel } from "./person-query.ts";
import { Protocol } from "./protocol.tsx";

/** One person: arrival, pathway, consents, the record of torture, the extract for the family. */
export function PersonPage({ id }: { readonly id: string }) {
  const { t } = useDesk();
  const model = useQuery("reception.person", { id });
  if (model === undefined) return <p className={css.soft}>{t("shell.loading")}</p>;
  if (model === null)
    return (
      <Page title={t("shell.nothing_here")}>
        <Empty>{t("shell.nothing_here_words")}</Empty>
      </Page>
    );
  return (
    <Page
      title={t("reception.person", { n: model.person })}
      intro={<Link href="/reception">{t("reception.back")}</Link>}
    >
      <Arrival model={model} />
      <Pathway model={model} />
      <Consents model={model} />
      <Protocol model={model} />
      <Family model={model} />
    </Page>
  );
}

function Arrival({ model }: { readonly model: PersonModel }) {
  const { t } = useDesk();
  const { received, condition, wristband, record, said } = model;
  return (
    <Sheet>
      <Facts
        rows={[
          [t("reception.received_at"), <Clock key="at" at={received} />],
          [t("reception.condition"), condition],
          ...(wristband === undefined ? [] : [[t("field.wristband"), wristband] as const]),
          ...(record === undefined
            ? []
            : [
                [
                  t("field.return.received.record"),
                  `${record.list}, ${t("field.line")} ${record.line}`,
                ] as const,
              ]),
          [t("reception.written_down"), <ToRecord key="record" id={said.id} />],
        ]}
      />
    </Sheet>
  );
}
