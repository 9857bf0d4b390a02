import { useDesk, useProcess } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Field, Form, textIsWrong, useForm } from "../../../design/index.ts";
import { numberIsWrong } from "../draft.ts";
import type { TruceAt } from "./truce-at.ts";

/** What was done in the hours, by one's own count; the other side's stands beside it and is not added. */
export function ClosingForm({ at, onDone }: { readonly at: TruceAt; readonly onDone: () => void }) {
  const { t } = useDesk();
  const { office, names } = useProcess();
  const propose = useSigning();
  const form = useForm({ words: "", wounded: "", bodies: "" }, (draft) => ({
    words: textIsWrong(draft.words),
    wounded: numberIsWrong(draft.wounded),
    bodies: numberIsWrong(draft.bodies),
  }));
  const { draft, set, wrong } = form;
  const count = (name: "wounded" | "bodies", text: string) =>
    text === ""
      ? {}
      : {
          [name]: {
            amount: { value: Number(text) },
            unit: name === "bodies" ? "bodies" : "persons",
            kind: "single",
            source: { kind: "own_record", publisher: names[office] },
          },
        };
  const ready = () => {
    const payload = {
      truce: at.truce,
      words: draft.words.trim(),
      ...count("wounded", draft.wounded),
      ...count("bodies", draft.bodies),
    };
    propose({ room: at.room, kind: "truce.closing_reported", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Field
        label={t("field.words")}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
        wrong={wrong("words")}
        isRequired
      />
      <Field
        label={t("forms.optional", { label: t("truces.f.closing_wounded") })}
        type="number"
        value={draft.wounded}
        onChange={(wounded) => set({ wounded })}
        wrong={wrong("wounded")}
      />
      <Field
        label={t("forms.optional", { label: t("truces.f.closing_bodies") })}
        type="number"
        value={draft.bodies}
        onChange={(bodies) => set({ bodies })}
        wrong={wrong("bodies")}
      />
    </Form>
  );
}
