import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { css, Field, Form, OneOf, Tick, textIsWrong, useForm } from "../../../design/index.ts";
import { linesIn } from "../../../design/lines-text.ts";
import type { BoardModel } from "../board-query.ts";
import { nobody, PersonsFields, personsAreWrong } from "../persons-fields.tsx";

const wishes = ["wants", "unwilling", "undetermined"] as const;

/** A person's own wish, heard in private: it goes into the operator's own sealed room and is shown on no screen. */
export function WishForm({ board, onDone }: { readonly board: BoardModel; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    { person: nobody, wish: null as (typeof wishes)[number] | null, privately: false, on: "" }, // nothing is said yet
    (draft) => ({
      person:
        personsAreWrong(draft.person) ??
        (linesIn(draft.person.lines)?.length === 1 ? undefined : "exchange.f.one_line"),
      wish: draft.wish ? undefined : "forms.choose",
      on: textIsWrong(draft.on),
    }),
  );
  const { draft, set, wrong } = form;
  const ready = () => {
    const { person, wish, privately, on } = draft;
    const [line] = linesIn(person.lines) ?? [];
    const payload = { person: { list: person.list, line }, wish, privately, on };
    propose({ room: "wishes", kind: "wish.taken", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <p className={css.small}>{t("exchange.wish_words")}</p>
      <PersonsFields
        lists={board.lists}
        value={draft.person}
        onChange={(person) => set({ person })}
        wrong={wrong("person")}
        isOne
      />
      <OneOf
        label={t("field.wish")}
        value={draft.wish}
        choices={wishes.map((value) => ({ value, label: t(`word.${value}`) }))}
        onChange={(wish) => set({ wish })}
        wrong={wrong("wish")}
      />
      <Tick isSelected={draft.privately} onChange={(privately) => set({ privately })}>
        {t("field.privately")}
      </Tick>
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
