import { sayWord, titleOf } from "#i18n";
import { type ActId, entryOf, lineageOf, proposalStatus } from "#record";
import type { At } from "../../desk/query.ts";
import { hrefOf, type Named, named, textOf } from "./facts.ts";

/** How another text hangs together with the one that is shown. */
type Relation = "earlier" | "later" | "countered" | "counter" | "completed" | "completing";

/** A text of the same lineage, or one that answers or completes it, or that it answers or completes. */
export type Relative = {
  readonly id: string;
  readonly href: string;
  readonly relation: Relation;
  readonly title: string;
  readonly author: Named;
  /** Epoch ms. */
  readonly said: number;
  readonly statusWord: string | undefined;
};

/** The relatives of a proposal in what this office reads: its lineage in order, then answers, then what it completes. */
export function relativesOf(at: At, id: ActId): readonly Relative[] {
  const { state } = at;
  const payload = entryOf(state, id, "proposal.tabled")?.act.payload;
  const lineage = lineageOf(state, id);
  const here = lineage.indexOf(id);
  const found: readonly (readonly [Relation, ActId | undefined])[] = [
    ...lineage.slice(0, here).map((one) => ["earlier", one] as const),
    ...lineage.slice(here + 1).map((one) => ["later", one] as const),
    ["countered", payload?.counters],
    ...(state.proposals.tabled.get(id)?.counters ?? []).map((one) => ["counter", one] as const),
    ["completed", payload?.details],
    ...(state.proposals.details.get(id) ?? []).map((one) => ["completing", one] as const),
  ];
  return found.flatMap(([relation, other]) => (other ? relativeOf(at, relation, other) : []));
}

function relativeOf(at: At, relation: Relation, id: ActId): readonly Relative[] {
  const { state, t, now } = at;
  const act = state.entries.get(id)?.act;
  if (!act || !textOf(state, id)) return [];
  const proposal = state.proposals.tabled.get(id);
  return [
    {
      id,
      href: hrefOf(state, id),
      relation,
      title: titleOf(t, state, id),
      author: named(at, act.by.office),
      said: Date.parse(act.saidAt),
      statusWord: proposal && sayWord(t, proposalStatus(state, proposal, now)),
    },
  ];
}
