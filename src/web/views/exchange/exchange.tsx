import { Board } from "./board.tsx";
import { TranchePage } from "./tranche-page.tsx";

/** Prisoner exchange: the board of tranches, or one of them. */
export default function Exchange({ parts }: { readonly parts: readonly string[] }) {
  const [id] = parts;
  return id === undefined ? <Board /> : <TranchePage id={id} />;
}
