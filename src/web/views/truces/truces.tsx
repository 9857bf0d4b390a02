import { AllTruces } from "./all.tsx";
import { DraftPage } from "./draft-page.tsx";
import { TrucePage } from "./one.tsx";

/** Short truces: all texts, one of them, or a text that is being drafted, new or in the place of another. */
export default function Truces({ parts }: { readonly parts: readonly string[] }) {
  const [id, again] = parts;
  if (id === undefined) return <AllTruces />;
  if (id === "new") return <DraftPage retables={undefined} />;
  return again === "again" ? <DraftPage retables={id} /> : <TrucePage id={id} />;
}
