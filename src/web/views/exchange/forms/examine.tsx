import type { PayloadOf } from "#record";
import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Choose, css, Field, Form, OneOf, textIsWrong, useForm } from "../../../design/index.ts";
import { linesIn } from "../../../design/lines-text.ts";
import type { BoardModel } from "../board-query.ts";
import { nobody, PersonsFields, personsAreWrong } from "../persons-fields.tsx";

type Decision = PayloadOf<"eligibility.examined">["decision"];

const decisions: readonly Decision[] = ["repatriate", "neutral_country", "return_to_camp", "defer"];
const none = "none";

/** What a medical commission decided of one person; into the sealed medical room. */
export function ExamineForm({ board, onDone }: { readonly board: BoardModel; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    {
      person: nobody,
      decision: null as Decision | null, // none is chosen yet
      class: none as BoardModel["medicalClasses"][number]["value"] | typeof none, // only some decisions have one
      evidence: "",
      examiner: "",
      on: "",
    },
    (draft) => ({
      person:
        personsAreWrong(draft.person) ??
        (linesIn(draft.person.lines)?.length === 1 ? undefined : "exchange.f.one_line"),
      decision: draft.decision ? undefined : "forms.choose",
      evidence: textIsWrong(draft.evidence),
      examiner: textIsWrong(draft.examiner),
      on: textIsWrong(draft.on),
    }),
  );
  const { draft, set, wrong } = form;
  const ready = () => {
    const { person, decision, class: of, evidence, examiner, on } = draft;
    const [line] = linesIn(person.lines) ?? [];
    const payload = {
      person: { list: person.list, line },
      decision,
      ...(of === none ? {} : { class: of }),
      evidence: evidence.trim(),
      examiner: examiner.trim(),
      on,
    };
    propose({ room: "medical", kind: "eligibility.examined", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <p className={css.small}>{t("exchange.examine_words")}</p>
      <PersonsFields
        lists={board.lists}
        value={draft.person}
        onChange={(person) => set({ person })}
        wrong={wrong("person")}
        isOne
      />
      <OneOf
        label={t("field.decision")}
        value={draft.decision}
        choices={decisions.map((value) => ({ value, label: t(`word.${value}`) }))}
        onChange={(decision) => set({ decision })}
        wrong={wrong("decision")}
      />
      <Choose
        label={t("field.class")}
        value={draft.class}
        choices={[{ value: none, label: t("exchange.f.no_class") }, ...board.medicalClasses]}
        onChange={(of) => set({ class: of })}
      />
      <Field
        label={t("field.evidence")}
        value={draft.evidence}
        onChange={(evidence) => set({ evidence })}
        wrong={wrong("evidence")}
        isRequired
      />
      <Field
        label={t("field.examiner")}
        value={draft.examiner}
        onChange={(examiner) => set({ examiner })}
        wrong={wrong("examiner")}
        isRequired
      />
      <Field
        label={t("field.on")}
        type="date"
        value={draft.on}
        onChange={(on) => set({ on })}
        wrong={wrong("on")}
        isRequired
      />
    </Form>
  );
}
