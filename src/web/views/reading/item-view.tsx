import { useDesk } from "../../app/desk-context.tsx";
import { Button, css, FieldList, FormButton, Mark } from "../../design/index.ts";
import type { EntryWords } from "../../desk/reading-actions.ts";
import { CorrectForm } from "./correct-form.tsx";
import { lacksOf } from "./item.ts";
import type { DeskItem } from "./kept-report.ts";
import own from "./reading.module.css";
import { idOf } from "./text-pane.tsx";

/** One entry of the draft: what it says, by which rule, and what becomes of it. */
export function ItemView({
  n,
  item,
  words,
  isHot,
  onHot,
  onChange,
}: {
  readonly n: number;
  readonly item: DeskItem;
  readonly words: EntryWords | undefined;
  readonly isHot: boolean;
  readonly onHot: (key: string | undefined) => void;
  readonly onChange: (part: Partial<DeskItem>) => void;
}) {
  const { t } = useDesk();
  const { key, standing, content, rule, confidence, changedByHand, second } = item;
  const kind = t(item.class === "statement" ? "reading.statement" : `entry.${item.class}`);
  const lacks = lacksOf(item);
  return (
    <article
      id={idOf(key)}
      aria-label={`${n}. ${kind}`}
      className={own.item}
      data-hot={isHot ? "" : undefined}
      data-standing={standing}
      onMouseEnter={() => onHot(key)}
      onMouseLeave={() => onHot(undefined)}
      onFocus={() => onHot(key)}
      onBlur={() => onHot(undefined)}
    >
      <p className={css.row}>
        <strong>
          {n}. {kind}
        </strong>
        <Mark weight={standing === "signed" ? "firm" : standing === "accepted" ? "waiting" : "plain"}>
          {t(`reading.standing.${standing}`)}
        </Mark>
        {changedByHand && <Mark>{t("reading.changed")}</Mark>}
      </p>
      {content.is === "entry" && words && <FieldList fields={words.fields} />}
      {content.is === "statement" && (
        <>
          <p>
            {content.statement.speaker.name}
            {content.statement.speaker.capacity && `, ${content.statement.speaker.capacity}`}
          </p>
          <blockquote className={own.words}>{content.statement.verbatim}</blockquote>
        </>
      )}
      <p className={css.small}>
        {second === undefined
          ? t("reading.by_rule", { rule, percent: Math.round(confidence * 100) })
          : t("reading.by_second", { to: second })}
      </p>
      {lacks && standing === "open" && <p className={css.small}>{t("reading.lacks")}</p>}
      {standing !== "signed" && (
        <div className={css.row}>
          {standing !== "accepted" && (
            <Button isDisabled={lacks !== undefined} onPress={() => onChange({ standing: "accepted" })}>
              {t("reading.accept")}
            </Button>
          )}
          <FormButton label={`${t("reading.correct")}: ${n}. ${kind}`} short={t("reading.correct")}>
            {(close) => (
              <CorrectForm
                item={item}
                onDone={close}
                onKept={(changed) => {
                  onChange({ content: changed, changedByHand: true, standing: "accepted" });
                  close();
                }}
              />
            )}
          </FormButton>
          {standing !== "rejected" && (
            <Button look="plain" onPress={() => onChange({ standing: "rejected" })}>
              {t("reading.reject")}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}
