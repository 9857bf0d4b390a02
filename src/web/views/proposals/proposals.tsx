import { AnswerPage } from "./answer-form.tsx";
import { PaperPage } from "./paper-form.tsx";
import { TablePage } from "./table.tsx";
import { TextPage } from "./text.tsx";

/** Proposals: the table at `/proposals`, one text at its id, and the forms below each. */
export default function Proposals({ parts }: { readonly parts: readonly string[] }) {
  const [id, form, more] = parts;
  const place = parts.join("/");
  if (id === undefined) return <TablePage />;
  if (id === "new") {
    const start =
      form === undefined ? ({ from: "nothing" } as const) : ({ from: "draft", id: form } as const);
    return <PaperPage key={place} place={place} start={start} />;
  }
  if (form === "counter" || form === "retable" || form === "complete")
    return <PaperPage key={place} place={place} start={{ from: form, id }} />;
  if (form === "answer") return <AnswerPage key={place} id={id} counter={more} />;
  return <TextPage id={id} />;
}
