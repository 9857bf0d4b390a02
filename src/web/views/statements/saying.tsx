import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, Window } from "../../design/index.ts";
import { AnswerForm } from "./answer-form.tsx";
import { NoteForm } from "./note-form.tsx";
import type { StatementModel } from "./one.ts";

/** What this office may add to a statement: a claim found in it, or its own answer for it. */
export function SayOfStatement({ model }: { readonly model: StatementModel }) {
  const { t } = useDesk();
  const [open, setOpen] = useState<"note" | "answer">();
  const close = () => setOpen(undefined);
  const { mayNote, mayAnswer } = model;
  if (!mayNote && !mayAnswer) return null;
  return (
    <>
      {mayNote && <Button onPress={() => setOpen("note")}>{t("statements.note")}</Button>}
      {mayAnswer && <Button onPress={() => setOpen("answer")}>{t("statements.answer")}</Button>}
      <Window
        title={t(open === "answer" ? "statements.answer" : "statements.note")}
        isOpen={open !== undefined}
        onClose={close}
      >
        {open === "note" && mayNote && <NoteForm model={model} room={mayNote} onDone={close} />}
        {open === "answer" && mayAnswer && <AnswerForm model={model} room={mayAnswer} onDone={close} />}
      </Window>
    </>
  );
}
