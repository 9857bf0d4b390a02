import { ImportPage } from "./import.tsx";
import { RegisterPage } from "./register.tsx";
import { SitePage } from "./site.tsx";

/** Sites: the register, a file that is read into it, or one site. */
export default function Sites({ parts: [id] }: { readonly parts: readonly string[] }) {
  if (id === "import") return <ImportPage />;
  return id === undefined ? <RegisterPage /> : <SitePage key={id} id={id} />;
}
