import { useDesk } from "../../../app/desk-context.tsx";
import { Notice, Refused } from "../../../design/index.ts";
import type { Refusal } from "../../../desk/protocol.ts";
import type { CaseModel } from "./case-query.ts";
import { personLabel } from "./person-label.ts";
import type { Terms } from "./terms.ts";

/** What the planner refused, with the place in the terms as their author sees it. */
export function Fault({
  refusal,
  model,
  terms,
}: {
  readonly refusal: Refusal;
  readonly model: CaseModel;
  readonly terms: Terms;
}) {
  const { t } = useDesk();
  const { path, reason } = refusal.details ?? {};
  const place = typeof path === "string" ? placeOf(path) : undefined;
  if (place === undefined || typeof reason !== "string") return <Refused refusal={refusal} />;
  return (
    <Notice tone="refused" title={refusal.title}>
      {place}: {reason}
    </Notice>
  );

  // The terms' own places; of a case from the record nothing else can contradict itself.
  function placeOf(at: string): string | undefined {
    const [part = "", first = "", , index = ""] = at.split(".");
    if (part === "tranches") return t("exchange.number", { number: Number(first) + 1 });
    const lock = part === "locks" ? terms.locks[Number(first)] : undefined;
    if (lock) return `${t("exchange.fixed")}: ${personLabel(model, lock.person)}`;
    const side = part === "sides" ? model.sides.find((one) => one.side === first) : undefined;
    const site = side && terms.sides[side.side].sites[Number(index)];
    return site && `${t("exchange.case.return_to", { side: side.name })} · ${site.code}`;
  }
}
