import type { Side } from "#record";
import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { css, Form, OneOf, useForm } from "../../../design/index.ts";
import type { BoardModel } from "../board-query.ts";
import { nobody, PersonsFields, personsAreWrong, personsIn } from "../persons-fields.tsx";

/** That persons are not available now. There is one reason, whatever the cause. */
export function WithholdForm({ board, onDone }: { readonly board: BoardModel; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const sides = board.sides.filter(({ value }) => board.own === undefined || value === board.own);
  const form = useForm({ heldBy: (board.own ?? null) as Side | null, persons: nobody }, (draft) => ({
    heldBy: draft.heldBy ? undefined : "forms.choose",
    persons: personsAreWrong(draft.persons),
  })); // its own side, where it has one
  const { draft, set, wrong } = form;
  const ready = () => {
    const payload = { heldBy: draft.heldBy, persons: personsIn(draft.persons), reason: "not_available" };
    propose({ room: "exchange", kind: "eligibility.withheld", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <p className={css.small}>{t("exchange.withhold_words")}</p>
      <OneOf
        label={t("field.heldBy")}
        value={draft.heldBy}
        choices={sides}
        onChange={(heldBy) => set({ heldBy })}
        wrong={wrong("heldBy")}
      />
      <PersonsFields
        lists={board.lists}
        value={draft.persons}
        onChange={(persons) => set({ persons })}
        wrong={wrong("persons")}
      />
    </Form>
  );
}
