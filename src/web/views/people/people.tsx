import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { Clock, css, Empty, Facts, Mark, Page, Section, Sheet } from "../../design/index.ts";
import { DeviceSection } from "./device.tsx";
import { EarlierPapers } from "./earlier-papers.tsx";
import { Membership } from "./membership.tsx";
import { OfficeSheet } from "./office.tsx";
import own from "./people.module.css";
import type { PeopleModel } from "./query.ts";
import { RoomTable } from "./room-table.tsx";

/** Who may read and say what, and by which keys each is known. The roster names nobody. */
export default function People() {
  const { t, desk } = useDesk();
  const model = useQuery("people", undefined);
  if (!model) return <p className={css.soft}>{t("shell.loading")}</p>;
  const isSignedIn = desk.phase === "open" && desk.isSignedIn;
  return (
    <Page title={t("people.title")} intro={t("people.intro")}>
      <Founding model={model} />
      {isSignedIn && <DeviceSection model={model} />}
      {model.hasSeats && isSignedIn && <Membership model={model} />}
      {model.earlier.length > 0 && isSignedIn && <EarlierPapers earlier={model.earlier} />}
      <Section title={t("people.offices")}>
        <ul className={own.offices}>
          {model.offices.map((office) => (
            <OfficeSheet
              key={office.office}
              office={office}
              canRevoke={office.isOurs && (model.device?.isHead ?? false)}
            />
          ))}
        </ul>
      </Section>
      <Powers model={model} />
      <Section title={t("people.rooms")}>
        <p>{t("people.rooms_words")}</p>
        <RoomTable table={model.table} />
      </Section>
      <Witnesses model={model} />
    </Page>
  );
}

function Founding({ model: { fingerprint, founding, hostName } }: { readonly model: PeopleModel }) {
  const { t } = useDesk();
  return (
    <Section title={t("people.founding")}>
      <Sheet>
        <p>{t("people.founding_words")}</p>
        <p className={own.fingerprint}>
          <code>{fingerprint}</code>
        </p>
        <Facts rows={[[t("people.host_name"), hostName]]} />
        <Link href={`/record/${founding}`}>{t("people.founding_act")}</Link>
      </Sheet>
    </Section>
  );
}

function Powers({ model: { powers, readsPowers } }: { readonly model: PeopleModel }) {
  const { t } = useDesk();
  if (!readsPowers) return null;
  return (
    <Section title={t("people.powers")}>
      {powers.length === 0 && <Empty>{t("people.no_powers")}</Empty>}
      <ul className={own.offices}>
        {powers.map(({ id, office, authority, reference, persons, extent, at }) => (
          <li key={id} className={css.sheet}>
            <h3>{office}</h3>
            <Facts
              rows={[
                [t("people.powers_by"), `${authority}, ${reference}`],
                [t("people.powers_for"), persons.map((one) => `${one.name}, ${one.capacity}`).join("; ")],
                [t("people.powers_to"), extent.join(", ")],
                [t("people.powers_received"), <Clock key="at" at={at} />],
              ]}
            />
            <Link href={`/record/${id}`}>{t("forms.in_record")}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Witnesses({ model: { witnesses } }: { readonly model: PeopleModel }) {
  const { t } = useDesk();
  return (
    <Section title={t("people.witnesses")}>
      <p>{t("people.witnesses_words")}</p>
      {witnesses.length === 0 && <Empty>{t("people.no_witnesses")}</Empty>}
      <ul className={own.lines}>
        {witnesses.map(({ office, name, fingerprint }) => (
          <li key={name}>
            <Mark>{office}</Mark> {name} <code className={css.mono}>{fingerprint}</code>
          </li>
        ))}
      </ul>
    </Section>
  );
}
