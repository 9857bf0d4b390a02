import { CasePage } from "./case.tsx";
import { ContainerPage } from "./container.tsx";
import { Overview } from "./overview.tsx";
import { SoughtPage } from "./sought.tsx";

/** The dead: the counts and what is worked with; or one container, one case, one person. */
export default function Remains({ parts: [what, id] }: { readonly parts: readonly string[] }) {
  if (what === "container" && id !== undefined) return <ContainerPage key={id} id={id} />;
  if (what === "case" && id !== undefined) return <CasePage key={id} id={id} />;
  if (what === "person" && id !== undefined) return <SoughtPage key={id} id={id} />;
  return <Overview />;
}
