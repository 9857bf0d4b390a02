import type { Office } from "#record";

export type SiteRoom = "sites-a" | "sites-b";

/** The sealed rooms of sites that an office writes in: a delegation its own, the operator both. */
export function siteRoomsOf(office: Office): readonly SiteRoom[] {
  if (office === "party-a") return ["sites-a"];
  if (office === "party-b") return ["sites-b"];
  return office === "operator" ? ["sites-a", "sites-b"] : [];
}
