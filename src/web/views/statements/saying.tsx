import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, css, Window } from "../../design/index.ts";
import { AnswerForm } from "./answer-form.tsx";
import { CiteForm } from "./cite-form.tsx";
import { NoteForm } from "./note-form.tsx";
import type { StatementModel } from "./one.ts";

/** What this office may add to a statement: a claim found in it, or its own answer for it. */
export function SayOfStatement({ model }: { readonly model: StatementModel }) {
  const { t } = useDesk();
  const [open, setOpen] = useState<"note" | "answer" | "cite">();
  const close = () => setOpen(undefined);
  const { mayNote, mayAnswer, mayCite } = model;
  if (!mayNote && !mayAnswer && !mayCite) return null;
  return (
    <>
      {mayNote && <Button onPress={() => setOpen("note")}>{t("statements.note")}</Button>}
      {mayAnswer && <Button onPress={() => setOpen("answer")}>{t("statements.answer")}</Button>}
      {mayCite && <Button onPress={() => setOpen("cite")}>{t("statements.cite")}</Button>}
      <Window title={t(`statements.${open ?? "note"}`)} isOpen={open !== undefined} onClose={close}>
        {open === "note" && mayNote && <NoteForm model={model} room={mayNote} onDone={close} />}
        {open === "answer" && mayAnswer && <AnswerForm model={model} room={mayAnswer} onDone={close} />}
        {open === "cite" && mayCite && (
          <CiteForm cite={mayCite} words={model.verbatim} onDone={close}>
            <p className={css.small}>{t("statements.form.cite_how")}</p>
          </CiteForm>
        )}
      </Window>
    </>
  );
}
