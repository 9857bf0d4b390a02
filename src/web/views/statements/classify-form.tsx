import type { Room } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { css, Field, Form, OneOf, textIsWrong, useForm } from "../../design/index.ts";
import { BasisField } from "./basis-field.tsx";
import type { LinkedAct } from "./one.ts";
import type { IssueModel } from "./positions.ts";

const boxes = ["agreed_facts", "contested_facts", "convergent_norms", "divergent_norms"] as const;

/** How this office sees the positions on an issue stand to each other; it stays in its own room. */
export function ClassifyForm({
  issue,
  room,
  onDone,
}: {
  readonly issue: IssueModel;
  readonly room: Room;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    { box: null as (typeof boxes)[number] | null, words: "", basis: [] as readonly LinkedAct[] }, // none is chosen yet
    (draft) => ({
      box: draft.box === null ? "forms.choose" : undefined,
      words: textIsWrong(draft.words),
      basis: draft.basis.length === 0 ? "forms.choose" : undefined,
    }),
  );
  const { draft, set, wrong } = form;
  const ready = () => {
    const { box, words, basis } = draft;
    const payload = { issue: issue.id, box, words: words.trim(), basis: basis.map(({ id }) => id) };
    propose({ room, kind: "issue.classified", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <p>{issue.words}</p>
      <OneOf
        label={t("field.box")}
        value={draft.box}
        choices={boxes.map((value) => ({ value, label: t(`word.${value}`) }))}
        onChange={(box) => set({ box })}
        wrong={wrong("box")}
      />
      <Field
        label={t("statements.form.why")}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
        wrong={wrong("words")}
        isRequired
      />
      <BasisField
        value={draft.basis}
        offered={issue.cited}
        onChange={(basis) => set({ basis })}
        wrong={wrong("basis")}
      />
      <p className={css.small}>{t("statements.form.classify_how")}</p>
    </Form>
  );
}
