import { useDesk } from "../../app/desk-context.tsx";
import { css, Empty, FormButton, Mark, Notice, Rows, SaidLine, Section, Sheet } from "../../design/index.ts";
import { Drawing } from "./drawing.tsx";
import { ConditionForm } from "./forms/condition.tsx";
import { ConditionWordForm } from "./forms/condition-word.tsx";
import type { ConditionLine, MeetingModel, Words } from "./meeting-query.ts";
import { nodeWords } from "./node-words.ts";
import own from "./summits.module.css";

/** What must come before what, as each party holds: drawn, and the same in a table of words. */
export function Conditions({ meeting }: { readonly meeting: MeetingModel }) {
  const { t } = useDesk();
  const { id, conditions, circles, may } = meeting;
  const nodes = [...new Set(["meeting", ...conditions.flatMap(({ node, requires }) => [node, requires])])];
  const list = (items: readonly string[]) => new Intl.ListFormat(t.language).format(items);
  return (
    <Section
      title={t("summits.conditions")}
      actions={
        may.setCondition && (
          <FormButton label={t("summits.do.condition")}>
            {(close) => <ConditionForm summit={id} nodes={nodes} onDone={close} />}
          </FormButton>
        )
      }
    >
      {conditions.length === 0 ? (
        <Empty>{t("summits.no_conditions")}</Empty>
      ) : (
        <>
          <p className={css.small}>{t("summits.conditions_words")}</p>
          {circles.map((circle, i) => (
            <Notice key={circle.conditions.join()} tone="attention">
              {t("summits.circle", {
                n: i + 1,
                nodes: list(circle.nodes.map((node) => nodeWords(t, node))),
                numbers: list(circle.conditions.map(String)),
              })}
            </Notice>
          ))}
          <Drawing drawing={meeting.drawing} conditions={conditions} />
          <Sheet>
            <Rows
              label={t("forms.table", { title: t("summits.conditions") })}
              heads={[
                t("summits.col.number"),
                t("summits.col.condition"),
                t("summits.col.set_by"),
                t("summits.col.met"),
              ]}
            >
              <tbody>
                {conditions.map((condition) => (
                  <ConditionRow key={condition.id} condition={condition} />
                ))}
              </tbody>
            </Rows>
          </Sheet>
        </>
      )}
    </Section>
  );
}

function ConditionRow({ condition }: { readonly condition: ConditionLine }) {
  const { t } = useDesk();
  const { id, number, node, requires, words, said, source, met, others, lifted, circle, mayLift, maySayMet } =
    condition;
  return (
    <tr>
      <td>{number}</td>
      <th scope="row" className={own.condition}>
        {t("summits.first_then", { requires: nodeWords(t, requires), node: nodeWords(t, node) })}{" "}
        {circle !== undefined && <Mark weight="attention">{t("summits.circle_mark", { n: circle })}</Mark>}
      </th>
      <td className={own.wide}>
        <div className={own.side}>
          <strong>{said.by}</strong>
          <p className={css.quote}>{words}</p>
          <SaidLine said={said} source={source} />
          {mayLift && (
            <div>
              <FormButton label={t("summits.do.lift", { n: number })}>
                {(close) => (
                  <ConditionWordForm condition={id} kind="summit.condition_lifted" onDone={close} />
                )}
              </FormButton>
            </div>
          )}
        </div>
      </td>
      <td className={own.wide}>
        <div className={own.side}>
          {lifted ? (
            <OneWord mark={t("summits.lifted")} word={lifted} />
          ) : met ? (
            <OneWord mark={t("word.met")} isFirm word={met} />
          ) : (
            <div>
              <Mark weight="waiting">{t("word.not_met")}</Mark>
            </div>
          )}
          {others.length > 0 && (
            <div className={own.side}>
              <p className={css.small}>{t("summits.others")}</p>
              {others.map((one) => (
                <OneWord key={one.said.id} mark={t("word.met")} word={one} isNamed />
              ))}
            </div>
          )}
          {maySayMet && (
            <div>
              <FormButton label={t("summits.do.met", { n: number })}>
                {(close) => <ConditionWordForm condition={id} kind="summit.condition_met" onDone={close} />}
              </FormButton>
            </div>
          )}
        </div>
      </td>
    </tr>
  );
}

function OneWord({
  mark,
  word,
  isFirm,
  isNamed,
}: {
  readonly mark: string;
  readonly word: Words;
  readonly isFirm?: boolean;
  readonly isNamed?: boolean;
}) {
  return (
    <div className={own.side}>
      <div>
        <Mark weight={isFirm ? "firm" : "plain"}>{mark}</Mark>
      </div>
      <p className={css.quote}>{word.words}</p>
      <SaidLine said={word.said} source={word.source} named={isNamed ?? false} />
    </div>
  );
}
