import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Button, css, Section, Sheet } from "../../design/index.ts";
import type { PeopleModel } from "./query.ts";

/** Sealed rooms whose earlier papers a later seat cannot read until somebody hands on their keys. */
export function EarlierPapers({ earlier }: { readonly earlier: PeopleModel["earlier"] }) {
  const { t } = useDesk();
  const propose = useSigning();
  return (
    <Section title={t("people.earlier")}>
      <Sheet>
        <p>{t("people.earlier_words")}</p>
        {earlier.map(({ room, name, papers }) => (
          <div key={room} className={css.row}>
            <strong>{name}</strong>
            <span className={css.small}>{t("people.earlier_count", { n: papers })}</span>
            <Button onPress={() => propose({ room, kind: "paper.keys_handed", payload: undefined })}>
              {t("people.hand_on")}
            </Button>
          </div>
        ))}
      </Sheet>
    </Section>
  );
}
