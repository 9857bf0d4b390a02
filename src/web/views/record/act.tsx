import { Fragment, useEffect } from "react";
import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import {
  Clock,
  css,
  Empty,
  Facts,
  FieldList,
  Mark,
  Moment,
  Notice,
  Page,
  Section,
  Sheet,
  Unbroken,
} from "../../design/index.ts";
import type { ActLine, ActModel } from "./act-query.ts";
import { Proof } from "./proof.tsx";
import own from "./record.module.css";
import { useStandingWords } from "./standing-words.ts";

/** One act: what it says, who said it and when, what hangs together with it, and what proves it. */
export function ActPage({ id }: { readonly id: string }) {
  const { t, connection } = useDesk();
  const model = useQuery("record.act", { id });
  const isOfSites = model?.roomCode === "sites-a" || model?.roomCode === "sites-b";
  useEffect(() => {
    if (isOfSites) void connection.call("noteOpened", id); // it says an exact position, as a site's own page does
  }, [connection, id, isOfSites]);
  if (model === undefined) return <p className={css.soft}>{t("shell.loading")}</p>;
  if (model === null)
    return (
      <Page title={t("shell.nothing_here")} intro={<Link href="/record">{t("record.back")}</Link>}>
        <Empty>{t("shell.nothing_here_words")}</Empty>
      </Page>
    );
  const { room, seq, words, waitsFor, refusal } = model;
  const title = seq === undefined ? t("record.act_waiting", { room }) : t("record.act", { room, seq });
  return (
    <Page title={title} intro={<Link href="/record">{t("record.back")}</Link>}>
      <p className={css.quote}>
        <Unbroken>{words}</Unbroken>
      </p>
      {refusal && (
        <Notice tone="refused" title={refusal.title}>
          {refusal.detail} <Link href="/record/queue">{t("record.to_queue", { n: 1 })}</Link>
        </Notice>
      )}
      {waitsFor && <Notice tone="attention">{t("record.waits_for", { id: waitsFor })}</Notice>}
      <Said act={model} />
      <What act={model} />
      <Connections act={model} />
      {seq !== undefined && <Proof key={`${id} ${model.standing}`} id={id} />}
    </Page>
  );
}

function Said({ act }: { readonly act: ActModel }) {
  const { t } = useDesk();
  const standings = useStandingWords();
  const { office, capacity, member, happened, said, received, sealed, room, standing, verified } = act;
  return (
    <Section title={t("record.who_when")}>
      <Sheet>
        <Facts
          rows={[
            [t("record.in_name"), `${office}, ${capacity}`],
            [t("record.member"), <code key="member">{member}</code>],
            [
              t("record.happened"),
              happened ? <Moment key="happened" when={happened} /> : t("record.no_time"),
            ],
            [t("record.said"), <Clock key="said" at={said} />],
            [
              t("record.received"),
              received === undefined ? t("record.not_recorded") : <Clock key="received" at={received} />,
            ],
            [t("record.room"), sealed ? t("record.room_sealed", { room }) : room],
            [
              t("record.standing"),
              <Fragment key="standing">
                <Mark weight={standings.weight(standing)}>{standings.word(standing)}</Mark>{" "}
                {standings.meaning(standing)}
              </Fragment>,
            ],
            [t("record.signatures"), t(verified ? "record.verified_here" : "record.not_verified_yet")],
          ]}
        />
      </Sheet>
    </Section>
  );
}

function What({ act }: { readonly act: ActModel }) {
  const { t } = useDesk();
  const { fields, corrected, corrections } = act;
  return (
    <Section title={t("record.what")}>
      {corrected && (
        <Notice tone="attention" title={t("record.corrected", { n: corrections.length })}>
          <ul className={own.lines}>
            {corrections.map((one) => (
              <li key={one.id}>
                <Link href={`/record/${one.id}`}>{one.reason || one.words || one.id}</Link>{" "}
                {one.at !== undefined && <Clock at={one.at} />}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {corrected && <h3>{t("record.reads_now")}</h3>}
      <Sheet>
        <FieldList fields={corrected ?? fields} />
      </Sheet>
      {corrected && (
        <details className={own.fold}>
          <summary>{t("record.first_said")}</summary>
          <Sheet>
            <FieldList fields={fields} />
          </Sheet>
        </details>
      )}
    </Section>
  );
}

function Connections({ act }: { readonly act: ActModel }) {
  const { t } = useDesk();
  const { refersTo, referredBy } = act;
  return (
    <Section title={t("record.connections")}>
      <Sheet>
        {refersTo.length + referredBy.length === 0 && <Empty>{t("record.no_connections")}</Empty>}
        {refersTo.length > 0 && (
          <Facts
            rows={[...Map.groupBy(refersTo, (one) => one.label)].map(([label, lines]) => [
              label,
              <Lines key={label} lines={lines} />,
            ])}
          />
        )}
        {referredBy.length > 0 && (
          <Facts rows={[[t("record.referred_by"), <Lines key="by" lines={referredBy} />]]} />
        )}
      </Sheet>
    </Section>
  );
}

function Lines({ lines }: { readonly lines: readonly ActLine[] }) {
  const { t } = useDesk();
  return (
    <ul className={own.lines}>
      {lines.map(({ id, words, at }) => (
        <li key={id}>
          {words === undefined ? t("field.unread_act", { id }) : <Link href={`/record/${id}`}>{words}</Link>}{" "}
          {at !== undefined && (
            <span className={css.small}>
              <Clock at={at} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
