import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Choose, Field, Form, FormButton, maybe, OneOf, useForm } from "../../design/index.ts";
import type { RequestLine } from "./all-query.ts";

const answers = ["on_our_list", "not_on_our_lists", "no_information", "refuses_to_answer"] as const;

/** What this side says to a request about a person of the other side’s list. */
export function RequestAnswer({ request }: { readonly request: RequestLine }) {
  const { t } = useDesk();
  return (
    <FormButton label={t("lists.request_answer")}>
      {(close) => <RequestAnswerForm request={request} onDone={close} />}
    </FormButton>
  );
}

function RequestAnswerForm({
  request,
  onDone,
}: {
  readonly request: RequestLine;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const lists = (useQuery("lists.all", undefined)?.lists ?? []).filter((one) => one.isOwn);
  const form = useForm(
    { answer: null as (typeof answers)[number] | null, list: null as string | null, line: "", words: "" }, // none is chosen
    (draft) => ({
      answer: draft.answer === null ? "forms.choose" : undefined,
      line: draft.list !== null && !/^[1-9]\d*$/.test(draft.line) ? "lists.wrong.line" : undefined,
    }),
  );
  const { draft, set, wrong } = form;
  const isNamed = draft.answer === "on_our_list";
  const ready = () => {
    const record =
      isNamed && draft.list !== null ? { record: { list: draft.list, line: Number(draft.line) } } : {};
    const payload = { request: request.id, answer: draft.answer, ...record, ...maybe("words", draft.words) };
    propose({ room: "exchange", kind: "match.request_answered", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <OneOf
        label={t("lists.form.answer")}
        value={draft.answer}
        choices={answers.map((value) => ({ value, label: t(`word.${value}`) }))}
        onChange={(answer) => set({ answer })}
        wrong={wrong("answer")}
      />
      {isNamed && (
        <>
          <Choose
            label={t("forms.optional", { label: t("field.list") })}
            value={draft.list}
            choices={lists.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(list) => set({ list })}
          />
          <Field
            label={t("field.line")}
            value={draft.line}
            onChange={(line) => set({ line })}
            wrong={wrong("line")}
          />
        </>
      )}
      <Field
        label={t("forms.optional", { label: t("lists.form.words") })}
        value={draft.words}
        onChange={(words) => set({ words })}
      />
    </Form>
  );
}
