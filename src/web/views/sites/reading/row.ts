import { checkAct, epochMs, type PayloadOf } from "#record";

/** One site as a file has it: fields by name, and the line or the place in the file at which it stands. */
export type FileSite = { readonly line: number; readonly fields: ReadonlyMap<string, string> };

export type SiteReport = PayloadOf<"site.reported">;
/** Why a row cannot be reported as it stands: a code of this view's words, and the text that did not fit. */
export type RowFault = { readonly reason: FaultReason; readonly text: string };
type FaultReason =
  | "no_code"
  | "same_code"
  | "position"
  | "time"
  | "wounded"
  | "remains"
  | "ground"
  | "hazards"
  | "number"
  | "not_a_point"
  | "form";

export const siteColumns = [
  "code",
  "lat",
  "lon",
  "accuracy_m",
  "zone",
  "ground",
  "reported_at",
  "valid_until",
  "notice_from",
  "wounded",
  "remains_low",
  "remains_high",
  "hazards",
  "hazard_words",
  "access",
] as const;

/** What a row becomes as an act, or why it does not. Nothing is guessed: a field that does not fit is named. */
export function reportOf({
  fields,
}: FileSite): { readonly report: SiteReport } | { readonly fault: RowFault } {
  const text = (name: string) => fields.get(name)?.trim() ?? "";
  const fault = (reason: FaultReason, name: string) => ({ fault: { reason, text: text(name) } });
  if (fields.has("not_a_point")) return fault("not_a_point", "not_a_point");
  if (text("code") === "") return fault("no_code", "code");
  const position = {
    lon: micro(text("lon")),
    lat: micro(text("lat")),
    accuracyMetres: text("accuracy_m") === "" ? 100 : Number(text("accuracy_m")),
  };
  if (position.lon === undefined) return fault("position", "lon");
  if (position.lat === undefined) return fault("position", "lat");
  for (const name of ["reported_at", "valid_until"]) if (!isInstant(text(name))) return fault("time", name);
  if (text("notice_from") !== "" && !isInstant(text("notice_from"))) return fault("time", "notice_from");
  const wounded = woundedOf(text("wounded"), text("reported_at"));
  if (wounded === undefined) return fault("wounded", "wounded");
  const [low, high] = [whole(text("remains_low")), whole(text("remains_high"))];
  if (Number.isNaN(low) || Number.isNaN(high)) return fault("remains", "remains_low");
  const hazards = text("hazards") === "" ? [] : text("hazards").split(/\s*[;,]\s*/);
  const payload = {
    code: text("code"),
    position,
    ...optional("zone", text("zone")),
    ground: text("ground") === "" ? "other_ground" : text("ground"),
    reportedAt: text("reported_at"),
    validUntil: text("valid_until"),
    ...optional("noticeFrom", text("notice_from")),
    wounded,
    ...(low === undefined && high === undefined
      ? {}
      : { remains: { low: low ?? 0, high: high ?? low ?? 0 } }),
    hazards,
    ...optional("hazardWords", text("hazard_words")),
    ...optional("access", text("access")),
  };
  return checked(payload);
}

/** The same, back again: what a row of a file says of a report. */
export function rowOf(report: SiteReport): ReadonlyMap<string, string> {
  const { position, remains } = report;
  const wounded = report.wounded.map((one) =>
    [one.precedence, one.carriage, one.count, one.whose, one.lastReport].join("/"),
  );
  return new Map([
    ["code", report.code],
    ["lat", String(position.lat / 1_000_000)],
    ["lon", String(position.lon / 1_000_000)],
    ["accuracy_m", String(position.accuracyMetres)],
    ["zone", report.zone ?? ""],
    ["ground", report.ground],
    ["reported_at", report.reportedAt],
    ["valid_until", report.validUntil],
    ["notice_from", report.noticeFrom ?? ""],
    ["wounded", wounded.join("; ")],
    ["remains_low", remains === undefined ? "" : String(remains.low)],
    ["remains_high", remains === undefined ? "" : String(remains.high)],
    ["hazards", report.hazards.join("; ")],
    ["hazard_words", report.hazardWords ?? ""],
    ["access", report.access ?? ""],
  ]);
}

const trialId = "a".repeat(26);

// The form of the act says what fits: the same as when it is signed.
function checked(payload: object): { readonly report: SiteReport } | { readonly fault: RowFault } {
  const trial = {
    v: 1,
    id: trialId,
    process: "trial",
    room: "sites-a",
    kind: "site.reported",
    by: { member: "trial", office: "party-a", capacity: "trial" },
    saidAt: "2025-01-01T00:00:00Z",
    refs: [],
    seen: { size: 0, root: btoa("\0".repeat(32)) },
    payload,
  };
  const result = checkAct(trial);
  if ("act" in result && result.act.kind === "site.reported") return { report: result.act.payload };
  const words = "problem" in result ? JSON.stringify(result.problem.details) : "";
  if (words.includes("ground")) return { fault: { reason: "ground", text: "ground" } };
  if (words.includes("hazards")) return { fault: { reason: "hazards", text: "hazards" } };
  return { fault: { reason: "form", text: words.slice(0, 200) } };
}

function optional(name: string, text: string): object {
  return text === "" ? {} : { [name]: text };
}

// Degrees with a point or a comma, to a millionth: more is rounded, letters are refused.
function micro(text: string): number | undefined {
  if (!/^-?\d{1,3}([.,]\d+)?$/.test(text)) return undefined;
  return Math.round(Number(text.replace(",", ".")) * 1_000_000);
}

function isInstant(text: string): boolean {
  return /T.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(epochMs(text));
}

function whole(text: string): number | undefined {
  if (text === "") return undefined;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

// precedence/carriage/count/whose/last report; several with semicolons, the last two may be left out
function woundedOf(text: string, reportedAt: string): object[] | undefined {
  if (text === "") return [];
  const groups = text.split(";").map((one) => one.trim().split("/"));
  if (groups.some(({ length }) => length < 3 || length > 5)) return undefined;
  return groups.map(([precedence, carriage, count, whose, lastReport]) => ({
    precedence,
    carriage,
    count: Number(count),
    whose: whose || "not_known",
    lastReport: lastReport || reportedAt,
  }));
}
