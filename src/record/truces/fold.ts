import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import { addTo } from "../fold/add-to.ts";
import type { Handlers } from "../fold/state.ts";
import type { truceActs } from "./acts.ts";

/** One text of truce terms and what each office has done about it. */
export type Truce = {
  readonly id: ActId;
  readonly author: Office;
  readonly answers: Map<Office, ActId>;
  readonly orders: Map<Office, ActId[]>;
  readonly guarantees: Map<Office, ActId[]>;
  readonly readiness: Map<Office, ActId>;
  readonly denounced: Map<Office, ActId>;
  retabledAs: ActId | undefined;
};

/** One party's own declaration, the other's answer, and the counts that each side gave of its days. */
export type Declaration = {
  readonly id: ActId;
  readonly author: Office;
  readonly answers: Map<Office, ActId>;
  readonly counts: ActId[];
};

export type TrucesState = {
  readonly texts: Map<ActId, Truce>;
  readonly declarations: Map<ActId, Declaration>;
};

export function emptyTruces(): TrucesState {
  return { texts: new Map(), declarations: new Map() };
}

export const truceHandlers: Handlers<keyof typeof truceActs> = {
  "truce.tabled": ({ truces }, { act }) => {
    const { retables } = act.payload;
    if (retables) {
      const earlier = truces.texts.get(retables);
      if (!earlier) return retables;
      earlier.retabledAs ??= act.id;
    }
    truces.texts.set(act.id, {
      id: act.id,
      author: act.by.office,
      answers: new Map(),
      orders: new Map(),
      guarantees: new Map(),
      readiness: new Map(),
      denounced: new Map(),
      retabledAs: undefined,
    });
    return undefined;
  },
  "truce.answered": ({ truces }, { act }) =>
    within(truces, act.payload.truce, (truce) => truce.answers.set(act.by.office, act.id)),
  "truce.order_issued": ({ truces }, { act }) =>
    within(truces, act.payload.truce, (truce) => addTo(truce.orders, act.by.office, act.id)),
  "truce.guarantee_given": ({ truces }, { act }) =>
    within(truces, act.payload.truce, (truce) => addTo(truce.guarantees, act.by.office, act.id)),
  "truce.readiness_said": ({ truces }, { act }) =>
    within(truces, act.payload.truce, (truce) => truce.readiness.set(act.by.office, act.id)),
  "truce.denounced": ({ truces }, { act }) =>
    within(truces, act.payload.truce, (truce) => {
      if (!truce.denounced.has(act.by.office)) truce.denounced.set(act.by.office, act.id);
    }),
  "truce.declared": ({ truces }, { act }) => {
    truces.declarations.set(act.id, { id: act.id, author: act.by.office, answers: new Map(), counts: [] });
    return undefined;
  },
  "truce.declaration_answered": ({ truces }, { act }) => {
    const declaration = truces.declarations.get(act.payload.declaration);
    if (!declaration) return act.payload.declaration;
    declaration.answers.set(act.by.office, act.id);
    return undefined;
  },
  "truce.count_claimed": ({ truces }, { act }) => {
    const declaration = truces.declarations.get(act.payload.declaration);
    if (!declaration) return act.payload.declaration;
    declaration.counts.push(act.id);
    return undefined;
  },
};

function within(truces: TrucesState, id: ActId, change: (truce: Truce) => unknown): ActId | undefined {
  const truce = truces.texts.get(id);
  if (!truce) return id;
  change(truce);
  return undefined;
}
