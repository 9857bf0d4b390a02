import type { SideView } from "#exchange";
import type { Translate } from "#i18n";
import type { Output } from "../output.ts";

/** A plan as one side sees it: who returns to it, and whom it hands over, from which site and how. */
export function sayView(out: Output, t: Translate, view: SideView): void {
  out.line(t("exchange.view", { side: t(`office.party-${view.side}`) }));
  for (const { tranche, date, returning, handing } of view.tranches) {
    out.line();
    out.line(
      t("exchange.view_tranche", { tranche, date, returning: returning.length, handing: handing.length }),
    );
    if (returning.length > 0) out.line(`  ← ${returning.join(" ")}`);
    for (const { code, site, mode } of handing)
      out.line(`  → ${code}  ${site ?? "–"}  ${t(`exchange.mode.${mode}`)}`);
    const ready = view.ready.find((one) => one.tranche === tranche);
    if (ready)
      out.line(`  ${t("exchange.view_ready", { persons: ready.persons.map(({ code }) => code).join(" ") })}`);
  }
}
