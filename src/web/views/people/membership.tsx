import { useCallback, useEffect, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { refusalOf, useSigning } from "../../app/signing.tsx";
import {
  Actions,
  Button,
  Clock,
  css,
  Empty,
  Facts,
  Field,
  Form,
  FormButton,
  Notice,
  Refused,
  Section,
  textIsWrong,
  useForm,
} from "../../design/index.ts";
import type { Actions as DeskActions } from "../../desk/actions.ts";
import type { SeatRequest } from "../../desk/people-actions.ts";
import type { Refusal } from "../../desk/protocol.ts";
import own from "./people.module.css";
import type { PeopleModel } from "./query.ts";
import { Words } from "./words.tsx";

type Invitation = Awaited<ReturnType<DeskActions["listInvitations"]>>[number];
type Invited = Awaited<ReturnType<DeskActions["invite"]>>;

/** Who is to come into this office: invitations, and requests for seats that its head certifies. */
export function Membership({ model }: { readonly model: PeopleModel }) {
  const { t, desk } = useDesk();
  const requests = useHostList("listSeatRequests");
  const invitations = useHostList("listInvitations");
  // the record says of a grant before the host's list does
  const seats = model.offices.flatMap((one) => one.seats).filter((seat) => !seat.revoked);
  const open = requests.list?.filter((one) => !seats.some((seat) => seat.key === one.key));
  // who holds no seat yet is not asked whom he invites
  if (desk.phase !== "open" || desk.waitsFor !== undefined) return null;
  return (
    <Section
      title={t("people.membership")}
      actions={
        <FormButton label={t("people.invite")}>
          {(close) => <InviteForm onDone={close} onInvited={invitations.again} />}
        </FormButton>
      }
    >
      <Refused refusal={requests.refusal ?? invitations.refusal} />
      <h3>{t("people.requests")}</h3>
      {open?.length === 0 && <Empty>{t("people.no_requests")}</Empty>}
      <ul className={own.offices}>
        {open?.map((one) => (
          <RequestItem
            key={one.keyId}
            request={one}
            isHead={model.device?.isHead ?? false}
            onChange={requests.again}
          />
        ))}
      </ul>
      <h3>{t("people.invitations")}</h3>
      {invitations.list?.length === 0 && <Empty>{t("people.no_invitations")}</Empty>}
      <ul className={own.lines}>
        {invitations.list?.map((one) => (
          <InvitationItem key={one.member} invitation={one} onChange={invitations.again} />
        ))}
      </ul>
    </Section>
  );
}

type Lists = "listSeatRequests" | "listInvitations";
type ListOf<A extends Lists> = Awaited<ReturnType<DeskActions[A]>>;

const everyMs = 5_000;

// What only the host knows: asked when the view opens, after a change, and again while it is in sight.
function useHostList<A extends Lists>(action: A) {
  const { connection } = useDesk();
  const [list, setList] = useState<ListOf<A>>();
  const [refusal, setRefusal] = useState<Refusal>();
  const again = useCallback(() => {
    connection.call(action, undefined).then(
      (answer) => {
        setList(() => answer);
        setRefusal(undefined);
      },
      (error: unknown) => setRefusal(refusalOf(error)),
    );
  }, [connection, action]);
  useEffect(() => {
    again();
    const timer = setInterval(() => !document.hidden && again(), everyMs);
    return () => clearInterval(timer);
  }, [again]);
  return { list, refusal, again };
}

function InviteForm({ onDone, onInvited }: { readonly onDone: () => void; readonly onInvited: () => void }) {
  const { t, connection } = useDesk();
  const [invited, setInvited] = useState<Invited>();
  const [refusal, setRefusal] = useState<Refusal>();
  const form = useForm({ title: "" }, ({ title }) => ({ title: textIsWrong(title) }));
  const invite = () => {
    connection.call("invite", { title: form.draft.title.trim() }).then(
      (answer) => {
        setInvited(answer);
        onInvited();
      },
      (error: unknown) => setRefusal(refusalOf(error)),
    );
  };
  if (invited) return <InvitedLink invited={invited} onDone={onDone} />;
  return (
    <>
      <p>{t("people.invite_words")}</p>
      <Form form={form} onReady={invite} onCancel={onDone} submit={t("people.invite")}>
        <Field
          label={t("people.seat_title")}
          help={t("people.seat_title_help")}
          value={form.draft.title}
          onChange={(title) => form.set({ title })}
          wrong={form.wrong("title")}
          isRequired
        />
      </Form>
      <Refused refusal={refusal} />
    </>
  );
}

function InvitedLink({
  invited: { secret, member, expiresAt },
  onDone,
}: {
  readonly invited: Invited;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const [isCopied, setCopied] = useState(false);
  const link = `${location.origin}/#invitation=${secret}`;
  const copy = () => void navigator.clipboard.writeText(link).then(() => setCopied(true));
  return (
    <>
      <Notice tone="attention" title={t("people.link_once")}>
        {t("people.link_words")}
      </Notice>
      <p className={css.mono}>{link}</p>
      <Facts
        rows={[
          [t("record.member"), member],
          [t("people.expires"), <Clock key="expires" at={Date.parse(expiresAt)} />],
        ]}
      />
      <Actions>
        <span role="status">{isCopied && t("people.copied")}</span>
        <Button onPress={copy}>{t("people.copy")}</Button>
        <Button look="main" onPress={onDone}>
          {t("people.done")}
        </Button>
      </Actions>
    </>
  );
}

function InvitationItem({
  invitation: { member, title, expiresAt },
  onChange,
}: {
  readonly invitation: Invitation;
  readonly onChange: () => void;
}) {
  const { t, connection } = useDesk();
  const [refusal, setRefusal] = useState<Refusal>();
  const withdraw = () => {
    connection
      .call("withdrawInvitation", member)
      .then(onChange, (error: unknown) => setRefusal(refusalOf(error)));
  };
  return (
    <li>
      <div className={css.row}>
        <strong>{title}</strong>
        <span className={css.small}>
          {member} · {t("people.expires")} <Clock at={Date.parse(expiresAt)} />
        </span>
        <Button onPress={withdraw}>{t("people.withdraw")}</Button>
      </div>
      <Refused refusal={refusal} />
    </li>
  );
}

function RequestItem({
  request,
  isHead,
  onChange,
}: {
  readonly request: SeatRequest;
  readonly isHead: boolean;
  readonly onChange: () => void;
}) {
  const { t, connection } = useDesk();
  const propose = useSigning();
  const [refusal, setRefusal] = useState<Refusal>();
  const { keyId, office, member, title, key, recipient, requestedAt, fingerprint, words } = request;
  const certify = () =>
    propose(
      { room: "process", kind: "seat.granted", payload: { office, member, key, recipient, title } },
      onChange,
    );
  const decline = () => {
    connection
      .call("declineSeatRequest", keyId)
      .then(onChange, (error: unknown) => setRefusal(refusalOf(error)));
  };
  return (
    <li className={css.sheet}>
      <h4>{title}</h4>
      <p>{t("people.compare_words")}</p>
      <Words words={words} />
      <Facts
        rows={[
          [
            t("people.device_key"),
            <code key="key" className={css.mono}>
              {fingerprint}
            </code>,
          ],
          [t("record.member"), member],
          [t("people.requested"), <Clock key="at" at={Date.parse(requestedAt)} />],
        ]}
      />
      <Refused refusal={refusal} />
      {!isHead && <p className={css.small}>{t("people.head_certifies")}</p>}
      <div className={css.row}>
        {isHead && (
          <Button look="main" onPress={certify}>
            {t("people.certify")}
          </Button>
        )}
        <Button onPress={decline}>{t("people.decline")}</Button>
      </div>
    </li>
  );
}
