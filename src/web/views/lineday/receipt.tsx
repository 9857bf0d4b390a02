import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Button, Clock, css, Facts, Mark, Section } from "../../design/index.ts";
import type { DayModel, ReceiptLine } from "./day-query.ts";

/** Receipts side by side; one is joint once both sides have signed the same of every person. */
export function ReceiptSection({ day }: { readonly day: DayModel }) {
  const { t } = useDesk();
  const propose = useSigning();
  const { status, isWitnessed, signed, own, ownDigest } = day.receipt;
  const mine = signed.find((one) => one.counter === day.own);
  const isNew = own !== undefined && mine?.digest !== ownDigest;
  const sign = () => propose({ room: "exchange", kind: "line.receipt_signed", payload: own });
  return (
    <Section
      title={t("lineday.receipt")}
      actions={
        <>
          {isWitnessed && <Mark weight="firm">{t("lineday.witnessed")}</Mark>}
          <Mark weight={status === "joint" ? "firm" : status === "differs" ? "attention" : "waiting"}>
            {t(`word.${status}`)}
          </Mark>
        </>
      }
    >
      {signed.length > 0 && (
        <div className={css.sides}>
          {signed.map((one) => (
            <OneReceipt key={one.counter} receipt={one} />
          ))}
        </div>
      )}
      {day.own && !day.isReplaced && !own && <p className={css.soft}>{t("lineday.receipt_later")}</p>}
      {isNew && !day.isReplaced && (
        <div className={css.row}>
          <Button look="main" onPress={sign}>
            {t("lineday.receipt_sign")}
          </Button>
          <span className={css.mono}>{ownDigest}</span>
        </div>
      )}
    </Section>
  );
}

function OneReceipt({ receipt }: { readonly receipt: ReceiptLine }) {
  const { t } = useDesk();
  const { name, came, exceptions, unexpected, first, last, digest, isWaiting } = receipt;
  return (
    <div className={css.sheet}>
      <div className={css.itemHead}>
        <h3>{name}</h3>
        {isWaiting && <Mark weight="waiting">{t("lineday.not_recorded")}</Mark>}
      </div>
      <Facts
        rows={[
          [t("lineday.told.came"), came],
          ...exceptions.map(({ type, n }) => [t(`word.${type}`), n] as const),
          ...(unexpected > 0 ? [[t("lineday.told.unexpected"), unexpected] as const] : []),
          [t("field.firstAt"), <Clock key="first" at={first} />],
          [t("field.lastAt"), <Clock key="last" at={last} />],
          [
            t("lineday.digest"),
            <span key="digest" className={css.mono}>
              {digest}
            </span>,
          ],
        ]}
      />
    </div>
  );
}
