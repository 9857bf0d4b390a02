import type { ScreenKey } from "#i18n/screens";
import type { TruceTerms } from "#record";
import { type MomentDraft, momentOf } from "../../design/index.ts";
import { cornersIn, cornersText } from "./zones-text.ts";

const conductClasses = [
  "fire",
  "sniper_fire",
  "uav_strike",
  "uav_reconnaissance",
  "electronic_warfare",
  "movement",
  "engineering_works",
  "mining",
  "rotation_resupply",
] as const satisfies readonly NonNullable<TruceTerms["conduct"]>[number]["act"][];
export const ladderSteps = [
  "take_cover",
  "report_up",
  "call_hotline",
  "ask_monitor",
  "fire_on_order",
] as const satisfies TruceTerms["returnFireLadder"];
export const responses = ["graduated", "local_suspension", "whole_truce_ends"] as const;
export const kinds = [
  "humanitarian_pause",
  "local_arrangement",
  "suspension_of_fire",
  "window_of_silence",
  "ceasefire",
  "moratorium",
] as const;
export const purposes = [
  "evacuate_wounded",
  "recover_dead",
  "exchange_prisoners",
  "aid_access",
  "repair_works",
] as const;

/** Parts in one line, in free words, and as a list with one entry on each line. */
export const lineParts = ["label", "legalBasis", "mapEdition", "hotline"] as const;
export const wordParts = [
  "offensiveMeans",
  "returnFire",
  "longRangeWeapons",
  "regrouping",
  "dutyToWarn",
  "monitoring",
  "disputes",
  "breachEffect",
  "extension",
  "publication",
  "withoutPrejudice",
] as const;
export const listParts = ["forcesBound", "prohibited", "permitted", "violationClasses"] as const;
type TextPart = (typeof lineParts)[number] | (typeof wordParts)[number] | (typeof listParts)[number];

export type ConductDraft = {
  readonly act: (typeof conductClasses)[number];
  readonly may: "unsaid" | "prohibited" | "permitted" | "as_described";
  readonly calibre: string;
  readonly words: string;
};
export type ZoneDraft = {
  readonly name: string;
  readonly corners: string;
  readonly depth: string;
  readonly height: string;
};

/** A text as it is being written: every part may be empty. */
export type TermsDraft = {
  readonly texts: Readonly<Record<TextPart, string>>;
  readonly kind: (typeof kinds)[number] | "unsaid";
  readonly purpose: readonly (typeof purposes)[number][];
  readonly start: MomentDraft;
  readonly end: MomentDraft;
  readonly zones: readonly ZoneDraft[];
  readonly conduct: readonly ConductDraft[];
  readonly ladder: readonly (typeof ladderSteps)[number][];
  readonly response: (typeof responses)[number] | "unsaid";
  readonly warning: string;
};

export const noZone: ZoneDraft = { name: "", corners: "", depth: "", height: "" };
export type Zones = { readonly a: string; readonly b: string };

/** What a draft begins with: nothing, or the text in whose place it will stand; the hours by one's own clock. */
export function draftOf(terms: TruceTerms, zone: string | null): TermsDraft {
  const text = (part: TextPart) => {
    const value = terms[part];
    return typeof value === "string" ? value : (value ?? []).join("\n");
  };
  const parts = [...lineParts, ...wordParts, ...listParts];
  const said = terms.conduct ?? [];
  return {
    texts: Object.fromEntries(parts.map((part) => [part, text(part)])) as TermsDraft["texts"], // of all parts
    kind: terms.kind ?? "unsaid",
    purpose: terms.purpose ?? [],
    start: momentDraft(terms.start, zone),
    end: momentDraft(terms.end, zone),
    zones: (terms.zones ?? []).map(({ name, ring, depthMetres, altitudeMetres }) => ({
      name,
      corners: cornersText(ring),
      depth: depthMetres === undefined ? "" : String(depthMetres),
      height: altitudeMetres === undefined ? "" : String(altitudeMetres),
    })),
    conduct: conductClasses.flatMap((act): readonly ConductDraft[] => {
      const same = said.filter((one) => one.act === act);
      if (same.length === 0) return [{ act, may: "unsaid", calibre: "", words: "" }];
      return same.map(({ may, fromCalibreMm, words }) => ({
        act,
        may,
        calibre: fromCalibreMm === undefined ? "" : String(fromCalibreMm),
        words: words ?? "",
      }));
    }),
    ladder: terms.returnFireLadder ?? [],
    response: terms.breachResponse ?? "unsaid",
    warning: terms.warningHours === undefined ? "" : String(terms.warningHours),
  };
}

function momentDraft(moment: TruceTerms["start"], zone: string | null): MomentDraft {
  if (!moment) return { ...noMomentHere, zone };
  const [day = "", hour = ""] = wallClock(Date.parse(moment.at), zone ?? "UTC").split(" ");
  return { day, hour, zone: zone ?? "UTC" };
}
const noMomentHere: MomentDraft = { day: "", hour: "", zone: null };

/** The terms that a draft has become; empty parts are left out, so that the gate names them. */
export function termsOf(draft: TermsDraft, zones: Zones): TruceTerms {
  const { texts, kind, purpose, response, ladder, warning } = draft;
  const lines = (part: TextPart) =>
    texts[part]
      .split("\n")
      .map((one) => one.trim())
      .filter((one) => one !== "");
  const start = momentIn(draft.start, zones);
  const end = momentIn(draft.end, zones);
  const conduct = draft.conduct.flatMap(({ act, may, calibre, words }) =>
    may === "unsaid"
      ? []
      : [
          {
            act,
            may,
            ...(calibre === "" ? {} : { fromCalibreMm: Number(calibre) }),
            ...(words.trim() === "" ? {} : { words: words.trim() }),
          },
        ],
  );
  const told: readonly (readonly [TextPart, string | string[]])[] = [
    ...[...lineParts, ...wordParts].map((part) => [part, texts[part].trim()] as const),
    ...listParts.map((part) => [part, lines(part)] as const),
  ];
  return {
    ...Object.fromEntries(told.filter(([, value]) => value.length > 0)),
    ...(kind === "unsaid" ? {} : { kind }),
    ...(purpose.length > 0 ? { purpose: purposes.filter((one) => purpose.includes(one)) } : {}),
    ...(start ? { start } : {}),
    ...(end ? { end } : {}),
    ...(draft.zones.length > 0 ? { zones: draft.zones.flatMap(zoneIn) } : {}),
    ...(conduct.length > 0 ? { conduct } : {}),
    ...(ladder.length > 0 ? { returnFireLadder: ladderSteps.filter((one) => ladder.includes(one)) } : {}),
    ...(response === "unsaid" ? {} : { breachResponse: response }),
    ...(warning === "" ? {} : { warningHours: Number(warning) }),
  };
}

/** The instant of a draft with both sides' prints of it; undefined while it has no hour. */
export function momentIn(draft: MomentDraft, zones: Zones): TruceTerms["start"] {
  const at = momentOf(draft);
  if (at === undefined || at.length === 10) return undefined;
  const epoch = Date.parse(at);
  return { at, localA: wallClock(epoch, zones.a), localB: wallClock(epoch, zones.b) };
}

/** The wall clock of a zone as orders print it. */
function wallClock(at: number, zone: string): string {
  // Sweden writes a moment as ISO 8601 does
  const print = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  return print.format(at).replace(",", "");
}

function zoneIn({ name, corners, depth, height }: ZoneDraft) {
  const ring = cornersIn(corners);
  if (!ring) return [];
  return [
    {
      name: name.trim(),
      ring,
      ...(depth === "" ? {} : { depthMetres: Number(depth) }),
      ...(height === "" ? {} : { altitudeMetres: Number(height) }),
    },
  ];
}

/** What is not yet right in the zones of a draft, by the place of the zone. */
export function zoneIsWrong({ name, corners }: ZoneDraft): ScreenKey | undefined {
  if (name.trim() === "") return "forms.fill";
  return cornersIn(corners) ? undefined : "truces.f.zone_wrong";
}

/** A moment that was begun needs its day and its hour. */
export function hourIsWrong(draft: MomentDraft): ScreenKey | undefined {
  if (draft.day === "" && draft.hour === "") return undefined;
  if (draft.hour === "") return "truces.f.hour_needed";
  return momentOf(draft) === undefined ? "forms.no_such_hour" : undefined;
}

export function numberIsWrong(text: string): ScreenKey | undefined {
  return text === "" || /^\d{1,7}$/.test(text) ? undefined : "truces.f.whole_number";
}

/** The first thing that is not yet right in a draft of terms. */
export function termsAreWrong(draft: TermsDraft): ScreenKey | undefined {
  return [
    hourIsWrong(draft.start),
    hourIsWrong(draft.end),
    ...draft.zones.flatMap((zone) => [
      zoneIsWrong(zone),
      numberIsWrong(zone.depth),
      numberIsWrong(zone.height),
    ]),
    ...draft.conduct.map(({ calibre }) => numberIsWrong(calibre)),
    numberIsWrong(draft.warning),
  ].find((one) => one !== undefined);
}
