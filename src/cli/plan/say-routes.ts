import type { Translate } from "#i18n";
import type { Output } from "../output.ts";
import type { OrienteeringPlan } from "./run-orienteering.ts";

/** Routes as a person reads them: what they reach between them, how far no plan can go beyond, a line a team. */
export function sayRoutes(out: Output, t: Translate, plan: OrienteeringPlan): void {
  const { value, bound, gap, proven, routes, iterations, seed, stopped } = plan;
  const sites = routes.reduce((sum, route) => sum + route.length, 0);
  out.line(t("plan.title", { value, sites, teams: routes.length }));
  if (proven) out.line(t("plan.proven"));
  else if (bound !== null && gap !== null) {
    const share = new Intl.NumberFormat(t.language, { style: "percent", maximumFractionDigits: 2 }).format(
      gap,
    );
    out.line(t("plan.bound", { bound, gap: share }));
  }
  routes.forEach((route, index) => {
    const team = index + 1;
    out.line(
      `  ${route.length > 0 ? t("plan.route", { team, route: route.join(" ") }) : t("plan.stays", { team })}`,
    );
  });
  out.line(t("plan.work", { iterations, seed }));
  if (stopped) out.line(t("plan.stopped"));
}
