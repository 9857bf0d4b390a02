import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Button, Clock, css, Empty, FormButton, Mark, Section, Sheet, weightOf } from "../../design/index.ts";
import { ExtensionAnswerForm } from "./forms/extension-answer.tsx";
import type { SuspensionLine, TruceModel } from "./one-query.ts";
import own from "./truces.module.css";

/** What was said of the hours themselves: later ends, zones taken out, denunciations, and the reports afterwards. */
export function During({ truce }: { readonly truce: TruceModel }) {
  const { t } = useDesk();
  const { extensions, suspensions, denunciations, parties, said } = truce;
  const isQuiet = extensions.length + suspensions.length + denunciations.length === 0;
  const closings = parties.filter(({ closing }) => closing);
  return (
    <>
      <Section title={t("truces.changes_of_hours")}>
        {isQuiet && <Empty>{t("truces.nothing_during")}</Empty>}
        {extensions.map((one) => (
          <Sheet key={one.id}>
            <p className={css.itemHead}>
              <strong>{t("truces.extension", { who: one.by })}</strong>
              {one.mayAnswer && (
                <FormButton label={t("truces.do.answer_extension")}>
                  {(close) => (
                    <ExtensionAnswerForm
                      at={{ truce: truce.id, room: truce.room }}
                      extension={one.id}
                      onDone={close}
                    />
                  )}
                </FormButton>
              )}
            </p>
            <p>
              <Clock at={one.end} />
            </p>
            {one.reason && <p className={css.quote}>{one.reason}</p>}
            <p className={css.row}>
              {one.parties.map(({ name, word }) => (
                <span key={name}>
                  {name} <Mark weight={weightOf(word.code)}>{word.words}</Mark>
                </span>
              ))}
            </p>
          </Sheet>
        ))}
        {suspensions.map((one) => (
          <Suspension key={one.id} truce={truce} suspension={one} />
        ))}
        {denunciations.map((one) => (
          <Sheet key={one.id}>
            <p>
              <strong>{t("truces.denounced_by", { who: one.by })}</strong>
            </p>
            <p>
              {t("truces.takes_effect")} <Clock at={one.effective} /> ·{" "}
              {t("truces.warning", { hours: one.warningHours })}
            </p>
            {one.asked !== undefined && (
              <p>
                <Mark weight="attention">{t("truces.warning_short", { hours: one.asked })}</Mark>
              </p>
            )}
            <p className={css.quote}>{one.reason}</p>
          </Sheet>
        ))}
      </Section>
      {truce.isInEffect && (
        <Section title={t("truces.breach")}>
          <Sheet>
            {truce.terms.breachResponse !== "whole_truce_ends" && <p>{t("truces.breach_words")}</p>}
            {["breachResponse", "breachEffect", "returnFireLadder", "returnFire", "hotline"].map((part) => {
              const one = said[part];
              return (
                one?.words !== undefined && (
                  <div key={part}>
                    <h3 className={own.partName}>{one.label}</h3>
                    <p className={css.quote}>{one.words}</p>
                  </div>
                )
              );
            })}
          </Sheet>
        </Section>
      )}
      {closings.length > 0 && (
        <Section title={t("truces.closing")}>
          <ul className={own.sides}>
            {closings.map(({ office, name, closing }) => (
              <li key={office} className={`${css.sheet} ${own.side}`}>
                <strong>{name}</strong>
                <p className={css.quote}>{closing?.words}</p>
                {closing?.wounded && (
                  <p>
                    {t("field.wounded")}: {closing.wounded}
                  </p>
                )}
                {closing?.bodies && (
                  <p>
                    {t("field.bodies")}: {closing.bodies}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Suspension({
  truce,
  suspension,
}: {
  readonly truce: TruceModel;
  readonly suspension: SuspensionLine;
}) {
  const { t, desk } = useDesk();
  const propose = useSigning();
  const { id, by, zone, part, reason, from, resumed, mayResume } = suspension;
  const canSign = desk.phase === "open" && desk.canSign;
  const resume = () =>
    propose({
      room: truce.room,
      kind: "truce.resumed",
      payload: { truce: truce.id, suspension: id, at: `${new Date().toISOString().slice(0, 19)}Z` },
    });
  return (
    <Sheet>
      <p className={css.itemHead}>
        <strong>{t("truces.suspension", { who: by, zone })}</strong>
        {canSign && mayResume && <Button onPress={resume}>{t("truces.do.resume")}</Button>}
      </p>
      {part && <p>{part}</p>}
      <p className={css.small}>
        {t("truces.suspended_from")} <Clock at={from} />
        {resumed !== undefined && (
          <>
            {" · "}
            {t("truces.resumed_at")} <Clock at={resumed} />
          </>
        )}
      </p>
      <p className={css.quote}>{reason}</p>
    </Sheet>
  );
}
