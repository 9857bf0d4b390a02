import { AllTruces } from "./all.tsx";
import { DeclarationPage } from "./declaration.tsx";
import { DeclarePage } from "./declare-page.tsx";
import { DraftPage } from "./draft-page.tsx";
import { TrucePage } from "./one.tsx";

/** Short truces: all texts, one of them or of the declarations, or one that is being drafted. */
export default function Truces({ parts }: { readonly parts: readonly string[] }) {
  const [id, again] = parts;
  if (id === undefined) return <AllTruces />;
  if (id === "new") return <DraftPage retables={undefined} />;
  if (id === "declare") return <DeclarePage />;
  if (id === "declared") return <DeclarationPage id={again ?? ""} />;
  return again === "again" ? <DraftPage retables={id} /> : <TrucePage id={id} />;
}
