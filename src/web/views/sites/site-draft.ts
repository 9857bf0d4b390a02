import type { ScreenKey } from "#i18n/screens";
import type { PayloadOf } from "#record";
import { type MomentDraft, momentOf, type Wrong } from "../../design/index.ts";
import { hourIsWrong } from "../reception/forms/now.ts";
import type { SiteRoom } from "./rooms.ts";

type Report = PayloadOf<"site.reported">;
type Wounded = Report["wounded"][number];

export type GroupDraft = {
  readonly key: number;
  readonly precedence: Wounded["precedence"];
  readonly carriage: Wounded["carriage"];
  readonly whose: Wounded["whose"];
  readonly count: string;
};

/** A report as it is being filled in. */
export type SiteDraft = {
  readonly room: SiteRoom | null;
  readonly code: string;
  readonly lat: string;
  readonly lon: string;
  readonly accuracy: string;
  readonly zone: string;
  readonly ground: Report["ground"] | null;
  readonly reportedAt: MomentDraft;
  readonly lastReport: MomentDraft;
  readonly validUntil: MomentDraft;
  /** Empty: nothing of it is passed on. */
  readonly noticeFrom: MomentDraft;
  readonly groups: readonly GroupDraft[];
  readonly low: string;
  readonly high: string;
  readonly hazards: Report["hazards"];
  readonly hazardWords: string;
  readonly access: string;
};

export function siteIsWrong(draft: SiteDraft): Wrong<SiteDraft> {
  return {
    room: draft.room === null ? "forms.choose" : undefined,
    code: draft.code.trim() === "" ? "forms.fill" : undefined,
    lat: degreesAreWrong(draft.lat, 85),
    lon: degreesAreWrong(draft.lon, 180),
    accuracy: /^[1-9]\d{0,4}$/.test(draft.accuracy.trim()) ? undefined : "forms.fill_whole_number",
    ground: draft.ground === null ? "forms.choose" : undefined,
    reportedAt: hourIsWrong(draft.reportedAt),
    lastReport: draft.groups.length === 0 ? undefined : hourIsWrong(draft.lastReport),
    validUntil: hourIsWrong(draft.validUntil),
    noticeFrom: draft.noticeFrom.day === "" ? undefined : hourIsWrong(draft.noticeFrom),
    groups: draft.groups.some(({ count }) => !/^[1-9]\d{0,2}$/.test(count.trim()))
      ? "forms.fill_whole_number"
      : undefined,
    low: isCount(draft.low) ? undefined : "forms.fill_whole_number",
    high: isCount(draft.high) ? undefined : "forms.fill_whole_number",
  };
}

/** What a draft that was found right says. */
export function reportFrom(draft: SiteDraft): Omit<Report, "code"> {
  const { low, high } = draft;
  const last = momentOf(draft.lastReport) ?? "";
  const remains = low.trim() === "" && high.trim() === "" ? undefined : bodies(low, high);
  const noticeFrom = momentOf(draft.noticeFrom);
  return {
    position: {
      lon: micro(draft.lon),
      lat: micro(draft.lat),
      accuracyMetres: Number(draft.accuracy),
    },
    ...(draft.zone.trim() === "" ? {} : { zone: draft.zone.trim() }),
    ground: draft.ground ?? "other_ground",
    reportedAt: momentOf(draft.reportedAt) ?? "",
    validUntil: momentOf(draft.validUntil) ?? "",
    ...(noticeFrom === undefined ? {} : { noticeFrom }),
    wounded: draft.groups.map(({ precedence, carriage, whose, count }) => ({
      precedence,
      carriage,
      count: Number(count),
      whose,
      lastReport: last,
    })),
    ...(remains === undefined ? {} : { remains }),
    hazards: draft.hazards,
    ...(draft.hazardWords.trim() === "" ? {} : { hazardWords: draft.hazardWords.trim() }),
    ...(draft.access.trim() === "" ? {} : { access: draft.access.trim() }),
  };
}

function bodies(low: string, high: string) {
  const [least, most] = [low.trim() || high.trim(), high.trim() || low.trim()];
  return { low: Number(least), high: Number(most) };
}

function isCount(text: string): boolean {
  return text.trim() === "" || /^\d{1,4}$/.test(text.trim());
}

function degreesAreWrong(text: string, most: number): ScreenKey | undefined {
  const isDegrees = /^-?\d{1,3}([.,]\d{1,6})?$/.test(text.trim());
  return isDegrees && Math.abs(micro(text)) <= most * 1_000_000 ? undefined : "sites.wrong.degrees";
}

function micro(text: string): number {
  return Math.round(Number(text.trim().replace(",", ".")) * 1_000_000);
}
