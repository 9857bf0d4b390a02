import { useDesk } from "../../app/desk-context.tsx";
import { Clock, css, Mark, Rows, Section, Sheet, weightOf } from "../../design/index.ts";
import type { TruceModel } from "./one-query.ts";
import own from "./truces.module.css";

/** Go or no-go, three times, each for itself. */
export function Readiness({ truce }: { readonly truce: TruceModel }) {
  const { t } = useDesk();
  const { checkpoints, lastWords } = truce;
  return (
    <Section title={t("truces.readiness")}>
      <p className={css.small}>{t("truces.readiness_words")}</p>
      <Sheet>
        <Rows
          label={`${t("truces.readiness")}: ${t("truces.by_hour")}`}
          heads={[t("truces.checkpoint_head"), ...lastWords.map(({ name }) => name), t("truces.by_hour")]}
        >
          <tbody>
            {checkpoints.map(({ checkpoint, hours, due, words }) => (
              <tr key={checkpoint}>
                <th scope="row">{t("truces.checkpoint", { n: hours })}</th>
                {words.map(({ office, word }) => (
                  <td key={office}>
                    <Mark weight={word.code === "no_go" ? "attention" : weightOf(word.code)}>
                      {word.words}
                    </Mark>
                  </td>
                ))}
                <td className={own.byHour}>
                  {due === undefined ? (
                    <span className={css.soft}>{t("truces.no_hour")}</span>
                  ) : (
                    <Clock at={due} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Rows>
      </Sheet>
    </Section>
  );
}
