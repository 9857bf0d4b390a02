import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Clock, css, Field, Form, Mark, Section, Tick, textIsWrong, useForm } from "../../design/index.ts";
import { BigFormButton } from "./big-form-button.tsx";
import type { NoteLine } from "./day-query.ts";

/** What this desk has noted, the latest first; a slip is put right by an act of its own, and both stay readable. */
export function OwnNotes({ notes }: { readonly notes: readonly NoteLine[] }) {
  const { t } = useDesk();
  return (
    <Section title={t("lineday.notes")}>
      <ul className={css.lines}>
        {notes.slice(0, 10).map((note) => (
          <li key={note.id} className={css.row}>
            <Clock at={note.at} />
            <span>{t("line.steps", { n: note.payload.steps.length })}</span>
            {note.isWaiting && <Mark weight="waiting">{t("lineday.not_recorded")}</Mark>}
            <BigFormButton label={t("lineday.put_right")}>
              {(close) => <PutRight note={note} onDone={close} />}
            </BigFormButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function PutRight({ note, onDone }: { readonly note: NoteLine; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const [struck, setStruck] = useState<ReadonlySet<number>>(new Set());
  const form = useForm({ reason: "" }, (draft) => ({
    reason: struck.size === 0 ? ("lineday.f.strike_one" as const) : textIsWrong(draft.reason),
  }));
  const { draft, set, wrong } = form;
  const ready = () => {
    const steps = note.payload.steps.filter((_, i) => !struck.has(i));
    const corrected = { ...note.payload, steps };
    const payload = { act: note.id, reason: draft.reason.trim(), payload: corrected };
    propose({ room: "exchange", kind: "act.corrected", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <fieldset className={css.group}>
        <legend className={css.label}>{t("lineday.f.strike")}</legend>
        {note.payload.steps.map(({ code, step }, i) => (
          <Tick
            key={`${code} ${step}`}
            isSelected={struck.has(i)}
            onChange={(isStruck) =>
              setStruck(new Set(isStruck ? [...struck, i] : [...struck].filter((one) => one !== i)))
            }
          >
            {code} · {t(`word.${step}`)}
          </Tick>
        ))}
      </fieldset>
      <Field
        label={t("field.reason")}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        wrong={wrong("reason")}
        isRequired
      />
    </Form>
  );
}
