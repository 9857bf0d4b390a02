import { parseDateTime, toZoned } from "@internationalized/date";
import type { ScreenKey } from "#i18n/screens";

/** A moment as it is being filled in: a day, and where it is known an hour by somebody's clock. */
export type MomentDraft = {
  /** `YYYY-MM-DD`, or empty. */
  readonly day: string;
  /** `HH:MM`, or empty: then the whole day is meant. */
  readonly hour: string;
  /** An IANA zone; null until one is chosen. */
  readonly zone: string | null;
};

export const noMoment: MomentDraft = { day: "", hour: "", zone: null };

/** The civil date or the instant that a draft has become; undefined while it is neither. */
export function momentOf({ day, hour, zone }: MomentDraft): string | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
  if (hour === "") return day;
  if (zone === null) return undefined;
  const time = hour.slice(0, 5);
  const zoned = toZoned(parseDateTime(`${day}T${time}`), zone);
  // an hour that the clocks skip becomes another one: it does not exist
  const kept = zoned.toString().slice(0, 16) === `${day}T${time}`;
  return kept ? `${day}T${time}:00${offset(zoned.offset)}` : undefined;
}

/** What is not yet right in it. */
export function momentIsWrong(draft: MomentDraft, isOptional = false): ScreenKey | undefined {
  if (draft.day === "" && draft.hour === "" && isOptional) return undefined;
  if (momentOf(draft) !== undefined) return undefined;
  if (draft.day === "") return "forms.fill";
  return draft.zone === null ? "forms.choose_clock" : "forms.no_such_hour";
}

function offset(ms: number): string {
  const minutes = Math.abs(ms) / 60_000;
  const two = (n: number) => String(n).padStart(2, "0");
  return `${ms < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
