import type { PayloadOf, Side } from "#record";
import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Choose, css, Field, Form, OneOf, textIsWrong, useForm } from "../../../design/index.ts";
import type { BoardModel } from "../board-query.ts";
import { nobody, PersonsFields, personsAreWrong, personsIn } from "../persons-fields.tsx";

/** The class in which a medical commission has certified persons, and nothing else of what it found. */
export function CertifyForm({ board, onDone }: { readonly board: BoardModel; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    {
      heldBy: null as Side | null, // none is chosen yet
      persons: nobody,
      class: "dr1" as PayloadOf<"eligibility.certified">["class"],
      decidedOn: "",
    },
    (draft) => ({
      heldBy: draft.heldBy ? undefined : "forms.choose",
      persons: personsAreWrong(draft.persons),
      decidedOn: textIsWrong(draft.decidedOn),
    }),
  );
  const { draft, set, wrong } = form;
  const ready = () => {
    const payload = { ...draft, persons: personsIn(draft.persons) };
    propose({ room: "exchange", kind: "eligibility.certified", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <p className={css.small}>{t("exchange.certify_words")}</p>
      <OneOf
        label={t("field.heldBy")}
        value={draft.heldBy}
        choices={board.sides}
        onChange={(heldBy) => set({ heldBy })}
        wrong={wrong("heldBy")}
      />
      <PersonsFields
        lists={board.lists}
        value={draft.persons}
        onChange={(persons) => set({ persons })}
        wrong={wrong("persons")}
      />
      <Choose
        label={t("field.class")}
        value={draft.class}
        choices={board.medicalClasses}
        onChange={(of) => set({ class: of })}
      />
      <Field
        label={t("field.decidedOn")}
        type="date"
        value={draft.decidedOn}
        onChange={(decidedOn) => set({ decidedOn })}
        wrong={wrong("decidedOn")}
        isRequired
      />
    </Form>
  );
}
