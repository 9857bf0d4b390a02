import type { ReportCited } from "../claims/acts.ts";

/** The reports that a payload of a checked form cites, wherever a source stands in it. */
export function reportsCited(value: unknown): readonly ReportCited[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(
    ([name, part]) => (name === "report" ? [part as ReportCited] : reportsCited(part)), // the one field of this name
  );
}
