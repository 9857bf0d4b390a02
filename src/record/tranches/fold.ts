import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Handlers } from "../fold/state.ts";
import type { trancheActs } from "./acts.ts";

/** One text of a tranche and what each office has said of it. */
export type Tranche = {
  readonly id: ActId;
  readonly author: Office;
  readonly answers: Map<Office, ActId>;
  readonly locks: Map<Office, ActId>;
  readonly substitutions: ActId[];
  readonly staged: Map<Office, ActId>;
  readonly readiness: Map<Office, ActId>;
  readonly links: ActId[];
  /** The first text tabled in its place. */
  replacedBy: ActId | undefined;
};

export type Substitution = {
  readonly id: ActId;
  readonly tranche: ActId;
  readonly answers: Map<Office, ActId>;
};

export type TranchesState = {
  readonly tabled: Map<ActId, Tranche>;
  readonly substitutions: Map<ActId, Substitution>;
};

export function emptyTranches(): TranchesState {
  return { tabled: new Map(), substitutions: new Map() };
}

export const trancheHandlers: Handlers<keyof typeof trancheActs> = {
  "tranche.tabled": ({ tranches }, { act }) => {
    const { replaces } = act.payload;
    if (replaces) {
      const earlier = tranches.tabled.get(replaces);
      if (!earlier) return replaces;
      earlier.replacedBy ??= act.id;
    }
    tranches.tabled.set(act.id, {
      id: act.id,
      author: act.by.office,
      answers: new Map(),
      locks: new Map(),
      substitutions: [],
      staged: new Map(),
      readiness: new Map(),
      links: [],
      replacedBy: undefined,
    });
    return undefined;
  },
  "tranche.answered": ({ tranches }, { act }) =>
    within(tranches, act.payload.tranche, ({ answers }) => answers.set(act.by.office, act.id)),
  "tranche.locked": ({ tranches }, { act }) =>
    within(tranches, act.payload.tranche, ({ locks }) => locks.set(act.by.office, act.id)),
  "tranche.substitution_proposed": ({ tranches }, { act }) =>
    within(tranches, act.payload.tranche, ({ id, substitutions }) => {
      substitutions.push(act.id);
      tranches.substitutions.set(act.id, { id: act.id, tranche: id, answers: new Map() });
    }),
  "tranche.substitution_answered": ({ tranches }, { act }) => {
    const substitution = tranches.substitutions.get(act.payload.substitution);
    if (!substitution) return act.payload.substitution;
    substitution.answers.set(act.by.office, act.id);
    return undefined;
  },
  "tranche.staged": ({ tranches }, { act }) =>
    within(tranches, act.payload.tranche, ({ staged }) => staged.set(act.by.office, act.id)),
  "tranche.readiness_said": ({ tranches }, { act }) =>
    within(tranches, act.payload.tranche, ({ readiness }) => readiness.set(act.by.office, act.id)),
  "tranche.linked": (state, { act }) => {
    const { handover } = act.payload;
    if (!state.exchanges.byAccount.has(handover)) return handover;
    return within(state.tranches, act.payload.tranche, ({ links }) => links.push(act.id));
  },
};

function within(
  { tabled }: TranchesState,
  id: ActId,
  change: (tranche: Tranche) => unknown,
): ActId | undefined {
  const tranche = tabled.get(id);
  if (!tranche) return id;
  change(tranche);
  return undefined;
}
