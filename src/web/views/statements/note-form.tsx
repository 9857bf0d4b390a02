import { useId } from "react";
import type { Room } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  css,
  Form,
  OneOf,
  type SourceDraft,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  useForm,
  useOwnWords,
} from "../../design/index.ts";
import { claimOf, type NumberDraft, noNumber, numberIsWrong } from "../claims/number-draft.ts";
import { NumberFields } from "../claims/number-fields.tsx";
import { type ClaimType, claimTypes } from "./filter.ts";
import type { StatementModel } from "./one.ts";
import own from "./statements.module.css";

type Draft = {
  readonly span: { readonly from: number; readonly to: number };
  readonly type: ClaimType | null;
  readonly number: NumberDraft;
  readonly source: SourceDraft;
};

const units = [
  "persons",
  "servicemen",
  "civilians",
  "children",
  "bodies",
  "sites",
  "hours",
  "days",
  "violations",
] as const;

/** A claim found in the words of a statement: the very words, what they do, and their number where they give one. */
export function NoteForm({
  model,
  room,
  onDone,
}: {
  readonly model: StatementModel;
  readonly room: Room;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const source = useOwnWords();
  const id = useId();
  const form = useForm<Draft>(
    { span: { from: 0, to: 0 }, type: null, number: noNumber(null, null), source },
    ({ span, type, number, source: cited }) => ({
      span: span.to <= span.from ? "statements.form.no_span" : undefined,
      type: type === null ? "forms.choose" : undefined,
      number: type === "gives_number" ? numberIsWrong(number) : undefined,
      source: type === "gives_number" ? sourceIsWrong(cited) : undefined,
    }),
  );
  const { draft, set, wrong, tried } = form;
  const { span, type } = draft;
  const chosen = model.verbatim.slice(span.from, span.to);
  const noSpan = wrong("span");
  const ready = () => {
    const payload = {
      statement: model.id,
      type,
      span,
      ...(type === "gives_number" ? { claim: claimOf(draft.number, sourceOf(draft.source)) } : {}),
    };
    propose({ room, kind: "statement.claim_noted", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <div className={css.field} data-invalid={noSpan ? "" : undefined}>
        <label className={css.label} htmlFor={id}>
          {t("statements.form.select")}
        </label>
        <textarea
          id={id}
          className={own.select}
          lang={model.language}
          // not readOnly: browsers show no caret there, and the keyboard could select nothing
          aria-readonly="true"
          inputMode="none"
          value={model.verbatim}
          onChange={() => {}}
          onBeforeInput={(event) => event.preventDefault()}
          aria-describedby={`${id}-help`}
          onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
            set({ span: { from: selectionStart, to: selectionEnd } })
          }
        />
        <p id={`${id}-help`} className={css.help}>
          {t("statements.form.select_help")}
        </p>
        {noSpan && <p className={css.wrong}>{noSpan}</p>}
        <p role="status">
          {chosen === "" ? (
            <span className={css.soft}>{t("statements.form.nothing_selected")}</span>
          ) : (
            <q lang={model.language}>{chosen}</q>
          )}
        </p>
      </div>
      <OneOf
        label={t("statements.form.type")}
        value={type}
        choices={claimTypes.map((value) => ({ value, label: t(`word.${value}`) }))}
        onChange={(one) => set({ type: one })}
        wrong={wrong("type")}
      />
      {type === "gives_number" && (
        <>
          <NumberFields
            title={t("statements.form.number")}
            value={draft.number}
            onChange={(number) => set({ number })}
            units={units}
            tried={tried}
          />
          <SourceFields value={draft.source} onChange={(one) => set({ source: one })} tried={tried} />
        </>
      )}
    </Form>
  );
}
