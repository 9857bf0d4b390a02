import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { css, Empty, Field, Form, FormButton, Mark, textIsWrong, useForm } from "../../design/index.ts";
import own from "./people.module.css";
import type { OfficeLine, SeatLine } from "./query.ts";

/** One office: the key of its head, and its seats with the times that they were held. */
export function OfficeSheet({
  office,
  canRevoke,
}: {
  readonly office: OfficeLine;
  readonly canRevoke: boolean;
}) {
  const { t } = useDesk();
  const { name, isOurs, head, seats } = office;
  return (
    <li className={css.sheet}>
      <div className={css.row}>
        <h3>{name}</h3>
        {isOurs && <Mark weight="firm">{t("people.ours")}</Mark>}
      </div>
      <p className={css.small}>
        {head ? t("people.head", { seq: head.since }) : t("people.no_head")}{" "}
        {head && <code className={css.mono}>{head.fingerprint}</code>}
      </p>
      {seats.length === 0 ? (
        <Empty>{t("people.no_seats")}</Empty>
      ) : (
        <ul className={own.seats}>
          {seats.map((seat) => (
            <SeatItem key={seat.granted} seat={seat} office={office} canRevoke={canRevoke} />
          ))}
        </ul>
      )}
    </li>
  );
}

function SeatItem({
  seat,
  office,
  canRevoke,
}: {
  readonly seat: SeatLine;
  readonly office: OfficeLine;
  readonly canRevoke: boolean;
}) {
  const { t } = useDesk();
  const { granted, title, member, fingerprint, canReadSealed, since, revoked } = seat;
  return (
    <li>
      <div className={css.row}>
        <strong>{title}</strong>
        <span className={css.small}>{member}</span>
        <Mark weight={revoked ? "waiting" : "plain"}>{revoked ? t("people.revoked") : t("seat.valid")}</Mark>
      </div>
      <p className={css.small}>
        <code className={css.mono}>{fingerprint}</code>
      </p>
      <p className={css.small}>
        <Link href={`/record/${granted}`}>{t("people.seat_since", { seq: since })}</Link>
        {revoked && (
          <>
            {" · "}
            {revoked.id ? (
              <Link href={`/record/${revoked.id}`}>
                {t("people.seat_until", { seq: revoked.at, reason: revoked.reason })}
              </Link>
            ) : (
              t("seat.until", { seq: revoked.at })
            )}
          </>
        )}
        {!canReadSealed && ` · ${t("people.reads_no_sealed")}`}
      </p>
      {canRevoke && !revoked && (
        <FormButton label={t("people.revoke")}>
          {(close) => <RevokeForm seat={seat} office={office} onDone={close} />}
        </FormButton>
      )}
    </li>
  );
}

function RevokeForm({
  seat,
  office,
  onDone,
}: {
  readonly seat: SeatLine;
  readonly office: OfficeLine;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ reason: "" }, ({ reason }) => ({ reason: textIsWrong(reason) }));
  const ready = () => {
    const payload = {
      office: office.office,
      member: seat.member,
      key: seat.key,
      reason: form.draft.reason.trim(),
    };
    propose({ room: "process", kind: "seat.revoked", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <p>
        {seat.title}, {seat.member}
      </p>
      <p className={css.small}>{t("people.revoke_words")}</p>
      <Field
        label={t("people.reason")}
        value={form.draft.reason}
        onChange={(reason) => form.set({ reason })}
        wrong={form.wrong("reason")}
        isRequired
      />
    </Form>
  );
}
