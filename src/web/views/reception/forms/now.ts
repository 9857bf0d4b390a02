import { useState } from "react";
import type { ScreenKey } from "#i18n/screens";
import { useProcess } from "../../../app/desk-context.tsx";
import { type MomentDraft, momentIsWrong, momentOf } from "../../../design/index.ts";

/** Now, by the clock of one's own side: most of what a reception writes down has just happened. */
export function useNow(hoursLater = 0): MomentDraft {
  const zone = useOwnZone();
  const [now] = useState(() => draftAt(Date.now() + hoursLater * 3_600_000, zone));
  return now;
}

/** The zone of one's own side's clock. */
export function useOwnZone(): string {
  const { zones, office } = useProcess();
  return zones.find((one) => one.office.slice(-2) === office.slice(-2))?.zone ?? "UTC";
}

/** A moment (epoch ms) by the clock of a zone, to the minute. */
export function draftAt(at: number, zone: string): MomentDraft {
  // Sweden writes a moment as ISO 8601 does
  const print = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  const [day = "", hour = ""] = print.format(at).split(" ");
  return { day, hour, zone };
}

/** A moment with its hour; the hour is needed, because clocks run from it. */
export function hourIsWrong(draft: MomentDraft): ScreenKey | undefined {
  if (draft.hour === "") return "forms.hour_needed";
  return momentIsWrong(draft);
}

/** The instant of a draft that was found right. */
export function instantFrom(draft: MomentDraft): string {
  return momentOf(draft) ?? "";
}
