import { officeName, sayTerm } from "#i18n";
import { type ActId, known, pointStance, pointStatus, proposalStatus } from "#record";
import { mayNow } from "../../desk/may.ts";
import { inPartyOrder } from "../../desk/process.ts";
import type { At } from "../../desk/query.ts";
import { type Sourced, sourced } from "../../desk/said.ts";
import { type OfficeWord, type Word, wordOf } from "./query.ts";

export type PointStanceLine = OfficeWord & Partial<Sourced> & { readonly reservation: string | undefined };
export type PointModel = Sourced & {
  readonly id: string;
  readonly text: string;
  readonly terms: readonly { readonly key: string; readonly words: string }[];
  readonly stances: readonly PointStanceLine[];
  /** Derived: agreed only where every party has confirmed it. */
  readonly status: Word;
  /** Later proposals that complete its open terms. */
  readonly completedBy: readonly { readonly id: string; readonly title: string; readonly status: Word }[];
  readonly mayAnswer: boolean;
};
/** A point of a round; nothing where this office has not read it. The parties stand in the order of this turn. */
export function pointModel(at: At, id: ActId, turn: number): readonly PointModel[] {
  const { state, t } = at;
  const point = state.talks.points.get(id);
  if (!point) return [];
  const entry = known(state, id, "point.recorded");
  const { text, terms } = entry.act.payload;
  const stances = inPartyOrder(at, turn).map((office): PointStanceLine => {
    const last = point.answers.get(office);
    const answer = last && known(state, last, "point.answered");
    return {
      office,
      name: officeName(t, state, office),
      word: wordOf(at, pointStance(state, point, office)),
      reservation: answer?.act.payload.reservation,
      ...(answer ? sourced(at, answer) : {}),
    };
  });
  const completedBy = (state.proposals.details.get(id) ?? []).flatMap((later) => {
    const proposal = state.proposals.tabled.get(later);
    if (!proposal) return [];
    const { title } = known(state, later, "proposal.tabled").act.payload;
    return [{ id: later, title, status: wordOf(at, proposalStatus(state, proposal, at.now)) }];
  });
  const trial = {
    point: id,
    answer: "confirmed",
    source: { kind: "own_record", publisher: "trial" },
  } as const;
  return [
    {
      ...sourced(at, entry),
      id,
      text,
      terms: terms.map((term) => ({ key: term.key.replaceAll("_", " "), words: sayTerm(t, state, term) })),
      stances,
      status: wordOf(at, pointStatus(state, point)),
      completedBy,
      mayAnswer: mayNow(at, "plenary", "point.answered", trial),
    },
  ];
}
