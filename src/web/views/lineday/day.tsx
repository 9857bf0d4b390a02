import { useState } from "react";
import { Link } from "react-aria-components";
import { useDesk, useProcess, useQuery } from "../../app/desk-context.tsx";
import { css, Day, Empty, Mark, Notice, Page, Section } from "../../design/index.ts";
import { BigFormButton } from "./big-form-button.tsx";
import { BlockInHand } from "./block-in-hand.tsx";
import { BlockTable } from "./block-table.tsx";
import type { DayModel } from "./day-query.ts";
import { ExceptionForm } from "./exception-form.tsx";
import { useHand } from "./hand.ts";
import line from "./lineday.module.css";
import { nextShown, type Told } from "./next-shown.ts";
import { NextThing } from "./next-thing.tsx";
import { OwnNotes } from "./own-notes.tsx";
import { Persons } from "./persons.tsx";
import { ReceiptSection } from "./receipt.tsx";
import { Scanning } from "./scanning.tsx";
import { ToldTable } from "./told-table.tsx";

/** One day at the line, for whoever stands there with a tablet. */
export function DayPage({ id }: { readonly id: string }) {
  const { t } = useDesk();
  const model = useQuery("lineday.one", { id });
  if (!model)
    return (
      <Page title={t("lineday.title")}>
        <Empty>{t("lineday.unread")}</Empty>
      </Page>
    );
  return <Known day={model} />;
}

function Known({ day }: { readonly day: DayModel }) {
  const { t } = useDesk();
  const { office } = useProcess();
  const hand = useHand(day.id, office);
  const [told, setTold] = useState<Told>({ block: 0, heads: {} });
  const { own, isReplaced } = day;
  const next = nextShown(day, hand.held, told);
  const listed = day.persons.filter((one) => !one.isSpare).length;
  return (
    <div className={line.day}>
      <Page
        title={day.place}
        intro={t("lineday.from_to", { from: day.from, to: day.to, n: listed })}
        actions={
          <>
            {day.waiting > 0 && <Mark weight="waiting">{t("lineday.waiting", { n: day.waiting })}</Mark>}
            <Day date={day.day} />
            {own === "giver" && <Link href={`/lineday/${day.id}/wristbands`}>{t("lineday.wristbands")}</Link>}
          </>
        }
      >
        {isReplaced && <Notice tone="attention" title={t("lineday.replaced")} />}
        {day.refused > 0 && (
          <Notice tone="refused" title={t("lineday.refused", { n: day.refused })}>
            <Link href="/record/queue">{t("lineday.see_refused")}</Link>
          </Notice>
        )}
        {day.conflicts.length > 0 && <Conflicts day={day} />}
        {own && next && (
          <>
            <NextThing day={day} next={next} />
            <div className={line.now}>
              <Scanning day={day} own={own} hand={hand} next={next} />
              <BlockInHand day={day} next={next} hand={hand} told={told} onTold={setTold} />
            </div>
          </>
        )}
        <Section title={t("lineday.blocks")}>
          <BlockTable day={day} />
        </Section>
        <Section
          title={t("lineday.persons")}
          actions={
            own &&
            !isReplaced && (
              <BigFormButton label={t("lineday.except")}>
                {(close) => <ExceptionForm day={day} own={own} onDone={close} />}
              </BigFormButton>
            )
          }
        >
          <Persons day={day} />
        </Section>
        <Section title={t("lineday.tellings")}>
          <p className={css.soft}>
            {t("lineday.rule", {
              before: t(`word.${day.rule.diedBefore}`),
              after: t(`word.${day.rule.diedAfter}`),
            })}
          </p>
          <ToldTable tellings={day.tellings} label={t("lineday.tellings")} />
        </Section>
        <ReceiptSection day={day} />
        {day.notes.length > 0 && !isReplaced && <OwnNotes notes={day.notes} />}
      </Page>
    </div>
  );
}

function Conflicts({ day }: { readonly day: DayModel }) {
  const { t } = useDesk();
  return (
    <Notice tone="attention" title={t("lineday.conflicts")}>
      <ul className={css.lines}>
        {day.conflicts.map((one) => (
          <li key={JSON.stringify(one)}>
            {t(`lineday.conflict.${one.type}`, {
              block: "block" in one ? one.block : 0,
              code: "code" in one ? one.code : "",
              office: one.name,
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
