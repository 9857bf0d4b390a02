import type { RecordRef } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Choose, Field, Form, FormButton, useForm } from "../../design/index.ts";
import type { PersonModel } from "./person-query.ts";

/** That another line may be of the same person, by a person's own words. */
export function MatchForm({ model, onDone }: { readonly model: PersonModel; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ list: null as string | null, line: "", words: "" }, (draft) => {
    const lines = model.lists.find((one) => one.value === draft.list)?.lines ?? 0;
    const isLine = /^[1-9]\d*$/.test(draft.line) && Number(draft.line) <= lines;
    return {
      list: draft.list === null ? "forms.choose" : undefined,
      line: isLine ? undefined : "lists.wrong.line",
      words: draft.words.trim() === "" ? "forms.fill" : undefined,
    };
  });
  const { draft, set, wrong } = form;
  const ready = () => {
    const records = [model.record, { list: draft.list, line: Number(draft.line) }];
    const payload = { records, basis: { type: "words", words: draft.words.trim() } };
    propose({ room: "exchange", kind: "match.proposed", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Choose
        label={t("field.list")}
        value={draft.list}
        choices={model.lists}
        onChange={(list) => set({ list })}
        wrong={wrong("list")}
      />
      <Field
        label={t("field.line")}
        value={draft.line}
        onChange={(line) => set({ line })}
        wrong={wrong("line")}
      />
      <Field
        label={t("lists.form.why_same")}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
        wrong={wrong("words")}
      />
    </Form>
  );
}

/** That two lines may be of one person, by an engine's figure: a person proposes it, and there is nothing to fill in. */
export function EngineMatchForm({
  records,
  basis,
  onDone,
}: {
  readonly records: readonly [RecordRef, RecordRef];
  readonly basis: {
    readonly name: string;
    readonly version: string;
    readonly perMille: number;
    readonly inputs: string;
  };
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({}, () => ({}));
  const ready = () => {
    const payload = { records, basis: { type: "engine", ...basis } };
    propose({ room: "exchange", kind: "match.proposed", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <h3>{t("lists.match")}</h3>
      <p>{t("lists.compare.propose_how")}</p>
    </Form>
  );
}

/** A rejection or a revocation, with its reason. */
export function ReasonForm({
  match,
  kind,
  label,
}: {
  readonly match: string;
  readonly kind: "match.rejected" | "match.revoked";
  readonly label: string;
}) {
  return (
    <FormButton label={label}>
      {(close) => <ReasonBody match={match} kind={kind} onDone={close} />}
    </FormButton>
  );
}

function ReasonBody({
  match,
  kind,
  onDone,
}: {
  readonly match: string;
  readonly kind: string;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ reason: "" }, ({ reason }) => ({
    reason: reason.trim() === "" ? "forms.fill" : undefined,
  }));
  const { draft, set, wrong } = form;
  const ready = () =>
    propose({ room: "exchange", kind, payload: { match, reason: draft.reason.trim() } }, onDone);
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Field
        label={t("lists.form.why")}
        lines
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        wrong={wrong("reason")}
      />
    </Form>
  );
}
