import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  css,
  Empty,
  Field,
  FieldList,
  Form,
  FormButton,
  Mark,
  SaidLine,
  Section,
  textIsWrong,
  useForm,
} from "../../design/index.ts";
import { CiteForm } from "../statements/cite-form.tsx";
import type { Citing } from "../statements/citing.ts";
import type { NotedModel } from "./query.ts";

/** What reports were said to say, as it stands in the record. */
export function Noted({ noted }: { readonly noted: readonly NotedModel[] }) {
  const { t } = useDesk();
  return (
    <Section title={t("reading.noted")}>
      {noted.length === 0 && <Empty>{t("reading.noted_none")}</Empty>}
      {noted.map((one) => (
        <article
          key={one.id}
          className={`${css.sheet} ${css.lines}`}
          aria-label={`${one.class}: ${one.line}`}
        >
          <p className={css.row}>
            <strong>{one.class}</strong> {one.line}
            {one.withdrawn && <Mark>{t("reading.withdrawn")}</Mark>}
          </p>
          {one.withdrawn && <p className={css.quote}>{one.withdrawn.reason}</p>}
          <details>
            <summary>{t("reading.in_full")}</summary>
            <FieldList fields={one.fields} />
          </details>
          <SaidLine said={one.said} source={one.source} named />
          {(one.room || one.mayCite) && (
            <div className={css.row}>
              {one.mayCite && <Cite noted={one} cite={one.mayCite} />}
              {one.room && (
                <FormButton label={t("reading.withdraw")}>
                  {(close) => <WithdrawForm noted={one} onDone={close} />}
                </FormButton>
              )}
            </div>
          )}
        </article>
      ))}
    </Section>
  );
}

function Cite({ noted, cite }: { readonly noted: NotedModel; readonly cite: Citing }) {
  const { t } = useDesk();
  return (
    <FormButton label={t("statements.cite")}>
      {(close) => (
        <CiteForm cite={cite} words="" onDone={close}>
          <p className={css.small}>{t("statements.form.cite_entry_how", { entry: noted.line })}</p>
        </CiteForm>
      )}
    </FormButton>
  );
}

function WithdrawForm({ noted, onDone }: { readonly noted: NotedModel; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ reason: "" }, ({ reason }) => ({ reason: textIsWrong(reason) }));
  const { draft, set, wrong } = form;
  const ready = () => {
    const { id, room } = noted;
    const payload = { entry: id, reason: draft.reason.trim() };
    if (room) propose({ room, kind: "report.entry_withdrawn", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Field
        label={t("field.reason")}
        lines
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        wrong={wrong("reason")}
        isRequired
      />
    </Form>
  );
}
