import { PersonPage } from "./person.tsx";
import { WardPage } from "./ward.tsx";

/** Those who came back: the ward, or one person. */
export default function Reception({ parts: [id] }: { readonly parts: readonly string[] }) {
  return id === undefined ? <WardPage /> : <PersonPage key={id} id={id} />;
}
