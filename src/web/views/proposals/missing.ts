import { sayOwed } from "#i18n";
import {
  type ActId,
  agreements,
  completedTerms,
  isAgreed,
  known,
  type Office,
  type Owed,
  openTerms,
  owed,
  parties,
  proposalStatus,
} from "#record";
import type { At } from "../../desk/query.ts";
import type { AddresseeLine, Tabled } from "./facts.ts";

/** All that is owed, by the matter on which it is owed: asked once for a whole table. */
export function owedByMatter({ state, now }: At): ReadonlyMap<string, readonly Owed[]> {
  return Map.groupBy(owed(state, now), (one) => one.subject);
}

/**
 * What would still be open in the terms, were everybody to say yes today: known before anybody answers. Empty once
 * it is agreed, for then it is owed, and for a text that completes another, which is judged with it.
 */
export function wouldLack(at: At, proposal: Tabled): readonly string[] {
  const { state, t } = at;
  const { terms, details } = known(state, proposal.id, "proposal.tabled").act.payload;
  if (details || isAgreed(state, proposal.id)) return [];
  return openTerms(terms).map(
    ({ key, lacks }) => sayOwed(t, openTerm(proposal.id, key, lacks)).what, // the words are those of what is owed
  );
}

function openTerm(subject: ActId, key: string, lacks: string): Owed {
  return { what: "open_term", subject, title: "", by: "host", due: undefined, detail: { key, lacks } };
}

/** Those asked who have not said yes, while it is on the table: it is agreed by the yes of each, and by nothing else. */
export function withoutYes(
  status: string,
  asked: readonly Pick<AddresseeLine, "name" | "stance">[],
): readonly string[] {
  if (status !== "tabled" && status !== "under_discussion" && status !== "not_agreed") return [];
  return asked.filter(({ stance }) => stance !== "accepted").map(({ name }) => name);
}

/** Terms as agreed later proposals have completed them; undefined where nothing was completed. */
export function completedBy(at: At, id: ActId) {
  const { state } = at;
  const agreement = agreements(state).find((one) => one.id === id);
  if (!agreement) return undefined;
  const by = (state.proposals.details.get(id) ?? []).filter((one) => isAgreed(state, one));
  return by.length === 0 ? undefined : { terms: completedTerms(state, agreement), by };
}

/** On the table, or agreed and not yet to be carried out. */
export function isOpen(at: At, proposal: Tabled, all: readonly Owed[] | undefined): boolean {
  const status = proposalStatus(at.state, proposal, at.now);
  if (status === "agreed") return (all?.length ?? 0) > 0;
  return status === "tabled" || status === "under_discussion" || status === "agreed_ad_referendum";
}

export function isParty(office: Office): boolean {
  return parties.some((one) => one === office);
}
