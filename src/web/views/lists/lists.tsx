import { AllLists } from "./all.tsx";
import { ChangesPage } from "./changes.tsx";
import { ComparePage } from "./compare.tsx";
import { ImportPage } from "./import.tsx";
import { ListPage } from "./one.tsx";
import { PersonPage } from "./person.tsx";
import { ProofPage } from "./proof.tsx";

/** Lists of persons: all of them, one with its lines, its changes, compared with another, a new one, one person, one line proven. */
export default function Lists({ parts }: { readonly parts: readonly string[] }) {
  const [first, second, third] = parts;
  if (first === undefined) return <AllLists />;
  if (first === "new") return <ImportPage replaces={second} />;
  if (first === "person") return <PersonPage list={second ?? ""} line={Number(third)} />;
  if (first === "proof") return <ProofPage commitment={second} />;
  if (second === "compare") return <ComparePage left={first} right={third ?? ""} />;
  return second === "changes" ? <ChangesPage id={first} /> : <ListPage id={first} />;
}
