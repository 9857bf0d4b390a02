import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { Clock, css, Empty, FormButton, Mark, Page, Rows, Section, weightOf } from "../../design/index.ts";
import { ReportForm } from "./forms/report.tsx";
import { Keep } from "./keep.tsx";
import { PlacesMap } from "./places-map.tsx";
import type { SiteLine, SitesModel } from "./query.ts";
import own from "./sites.module.css";

/** All sites that this office reads, by when their reports expire. Exact positions stand on a site's own page. */
export function RegisterPage() {
  const { t } = useDesk();
  const model = useQuery("sites.all", undefined);
  if (model === null)
    return (
      <Page title={t("shell.nothing_here")}>
        <Empty>{t("sites.not_here")}</Empty>
      </Page>
    );
  return (
    <Page
      title={t("sites.title")}
      intro={model && `${t("sites.intro", { n: model.standing })} ${t("sites.whose")}`}
      actions={model && <Doing model={model} />}
    >
      {model?.sites.length === 0 && <Empty>{t("sites.none")}</Empty>}
      {model && model.sites.length > 0 && <Register sites={model.sites} />}
      {model && model.standing > 0 && <Places sites={model.sites} />}
      {model && <Keep rooms={model.rooms} />}
    </Page>
  );
}

function Places({ sites }: { readonly sites: readonly SiteLine[] }) {
  const { t } = useDesk();
  const standing = sites.filter(({ status }) => status.code === "stands");
  const cells = [...Map.groupBy(standing, ({ cell }) => cell)].map(([id, all]) => ({
    id,
    label: all.map(({ code }) => code).join(", "),
    ring: all[0]?.ring ?? [],
  }));
  return (
    <Section title={t("sites.map")}>
      <PlacesMap label={t("sites.map")} cells={cells} sites={standing.map(({ id }) => id)} />
    </Section>
  );
}

function Doing({ model }: { readonly model: SitesModel }) {
  const { t } = useDesk();
  return (
    <>
      <Link href="/sites/import">{t("sites.do.import")}</Link>
      <FormButton look="main" label={t("sites.do.report")}>
        {(close) => <ReportForm rooms={model.rooms} choices={model.choices} onDone={close} />}
      </FormButton>
    </>
  );
}

function Register({ sites }: { readonly sites: readonly SiteLine[] }) {
  const { t } = useDesk();
  return (
    <Rows
      label={t("sites.table")}
      heads={[
        t("sites.code"),
        t("sites.until"),
        t("sites.wounded"),
        { number: t("sites.remains") },
        t("sites.ground"),
        t("sites.whose_column"),
      ]}
      className={own.register}
    >
      <tbody>
        {sites.map((line) => (
          <SiteRow key={line.id} line={line} />
        ))}
      </tbody>
    </Rows>
  );
}

function SiteRow({ line }: { readonly line: SiteLine }) {
  const { t } = useDesk();
  const { status, isSoon, litter, seated, urgent, remains, hazards } = line;
  return (
    <tr>
      <th scope="row">
        <Link href={`/sites/${line.id}`}>{line.code}</Link>
        <p className={css.small}>{line.cell}</p>
      </th>
      <td>
        {status.code !== "stands" && <Mark weight={weightOf(status.code)}>{status.words}</Mark>}{" "}
        {isSoon && <Mark weight="attention">{t("sites.soon")}</Mark>} <Clock at={line.validUntil} />
      </td>
      <td>
        {litter + seated === 0 ? "—" : t("sites.carried", { litter, seated })}
        {urgent > 0 && <p className={css.small}>{t("sites.urgent", { n: urgent })}</p>}
      </td>
      <td className={css.number}>
        {remains === undefined
          ? "—"
          : remains.low === remains.high
            ? remains.low
            : `${remains.low}–${remains.high}`}
      </td>
      <td>
        {line.ground}
        {hazards.length > 0 && <p className={css.small}>{hazards.join(", ")}</p>}
      </td>
      <td>
        {line.of}
        <p className={css.small}>{t("sites.reported_by", { office: line.by })}</p>
      </td>
    </tr>
  );
}
