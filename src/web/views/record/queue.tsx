import { useState } from "react";
import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { refusalOf } from "../../app/signing.tsx";
import {
  Actions,
  Button,
  Clock,
  css,
  Empty,
  FieldList,
  Mark,
  Page,
  Refused,
  Window,
} from "../../design/index.ts";
import type { Refusal } from "../../desk/protocol.ts";
import type { QueueRow } from "./queue-query.ts";
import own from "./record.module.css";

/** What was signed here and is not recorded: why, and what can be done about it. */
export function QueuePage() {
  const { t } = useDesk();
  const rows = useQuery("record.queue", undefined);
  return (
    <Page title={t("record.queue.title")} intro={<Link href="/record">{t("record.back")}</Link>}>
      <p>{t("record.queue.words")}</p>
      {rows?.length === 0 && <Empty>{t("record.queue.none")}</Empty>}
      <ol className={own.lines}>
        {rows?.map((row) => (
          <QueueItem key={row.id} row={row} />
        ))}
      </ol>
    </Page>
  );
}

function QueueItem({ row: { id, words, room, at, state, refusal, fields } }: { readonly row: QueueRow }) {
  const { t } = useDesk();
  return (
    <li className={css.sheet}>
      <p>
        <Mark weight={state === "refused" ? "attention" : "waiting"}>{t(`record.queue.${state}`)}</Mark>{" "}
        <Link href={`/record/${id}`}>{words}</Link>
      </p>
      <p className={css.small}>
        {room} · {t("record.said")} <Clock at={at} />
      </p>
      <Refused refusal={refusal} />
      <details className={own.fold}>
        <summary>{t("record.what")}</summary>
        <FieldList fields={fields} />
      </details>
      {state !== "sending" && <Discard id={id} words={words} />}
    </li>
  );
}

function Discard({ id, words }: { readonly id: string; readonly words: string }) {
  const { t, connection } = useDesk();
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const close = () => setAsking(false);
  const discard = () => {
    connection.call("discard", id).then(close, (error: unknown) => setRefusal(refusalOf(error)));
  };
  return (
    <>
      <Button onPress={() => setAsking(true)}>{t("record.queue.discard")}</Button>
      <Window title={t("record.queue.discard_title")} isOpen={isAsking} onClose={close}>
        <p>{words}</p>
        <p>{t("record.queue.discard_words")}</p>
        <Refused refusal={refusal} />
        <Actions>
          <Button onPress={close}>{t("forms.cancel")}</Button>
          <Button look="main" onPress={discard}>
            {t("record.queue.discard")}
          </Button>
        </Actions>
      </Window>
    </>
  );
}
