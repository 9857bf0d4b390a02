import type { Entry } from "../act/entry.ts";
import { payloads } from "../act/kinds.ts";
import { addTo } from "./add-to.ts";
import type { Handlers } from "./state.ts";

/**
 * Kinds whose meaning is a stance at a moment, or on which the order of the log rests: they are not
 * corrected but followed by another act of the same kind.
 */
const standing: ReadonlySet<string> = new Set([
  "act.corrected",
  "paper.sealed",
  "paper.keys_handed",
  "process.opened",
  "seat.granted",
  "seat.revoked",
  "head.replaced",
  "round.date_answered",
  "point.answered",
  "record.accepted",
  "proposal.answered",
  "proposal.withdrawn",
  "condition.answered",
  "statement.answered",
  "communique.tabled",
  "communique.answered",
  "communique.release_deposited",
  "communique.released",
  "report.entry_withdrawn",
  "footage.registered",
  "footage.person_marked",
  "footage.viewed",
  "footage.held_checked",
  "footage.consent_given",
  "footage.consent_withdrawn",
  "footage.redacted",
  "footage.interest_stated",
  "footage.interest_signed",
  "footage.released",
  "footage.recalled",
  "list.committed",
  "list.revealed",
  "list.submitted",
  "list.lines_answered",
  "list.version_signed",
  "match.proposed",
  "match.confirmed",
  "match.rejected",
  "match.revoked",
  "match.requested",
  "match.request_answered",
  "assertion.made",
  "assertion.stance_said",
  "truce.answered",
  "truce.declaration_answered",
  "truce.readiness_said",
  "truce.denounced",
  "truce.order_acknowledged",
  "truce.extension_proposed",
  "truce.extension_answered",
  "truce.suspended_locally",
  "truce.resumed",
  "tranche.answered",
  "tranche.locked",
  "tranche.substitution_proposed",
  "tranche.substitution_answered",
  "tranche.staged",
  "tranche.readiness_said",
  "wish.taken",
  "line.manifest_made",
  "line.counted",
  "line.receipt_signed",
  "summit.answered",
  "summit.condition_lifted",
  "summit.condition_met",
  "summit.track_set",
  "consent.given",
  "consent.withdrawn",
  "plan.proposed",
  "plan.filed",
  "site.withdrawn",
  "site.viewed",
  "mission.planned",
  "mission.acknowledged",
  "mission.guarantee_said",
  "mission.decided",
  "mission.received",
  "forensic.custody_given",
  "forensic.custody_taken",
  "forensic.case_associated",
  "forensic.identification_stated",
  "forensic.identification_answered",
  "forensic.identification_revoked",
  "forensic.sample_consented",
  "forensic.sample_withdrawn",
  "forensic.family_told",
]);

export function isCorrectable(kind: string): boolean {
  return !standing.has(kind);
}

/** Whether two payloads refer to the same acts in the same fields; a correction changes no reference. */
export function refersAlike(one: unknown, other: unknown): boolean {
  return references(one).toSorted().join() === references(other).toSorted().join();
}

/** The act ids that a payload names, wherever they stand. */
export function idsNamed(payload: unknown): readonly string[] {
  return references(payload).map((reference) => reference.slice(reference.lastIndexOf("/") + 1));
}

// Each act id in a payload, with the path to the field in which it stands.
function references(payload: unknown, path = ""): readonly string[] {
  if (typeof payload === "string") return /^[a-z2-7]{25}[aeimquy4]$/.test(payload) ? [path + payload] : [];
  if (payload === null || typeof payload !== "object") return [];
  return Object.entries(payload).flatMap(([field, value]) => references(value, `${path}${field}/`));
}

export const correctionHandlers: Handlers<"act.corrected" | "paper.sealed" | "paper.keys_handed"> = {
  "act.corrected": (state, entry) => {
    const { act: target, payload } = entry.act.payload;
    const first = state.entries.get(target);
    if (!first) return target;
    if (first.act.by.office !== entry.act.by.office || !isCorrectable(first.act.kind)) return undefined;
    const corrected = payloads[first.act.kind].safeParse(payload);
    // The rules refuse such corrections; a stray one changes nothing.
    if (!corrected.success || !refersAlike(first.act.payload, corrected.data)) return undefined;
    addTo(state.corrections, target, { by: entry.act.id, before: first.act.payload });
    state.entries.set(target, { ...first, act: { ...first.act, payload: corrected.data } } as Entry);
    return undefined;
  },
  "paper.sealed": () => undefined,
  "paper.keys_handed": () => undefined,
};
