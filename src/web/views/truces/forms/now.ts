import { useState } from "react";
import { useProcess } from "../../../app/desk-context.tsx";
import { type MomentDraft, momentOf } from "../../../design/index.ts";

/** Some hours from now by the clock of one's own side. */
export function useHoursFromNow(hours = 0): MomentDraft {
  const { zones, office } = useProcess();
  const zone = zones.find((one) => one.office.slice(-2) === office.slice(-2))?.zone ?? "UTC";
  const [moment] = useState(() => {
    // Sweden writes a moment as ISO 8601 does
    const print = new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      dateStyle: "short",
      timeStyle: "short",
    });
    const [day = "", hour = ""] = print.format(Date.now() + hours * 3_600_000).split(" ");
    return { day, hour, zone };
  });
  return moment;
}

/** The instant of a draft that was found right. */
export function instantOf(draft: MomentDraft): string {
  return momentOf(draft) ?? "";
}
