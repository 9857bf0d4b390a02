import { Board } from "./board.tsx";
import { PlanPage } from "./planner/plan-page.tsx";
import { TranchePage } from "./tranche-page.tsx";

/** Prisoner exchange: the board of tranches, one of them, or an office's own planning. */
export default function Exchange({ parts }: { readonly parts: readonly string[] }) {
  const [id] = parts;
  if (id === undefined) return <Board />;
  return id === "plan" ? <PlanPage /> : <TranchePage id={id} />;
}
