import type { Side, TruceCase } from "../case/case.ts";
import type { Judged, TruceViolation } from "./check.ts";

/** Who has to be there before or with whom: clearance before all others, both sides' liaisons while loading. */
export function togetherOverstepped(given: TruceCase, judged: readonly Judged[]): TruceViolation[] {
  const violations: TruceViolation[] = [];
  for (const site of given.sites) {
    const here = judged.filter(({ stop }) => stop.kind === "site" && stop.place === site.code);
    const cleared = Math.min(
      ...here.flatMap(({ team, late }) => (team.kind === "clearance" ? [late.leave] : [])),
    );
    for (const one of here) {
      const { team, stop, late, frozen } = one;
      const where = `${team.code}/${site.code}`;
      if (frozen || team.kind === "clearance") continue;
      if (site.clearance !== undefined && stop.start < cleared)
        violations.push({
          constraint: "clearance",
          where,
          value: stop.start,
          limit: Number.isFinite(cleared) ? cleared : given.window.minutes,
        });
      if (!site.joint || team.kind === "liaison") continue;
      for (const side of ["a", "b"] satisfies Side[]) {
        const isThere = here.some(
          (other) =>
            other.team.kind === "liaison" &&
            other.team.side === side &&
            other.late.start <= stop.start &&
            late.leave <= other.stop.leave,
        );
        if (!isThere)
          violations.push({ constraint: "liaison", where: `${where}/${side}`, value: 0, limit: 1 });
      }
    }
  }
  return violations;
}
