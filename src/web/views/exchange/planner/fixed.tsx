import { useDesk } from "../../../app/desk-context.tsx";
import { Button, css, Section } from "../../../design/index.ts";
import type { CaseModel } from "./case-query.ts";
import { personLabel } from "./person-label.ts";
import type { Lock } from "./terms.ts";

/** Persons whose tranche the author has fixed; each can be released. */
export function Fixed({
  model,
  locks,
  onRelease,
  isDisabled,
}: {
  readonly model: CaseModel;
  readonly locks: readonly Lock[];
  readonly onRelease: (person: string) => void;
  readonly isDisabled: boolean;
}) {
  const { t } = useDesk();
  if (locks.length === 0) return null;
  return (
    <Section title={t("exchange.fixed")}>
      <ul className={css.items}>
        {locks.map(({ person, tranche }) => {
          const who = personLabel(model, person);
          return (
            <li key={person} className={css.row}>
              <span>
                {who}:{" "}
                {tranche === null ? t("exchange.fixed.nowhere") : t("exchange.number", { number: tranche })}
              </span>
              <Button
                look="plain"
                aria-label={t("exchange.fixed.release_who", { who })}
                isDisabled={isDisabled}
                onPress={() => onRelease(person)}
              >
                {t("exchange.fixed.release")}
              </Button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
