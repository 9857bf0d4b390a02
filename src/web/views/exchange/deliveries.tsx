import { useDesk } from "../../app/desk-context.tsx";
import { css, FormButton, Rows, Section } from "../../design/index.ts";
import { LinkForm } from "./forms/link.tsx";
import { Count } from "./shown.tsx";
import type { DeliveryLine, TrancheModel } from "./tranche-query.ts";

/** What each side was to return, and what each says came of it: side by side, never added up. */
export function Deliveries({
  tranche,
  lists,
}: {
  readonly tranche: TrancheModel;
  readonly lists: readonly { readonly value: string; readonly label: string }[];
}) {
  const { t } = useDesk();
  const { deliveries, pledges, may } = tranche;
  const [first] = deliveries;
  if (!first) return null;
  return (
    <Section
      title={t("exchange.deliveries")}
      actions={
        may.link && (
          <FormButton label={t("exchange.do.link")}>
            {(close) => <LinkForm tranche={tranche} lists={lists} onDone={close} />}
          </FormButton>
        )
      }
    >
      <Rows
        label={t("exchange.named")}
        heads={[
          t("field.returnedBy"),
          t("exchange.named"),
          ...first.told.map(({ name }) => t("show.told_by", { office: name })),
        ]}
      >
        <tbody>
          {deliveries.map(({ from, named, told }) => (
            <tr key={from}>
              <th scope="row">{from}</th>
              <td>
                <Count count={named} />
              </td>
              {told.map((one) => (
                <td key={one.name}>
                  <Told told={one} />
                </td>
              ))}
            </tr>
          ))}
          {pledges.map(({ from, pledged, told }) => (
            <tr key={`pledge ${from}`}>
              <th scope="row">
                {from} <span className={css.small}>{t("exchange.under_agreement")}</span>
              </th>
              <td>{pledged}</td>
              {first.told.map(({ name }) => {
                const own = told.find((one) => one.name === name);
                return <td key={name}>{own && <Told told={own} />}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </Rows>
    </Section>
  );
}

function Told({ told }: { readonly told: DeliveryLine["told"][number] }) {
  const { t } = useDesk();
  const { min, max, counted, withheld } = told;
  if (counted === 0) return <span className={css.soft}>{t("word.no_answer")}</span>;
  return (
    <>
      {min === max ? t("show.counted_one", { max, counted }) : t("show.counted", { min, max, counted })}
      {t("show.withheld", { n: withheld })}
    </>
  );
}
