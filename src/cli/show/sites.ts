import { sayWord } from "#i18n";
import { sitesByExpiry } from "#record";
import { utc } from "../dates.ts";
import type { Section } from "./section.ts";

/** The sites that this office reads, those that expire first before the others; without their positions. */
export const sites: Section = {
  name: "sites",
  heading: "show.sites",
  data: ({ state, now }) =>
    sitesByExpiry(state, now).map(({ id, code, status, validUntil, litter, seated, report }) => ({
      id,
      code,
      status,
      validUntil: new Date(validUntil).toISOString(),
      litter,
      seated,
      remains: report.remains,
    })),
  print: ({ state, t, now, out }) => {
    for (const { id, code, status, validUntil, litter, seated, report } of sitesByExpiry(state, now)) {
      const { low, high } = report.remains ?? { low: 0, high: 0 };
      const counts = t("show.site_counts", {
        wounded: litter + seated,
        remains: low === high ? low : `${low}–${high}`,
      });
      const until = t("show.site_until", { when: utc(validUntil) });
      out.line(`${code}: ${sayWord(t, status)} · ${until} · ${counts}   ${id}`);
    }
  },
};
