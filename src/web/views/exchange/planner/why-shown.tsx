import { useState } from "react";
import { useDesk } from "../../../app/desk-context.tsx";
import { Button, css, Group, Mark, Sheet } from "../../../design/index.ts";
import { linesIn } from "../../../design/lines-text.ts";
import type { BoardModel } from "../board-query.ts";
import own from "../exchange.module.css";
import { nobody, PersonsFields, personsAreWrong } from "../persons-fields.tsx";
import type { CaseModel } from "./case-query.ts";
import type { Why } from "./engine/protocol.ts";
import { personLabel } from "./person-label.ts";
import type { Lock } from "./terms.ts";
import { useBecause } from "./use-because.ts";

/** Why somebody is not in a tranche, in every tranche; from there he can be fixed in one, and the plan made again. */
export function WhyShown({
  model,
  categories,
  why,
  isRunning,
  onAsk,
  onFix,
}: {
  readonly model: CaseModel;
  readonly categories: BoardModel["categories"];
  readonly why: Why | undefined;
  /** A plan is being computed, and nothing else can be asked. */
  readonly isRunning: boolean;
  readonly onAsk: (person: string) => void;
  readonly onFix: (lock: Lock) => void;
}) {
  const { t } = useDesk();
  const because = useBecause(model, categories);
  const [draft, setDraft] = useState(nobody);
  const [tried, setTried] = useState(false);
  const person = `${draft.list}:${draft.lines.trim()}`;
  const isInCase = draft.list !== null && model.categoryOf[person] !== undefined;
  const wrong =
    personsAreWrong(draft) ?? ((linesIn(draft.lines)?.length ?? 0) > 1 ? "exchange.f.one_line" : undefined);
  const ask = () => {
    setTried(true);
    if (!wrong && isInCase) onAsk(person);
  };
  return (
    <Sheet>
      <div className={own.paper}>
        <Group title={t("exchange.why")}>
          <div className={own.part}>
            <PersonsFields
              lists={model.lists}
              value={draft}
              onChange={setDraft}
              wrong={tried && wrong ? t(wrong) : undefined}
              isOne
            />
            <Button onPress={ask} isDisabled={isRunning}>
              {t("exchange.why.ask")}
            </Button>
          </div>
          {tried && !wrong && !isInCase && <p className={css.small}>{t("exchange.why.not_in_case")}</p>}
        </Group>
        {why && (
          <div role="status">
            <p>
              <strong>
                {why.goes === null
                  ? t("exchange.why.nowhere", { person: personLabel(model, why.person) })
                  : t("exchange.why.where", { person: personLabel(model, why.person), tranche: why.goes })}
              </strong>
            </p>
            <ol className={css.items}>
              {why.answers.map(({ tranche, because: all }) => (
                <li key={tranche}>
                  <p className={css.row}>
                    <span>{t("exchange.number", { number: tranche })}</span>
                    {tranche === why.goes ? (
                      <Mark weight="firm">{t("exchange.why.goes")}</Mark>
                    ) : (
                      <Button
                        look="plain"
                        isDisabled={isRunning}
                        aria-label={t("exchange.why.fix_in", { number: tranche })}
                        onPress={() => onFix({ person: why.person, tranche })}
                      >
                        {t("exchange.why.fix")}
                      </Button>
                    )}
                  </p>
                  {tranche !== why.goes && (
                    <ul>
                      {all.map((one) => (
                        <li key={JSON.stringify(one)}>{because(one)}</li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ol>
            {why.goes !== null && (
              <p className={css.row}>
                <Button
                  look="plain"
                  isDisabled={isRunning}
                  onPress={() => onFix({ person: why.person, tranche: null })}
                >
                  {t("exchange.why.fix_out")}
                </Button>
              </p>
            )}
          </div>
        )}
      </div>
    </Sheet>
  );
}
