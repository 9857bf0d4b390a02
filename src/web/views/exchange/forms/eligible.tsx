import type { Category, Side } from "#record";
import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Choose,
  Field,
  Form,
  maybe,
  OneOf,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  useForm,
  useOwnWords,
} from "../../../design/index.ts";
import type { BoardModel } from "../board-query.ts";
import { nobody, PersonsFields, personsAreWrong, personsIn } from "../persons-fields.tsx";

const references = ["capture", "agreement", "transfer"] as const;

/** That persons whom a side holds ought to return, and by what. */
export function EligibleForm({ board, onDone }: { readonly board: BoardModel; readonly onDone: () => void }) {
  const isBilateral = (of: Category) => board.categories.some((one) => one.value === of && one.isBilateral);
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    {
      heldBy: null as Side | null, // none is chosen yet
      persons: nobody,
      category: "number" as Category, // the plainest
      version: "1",
      reference: "agreement" as (typeof references)[number],
      on: "",
      source: useOwnWords(),
    },
    (draft) => ({
      heldBy: draft.heldBy ? undefined : "forms.choose",
      persons: personsAreWrong(draft.persons),
      version: isBilateral(draft.category) && draft.version.trim() === "" ? "forms.fill" : undefined,
      source: sourceIsWrong(draft.source),
    }),
  );
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const term = { version: draft.version.trim(), reference: draft.reference, ...maybe("on", draft.on) };
    const payload = {
      heldBy: draft.heldBy,
      persons: personsIn(draft.persons),
      category: draft.category,
      ...(isBilateral(draft.category) ? { term } : {}),
      source: sourceOf(draft.source),
    };
    propose({ room: "exchange", kind: "eligibility.proposed", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
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
        label={t("field.category")}
        value={draft.category}
        choices={board.categories}
        onChange={(category) => set({ category })}
      />
      {isBilateral(draft.category) && (
        <>
          <Field
            label={t("field.version")}
            value={draft.version}
            onChange={(version) => set({ version })}
            wrong={wrong("version")}
            isRequired
          />
          <Choose
            label={t("field.term.reference")}
            value={draft.reference}
            choices={references.map((value) => ({ value, label: t(`word.${value}`) }))}
            onChange={(reference) => set({ reference })}
          />
          <Field
            label={t("forms.optional", { label: t("field.term.on") })}
            type="date"
            value={draft.on}
            onChange={(on) => set({ on })}
          />
        </>
      )}
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}
