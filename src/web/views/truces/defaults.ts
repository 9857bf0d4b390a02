import type { Say } from "#i18n/screens";
import type { TermsDraft } from "./draft.ts";

const words = [
  "label",
  "legalBasis",
  "forcesBound",
  "prohibited",
  "permitted",
  "offensiveMeans",
  "longRangeWeapons",
  "regrouping",
  "dutyToWarn",
  "monitoring",
  "disputes",
  "violationClasses",
  "breachEffect",
  "extension",
  "publication",
  "withoutPrejudice",
] as const;

/**
 * A draft whose empty parts are filled with proposals, in the drafter's language. Hours, zones, map and hotline are
 * left to the parties: nobody can propose those. One breach is answered by degrees (Hague Regulations art. 40-41).
 */
export function withProposals(draft: TermsDraft, t: Say): TermsDraft {
  const texts = Object.fromEntries(
    words.filter((part) => draft.texts[part].trim() === "").map((part) => [part, proposalFor(t, part)]),
  );
  return {
    ...draft,
    texts: { ...draft.texts, ...texts },
    kind: draft.kind === "unsaid" ? "humanitarian_pause" : draft.kind,
    purpose: draft.purpose.length > 0 ? draft.purpose : ["evacuate_wounded", "recover_dead"],
    conduct: draft.conduct.map((one) => (one.may === "unsaid" ? { ...one, may: "prohibited" } : one)),
    ladder:
      draft.ladder.length > 0
        ? draft.ladder
        : ["take_cover", "report_up", "call_hotline", "ask_monitor", "fire_on_order"],
    response: draft.response === "unsaid" ? "graduated" : draft.response,
    warning: draft.warning === "" ? "6" : draft.warning,
  };
}

// The classes of violation are a list: one on each line.
function proposalFor(t: Say, part: (typeof words)[number]): string {
  const proposal = t(`truces.d.${part}`);
  return part === "violationClasses" ? proposal.replaceAll("; ", "\n") : proposal;
}
