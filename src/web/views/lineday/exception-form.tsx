import type { Counter } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { css, Field, Form, OneOf, useForm } from "../../design/index.ts";
import { CodeField, useWristband } from "./code-field.tsx";
import type { DayModel } from "./day-query.ts";
import { shown } from "./scanning.tsx";

const types = [
  "no_show",
  "died_in_transit",
  "substituted",
  "unexpected_person",
  "not_available",
  "misidentified",
] as const;
const causes = ["not_said", "escaped", "ill", "died", "withheld", "administrative"] as const;
type Type = (typeof types)[number];

/** What else became of a person; why somebody does not cross is never asked here. */
export function ExceptionForm({
  day,
  own,
  onDone,
}: {
  readonly day: DayModel;
  readonly own: Counter;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const read = useWristband(day.id);
  const propose = useSigning();
  const form = useForm(
    {
      type: null as Type | null,
      code: "",
      came: "",
      cause: null as (typeof causes)[number] | null,
      description: "",
    },
    (draft) => ({
      type: draft.type ? undefined : ("forms.choose" as const),
      code: draft.code === "" ? ("lineday.f.scan_one" as const) : undefined,
      came: draft.type === "substituted" && draft.came === "" ? ("lineday.f.scan_one" as const) : undefined,
      cause:
        draft.type === "no_show" && own === "giver" && !draft.cause ? ("forms.choose" as const) : undefined,
    }),
  );
  const { draft, set, wrong } = form;
  const ready = () => {
    const { type, code, came, cause, description } = draft;
    const rest = {
      ...(type === "no_show" ? { cause: own === "giver" ? cause : "not_said" } : {}),
      ...(type === "substituted" ? { came } : {}),
      ...(type === "unexpected_person" && description.trim() !== ""
        ? { description: description.trim() }
        : {}),
    };
    const payload = { manifest: day.id, exception: { type, code, ...rest } };
    propose({ room: "exchange", kind: "line.exception_noted", payload }, onDone);
  };
  const picked = (code: string, error: string | undefined) => (
    <p className={error ? css.wrong : css.label} role="status">
      {code === "" ? error : t("lineday.f.chosen", { code: shown(day, code) })}
    </p>
  );
  return (
    <div className={css.form}>
      <CodeField
        read={read}
        label={t(draft.type === "unexpected_person" ? "lineday.f.spare" : "lineday.scan.field")}
        onCode={(code) => set({ code })}
      />
      {picked(draft.code, wrong("code"))}
      {draft.type === "substituted" && (
        <>
          <CodeField read={read} label={t("lineday.f.came")} onCode={(came) => set({ came })} />
          {picked(draft.came, wrong("came"))}
        </>
      )}
      <Form form={form} onReady={ready} onCancel={onDone}>
        <OneOf
          label={t("lineday.f.what")}
          value={draft.type}
          choices={types.map((value) => ({ value, label: t(`word.${value}`) }))}
          onChange={(type) => set({ type })}
          wrong={wrong("type")}
        />
        {draft.type === "not_available" && <p className={css.small}>{t("lineday.f.not_available_help")}</p>}
        {draft.type === "no_show" && own === "giver" && (
          <OneOf
            label={t("field.cause")}
            value={draft.cause}
            choices={causes.map((value) => ({ value, label: t(`word.${value}`) }))}
            onChange={(cause) => set({ cause })}
            wrong={wrong("cause")}
          />
        )}
        {draft.type === "unexpected_person" && (
          <Field
            label={t("forms.optional", { label: t("field.description") })}
            help={t("lineday.f.description_help")}
            value={draft.description}
            onChange={(description) => set({ description })}
          />
        )}
      </Form>
    </div>
  );
}
