import type { Say } from "#i18n/screens";
import type { SetUpModel, SetUpRole } from "../../../desk/set-up-model.ts";

export const roles = ["host", "party-a", "party-b"] as const;

/** What one of the three is called: by the draft, once there is one. */
export function nameOf(t: Say, draft: SetUpModel["draft"], role: SetUpRole): string {
  if (!draft) return t(`set_up.role.${role}`);
  const row = role === "host" ? draft.host : draft.parties[role === "party-a" ? "a" : "b"];
  return row.label[t.language];
}

/** The three, the reader's own first; the parties in the order of the lot once it is drawn. */
export function rolesInOrder({ role, order }: Pick<SetUpModel, "role" | "order">): readonly SetUpRole[] {
  const parties = order?.[0] === "b" ? (["party-b", "party-a"] as const) : (["party-a", "party-b"] as const);
  return [role, ...(["host", ...parties] as const).filter((one) => one !== role)];
}

/** Who has not yet done what a step asks of all three, by name. */
export function missingIn(
  t: Say,
  model: SetUpModel,
  has: (head: SetUpModel["heads"][SetUpRole]) => boolean,
): readonly string[] {
  return rolesInOrder(model)
    .filter((role) => !has(model.heads[role]))
    .map((role) => nameOf(t, model.draft, role));
}
